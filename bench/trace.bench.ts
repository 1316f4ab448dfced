import { parseCall } from '@/lib/invocation/curl/parse'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { trace } from '@/lib/trace/engine'
import { alternating, finish, report } from './measure/ratio'

/** A cold trace of the two-API chain (every fact computed anew) against reading its document from text. */
const text = JSON.stringify(buildTemplate('two-api-chain', {}))
const parsed = parseCall('curl https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc', {
  vantage: 'client-consumer',
})
if (!parsed.ok) throw new Error(parsed.says)
const { invocation } = parsed
const loops = 50

// Facts are kept per document, so a cold trace needs a document that nobody has traced before.
const fresh = (): TopologyDocument[] => Array.from({ length: loops }, () => JSON.parse(text))

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / loops
}

const cold = await alternating(
  21,
  () => {
    const documents = fresh()
    return timed(() => {
      for (const document of documents)
        if (trace(document, invocation).verdict !== 'reaches') throw new Error('blocked')
    })
  },
  () => timed(() => void fresh()),
)
report('cold trace of the two-API chain against JSON.parse of its document', cold, 15, 'ms')

const same: TopologyDocument = JSON.parse(text)
const warm = await alternating(
  21,
  () =>
    timed(() => {
      for (let i = 0; i < loops; i++) trace(same, invocation)
    }),
  () => timed(() => void fresh()),
)
report('warm trace of the same document against JSON.parse', warm, 5, 'ms')
finish()
