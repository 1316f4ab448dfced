import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { trace } from '@/lib/trace/engine'
import { vantagesOf } from '@/lib/urls/vantages'
import { cellOf, matrix } from './matrix'

describe('the matrix of the cross-account chain', () => {
  const doc = buildTemplate('cross-account', {})
  const found = matrix(doc, vantagesOf(doc), trace)

  it('has a cell for every vantage and call', () => {
    expect(found.vantages).toEqual(['client-provider', 'client-account2'])
    expect(found.cells).toHaveLength(found.vantages.length * found.calls.length)
    expect(new Set(found.calls.map((c) => c.id)).size).toBe(found.calls.length)
  })
  it('equals single traces, cell by cell', () => {
    for (const { id, invocation } of found.calls)
      for (const vantage of found.vantages)
        expect(found.cells).toContainEqual(cellOf(vantage, id, trace(doc, { ...invocation, vantage })))
  })
  it('tells the network from the permissions', () => {
    const foreign = found.calls.find((c) => c.form === 'endpoint-host' && c.resource === 'vpce-0d4d61b31cecd49fc')
    const cell = found.cells.find((c) => c.vantage === 'client-account2' && c.call === foreign?.id)
    expect(cell).toMatchObject({ network: 'fail', permission: 'pass', verdict: 'blocked' })
    const own = found.calls.find((c) => c.form === 'private-dns')
    expect(found.cells.find((c) => c.vantage === 'client-account2' && c.call === own?.id)).toMatchObject({
      network: 'pass',
      permission: 'pass',
      verdict: 'reaches',
    })
  })
})
