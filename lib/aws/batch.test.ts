import { describe, expect, test } from 'vitest'
import { Batch, byKey, once, pages } from './batch'
import { CallFailed } from './failure'

const gone = () => new CallFailed('DescribeLoadBalancers', Object.assign(new Error(), { name: 'LoadBalancerNotFound' }))

describe('Batch', () => {
  test('asks once for what is wanted in one turn, in chunks', async () => {
    const calls: string[][] = []
    const batch = new Batch<string>(2, async (keys) => {
      calls.push(keys)
      return new Map(keys.map((k) => [k, k.toUpperCase()]))
    })
    expect(await Promise.all(['a', 'b', 'a', 'c'].map((k) => batch.get(k)))).toEqual(['A', 'B', 'A', 'C'])
    expect(await batch.get('b')).toBe('B')
    expect(calls).toEqual([['a', 'b'], ['c']])
  })

  test('one missing id that makes a call fail is found, and only that one is absent', async () => {
    const batch = new Batch<string>(20, async (keys) => {
      if (keys.includes('x')) throw gone()
      return new Map(keys.map((k) => [k, k]))
    })
    expect(await Promise.all(['a', 'b', 'x', 'c'].map((k) => batch.get(k)))).toEqual(['a', 'b', undefined, 'c'])
  })

  test('a failure fails its chunk and no other', async () => {
    const batch = new Batch<string>(1, async ([key = '']) => {
      if (key === 'bad') throw new Error('no')
      return new Map([[key, key]])
    })
    const answers = await Promise.allSettled(['ok', 'bad'].map((k) => batch.get(k)))
    expect(answers.map((a) => a.status)).toEqual(['fulfilled', 'rejected'])
  })
})

test('once runs once per key', async () => {
  let runs = 0
  const get = once(async (key: string) => `${key}${++runs}`)
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['a1', 'a1', 'b2'])
})

test('pages follows tokens to the end; an empty token ends', async () => {
  const answers: Record<string, { items: number[]; next?: string }> = {
    start: { items: [1], next: 'two' },
    two: { items: [2, 3], next: '' },
  }
  expect(await pages(async (token) => answers[token ?? 'start'] ?? {})).toEqual([1, 2, 3])
})

test('byKey leaves out what has no key', () => {
  expect([...byKey([{ id: 'a' }, {}], (x: { id?: string }) => x.id)]).toEqual([['a', { id: 'a' }]])
})
