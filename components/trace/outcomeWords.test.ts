import { expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch } from '@/lib/topology/patch'
import { breakages } from '@/lib/trace/breakages'
import { trace } from '@/lib/trace/engine'
import { opened } from '@/lib/urls/openingCall'
import { answerWords } from './outcomeWords'

it('a call that is blocked for certain names its possible answers instead of none', () => {
  const document = buildTemplate('two-api-chain')
  const open = opened(document, trace, {})
  if (!open) throw new Error('nothing to call')
  expect(answerWords(open.trace)).toBe('200')
  const gone = breakages.find((each) => each.name === 'target-gone')?.apply(document, open.call, open.trace)
  const answer = trace(gone?.edit ? applyPatch(document, gone.edit.patch) : document, open.call)
  expect(answer.verdict).toBe('blocked')
  expect(answerWords(answer)).toBe('500 or 504')
})
