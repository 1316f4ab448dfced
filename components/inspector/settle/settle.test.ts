import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch, equal } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { trace } from '@/lib/trace/engine'
import { howTos, isSeenByCaller } from './howTo'
import { type Answers, answered, answersOf, premisesOf, unknown } from './premises'

const template = buildTemplate('private-api', { addOns: ['on-premises'] })
const vantage = Object.keys(template.resources).find((id) => id.startsWith('on-premises:')) ?? ''
const call = {
  vantage,
  method: 'GET',
  url: 'https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
  headers: [],
  options: {},
}
const premises = premisesOf(template, vantage)
if (!premises) throw new Error('nobody calls from on premises')
const place = premises

function stated(answers: Answers) {
  const edit = answered(template, place, answers)
  const document = applyPatch(template, edit.patch)
  expect(validate(document).ok).toBe(true)
  expect(equal(applyPatch(document, edit.inverse), template)).toBe(true)
  expect(answersOf(document, place)).toEqual(answers)
  return document
}

describe('a client on premises in three questions', () => {
  it('is asked of a client that stands in a network, and of nobody else', () => {
    expect(place).toEqual({ network: 'data-center', client: vantage })
    expect(premisesOf(template, 'client-provider')).toBeUndefined()
    expect(premisesOf(template, 'internet')).toBeUndefined()
  })

  it('leaves open what nobody knows, and the trace with it', () => {
    const document = stated({ dns: unknown, egress: unknown, address: unknown })
    const open = trace(document, call)
    expect(open.verdict).toBe('unknown')
    expect([...new Set(open.missing?.map(({ path }) => path))]).toEqual(['/dns', '/internetEgress'])
    expect(isSeenByCaller(document, open)).toBe(true)
    expect(howTos(document, open)[0]).toMatchObject({ who: 'You, if you know it', field: { path: '/dns' } })
    const back = applyPatch(document, answered(document, place, answersOf(template, place)).patch)
    expect(trace(back, call)).toEqual(trace(template, call))
  })

  it('holds what is known', () => {
    const document = stated({ dns: 'own', egress: 'no', address: '192.168.10.21' })
    expect(document.resources['data-center']).toMatchObject({ internetEgress: false, dns: { servers: 'own' } })
    expect(document.resources[vantage]).toMatchObject({ address: '192.168.10.21' })
  })
})

describe('who settles a missing fact', () => {
  it('is whoever may allow the read', () => {
    const hole = {
      path: '/ipPermissions',
      why: 'accessDenied',
      ask: 'What does it admit?',
      permission: 'ec2:DescribeSecurityGroups',
    }
    const group = 'sg-0a0000000000e9001'
    const document = applyPatch(template, [{ op: 'add', path: `/resources/${group}/notVisible`, value: [hole] }])
    const open = trace(document, { ...call, vantage: 'client-provider' })
    expect(open.verdict).toBe('unknown')
    expect(howTos(document, open)).toMatchObject([
      {
        who: 'An administrator of 1111-2222-3333',
        permission: 'ec2:DescribeSecurityGroups',
        field: { resource: group, path: '/ipPermissions' },
      },
    ])
  })
})
