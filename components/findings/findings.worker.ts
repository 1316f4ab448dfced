import { rules } from '@/lib/findings'
import { findingsOf } from '@/lib/findings/findings'
import type { LookAt, Looked } from './review'

const titles = rules.map(({ id, title }): [string, string] => [id, title])

addEventListener('message', ({ data }: MessageEvent<LookAt>) => {
  const answer: Looked = { titles, ...looked(data) }
  postMessage(answer)
})

function looked({ document, day }: LookAt): Pick<Looked, 'findings' | 'failed'> {
  try {
    return { findings: findingsOf(document, day) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}
