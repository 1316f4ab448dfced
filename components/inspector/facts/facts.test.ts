import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { type Fact, factsOf } from './facts'

const document = buildTemplate('two-api-chain')
const facts = (id: string) => {
  const resource = document.resources[id]
  return resource ? factsOf(document, resource) : []
}
const said = (fact: Fact | undefined) =>
  fact?.lines.map((line) => line.map((piece) => ('id' in piece ? piece.id : piece.text)).join(' '))
const titled = (id: string, title: string) => facts(id).find((fact) => fact.title === title)

describe('the facts of a resource', () => {
  it('name what is referred to, as links', () => {
    const zones = titled('web-app-fargate-nlb-internal2', 'Zones')
    expect(said(zones)).toEqual(['app-a 10.0.1.95', 'app-b 10.0.3.22', 'app-c 10.0.9.229'])
    expect(zones?.lines[0]?.[0]).toMatchObject({ resource: 'subnet-0a00000000000000a' })
  })

  it('say a rule in the words of a console', () => {
    expect(said(titled('sg-0b0000000000e9001', 'Inbound'))).toEqual(['tcp 443 172.16.0.0/16'])
    expect(said(titled('sg-0b0000000000e9001', 'Outbound'))).toEqual(['all traffic 0.0.0.0/0'])
  })

  it('read the type of an API as a field of its own, and leave texts to their tabs', () => {
    expect(said(titled('v944po9kjb', 'Endpoint type'))).toEqual(['PRIVATE'])
    expect(facts('v944po9kjb').map((fact) => fact.path)).not.toContain('/policy')
  })
})
