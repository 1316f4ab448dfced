import { printCurl } from '@/lib/invocation/curl/print'
import type { TopologyDocument } from '@/lib/topology/document'
import { trace } from '@/lib/trace/engine'
import { invokeUrls } from '@/lib/urls/invokeUrls'
import { callOf, opened } from '@/lib/urls/openingCall'
import type { Question, Questions, Reply, Subject } from './desk'

type Answers = { [S in Subject]: (document: TopologyDocument, asks: Questions[S]['asks']) => Questions[S]['answers'] }

const answers: Answers = {
  trace: (document, call) => trace(document, call),
  urls: (document, { vantage, api, caller, params }) =>
    invokeUrls(document, {
      trace,
      caller,
      outcomes: true,
      ...(vantage === undefined ? {} : { from: vantage }),
      ...(api === undefined ? {} : { api }),
      ...(params === undefined ? {} : { params }),
    }).flatMap((url) => {
      const call = callOf(url)
      return call ? [{ ...url, call, powershell: printCurl(call, { shell: 'powershell', oneLine: true }) }] : []
    }),
  open: (document, { from, curl }) => opened(document, trace, { from, curl }) ?? null,
}

let held: TopologyDocument | undefined

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  held = data.document ?? held
  postMessage(reply(data))
})

function reply({ n, subject, asks }: Question): Reply {
  if (!held) return { n, failed: 'No topology has arrived.' }
  try {
    return { n, answer: answerOf(subject, held, asks) }
  } catch (error) {
    return { n, failed: error instanceof Error ? error.message : String(error) }
  }
}

// One entry of a mapped type is called with the union of all inputs otherwise; the generic ties the two together.
function answerOf<S extends Subject>(subject: S, document: TopologyDocument, asks: Questions[S]['asks']) {
  const answer: Answers[S] = answers[subject]
  return answer(document, asks)
}
