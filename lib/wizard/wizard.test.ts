import { describe, expect, it } from 'vitest'
import { combinations, flawsOf, regions } from '@/cases/wizardChains'
import { readChoices } from './read'
import { drawChain } from './wizard'
import { firstChoices } from './words'

describe('the chains of the wizard', () => {
  it.each(regions)('validate, reach from the callers and from nowhere else, in %s', (region) => {
    // Each choice in turn; all of them together are among the long tests.
    const some = combinations(region).filter(
      ({ integration, link, callers }) =>
        callers.length === 4 || (callers.length === 1 && integration === 'HTTP_PROXY' && link === 'V1'),
    )
    expect(some.length).toBeGreaterThan(20)
    expect(some.flatMap(flawsOf)).toEqual([])
  })

  it('are the same for the same choices', () => {
    expect(drawChain(firstChoices)).toEqual(drawChain(firstChoices))
    expect(Object.keys(drawChain({ ...firstChoices, name: 'other' }).resources)).not.toEqual(
      Object.keys(drawChain(firstChoices).resources),
    )
  })
})

describe('the choices', () => {
  it.each([
    [{ ...firstChoices, regoin: 'x' }, 'regoin', 'There is no choice "regoin". The nearest is "region".'],
    [{ ...firstChoices, region: 'eu-centrall-1' }, 'region', 'No partition has such a region.'],
    [{ ...firstChoices, account: '123' }, 'account', 'An account number has 12 digits; in YAML it stands in quotes.'],
    [{ ...firstChoices, callers: [] }, 'callers', 'At least one caller.'],
    [
      { ...firstChoices, paths: [{ method: 'GET', path: '/{proxy+}/x' }] },
      'paths.0.path',
      'A path is like /orders, /orders/{id} or /{proxy+}; a greedy parameter comes last.',
    ],
    [
      { ...firstChoices, paths: [...firstChoices.paths, ...firstChoices.paths] },
      'paths',
      'GET /orders stands there twice.',
    ],
  ])('say what is wrong: %#', (value, field, message) => {
    const read = readChoices(value)
    expect(read.ok ? [] : read.errors).toContainEqual({ field, message })
  })
})
