import { expect, it } from 'vitest'
import { proveCases } from '@/cases/provingFixes'

it('further cases are mended, or it is said who must act', async () => {
  expect((await proveCases('trace-more')).mended).toBeGreaterThan(240)
})
