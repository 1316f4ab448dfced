import { printCurl } from '@/lib/invocation/curl/print'
import type { TopologyDocument } from '@/lib/topology/document'
import { trace } from '@/lib/trace/engine'
import { invokeUrls } from '@/lib/urls/invokeUrls'
import { callOf, opened } from '@/lib/urls/openingCall'
import type { Question, Questions, Reply, Subject } from './desk'

type Answer<S extends Subject> = Questions[S]['answers'] | Promise<Questions[S]['answers']>
type Answers = { [S in Subject]: (document: TopologyDocument, asks: Questions[S]['asks']) => Answer<S> }

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
  // What a verdict does not wait for is loaded when it is first asked.
  mend: async (document, call) => (await import('./mend')).mend(document, call),
  settle: async (document, { vantage, pasted, on }) =>
    (await import('@/lib/explain/settle/settle')).settle(document, vantage, pasted, on),
}

let held: TopologyDocument | undefined

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  held = data.document ?? held
  postMessage(await reply(data, held))
})

async function reply({ n, subject, asks }: Question, document: TopologyDocument | undefined): Promise<Reply> {
  if (!document) return { n, failed: 'No topology has arrived.' }
  try {
    return { n, answer: await answerOf(subject, document, asks) }
  } catch (error) {
    return { n, failed: error instanceof Error ? error.message : String(error) }
  }
}

// One entry of a mapped type is called with the union of all inputs otherwise; the generic ties the two together.
function answerOf<S extends Subject>(subject: S, document: TopologyDocument, asks: Questions[S]['asks']) {
  const answer: Answers[S] = answers[subject]
  return answer(document, asks)
}
