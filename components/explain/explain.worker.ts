import { explain } from '@/lib/explain/explain'
import { holdsOf, identifiersIn } from '@/lib/explain/identifiers'
import { settle } from '@/lib/explain/settle/settle'
import type { Asked, Explained, Read } from './reading'

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  postMessage({ n: data.n, ...answerOf(data) } satisfies Explained)
})

function answerOf(asked: Asked): Omit<Explained, 'n'> {
  try {
    return { read: readOf(asked) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}

function readOf({ text, document, call, day }: Asked): Read {
  const { calls } = explain(text, { ...(document ? { doc: document } : {}), ...(call ? { call } : {}) })
  const identifiers = identifiersIn(text)
  const vantages = new Set(calls.flatMap((one) => one.vantages ?? []))
  const [vantage] = vantages
  // Where it ran is known only if one place fits.
  const one = vantages.size === 1 ? vantage : undefined
  const settled = document && one !== undefined ? settle(document, one, text, day) : undefined
  return {
    calls,
    identifiers,
    holds: document ? holdsOf(document, identifiers) : 0,
    ...(settled?.ok && vantage !== undefined ? { settles: { vantage, edit: settled.edit, says: settled.says } } : {}),
  }
}
