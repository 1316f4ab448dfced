import { expect, it } from 'vitest'
import { combinations, flawsOf, regions } from '@/cases/wizardChains'

it.each(regions)('every combination of the choices makes a chain without a flaw, in %s', (region) => {
  const every = combinations(region)
  expect(every.length).toBeGreaterThan(250)
  expect(every.flatMap(flawsOf)).toEqual([])
})
