import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { checkTyped, type Held } from './check'
import { readShapes } from './readShapes'
import type { Shape } from './shape'
import { shapesOf } from './shapes.generated'

const document = buildTemplate('private-api')
const held: Held = { document, resource: 'vpce-0d4d61b31cecd49fc', key: '' }
const text = (more: object = {}): Shape => ({ type: 'text', ...more })

it('the written shapes are those of the present kinds (npm run schema writes them)', () => {
  expect(shapesOf).toEqual(readShapes())
})

describe('what is typed', () => {
  it('into a field for an endpoint: a subnet is refused by name', () => {
    const wants = text({ ref: ['vpcEndpoint'] })
    expect(checkTyped(wants, 'subnet-0a00000000000000a', held)?.says).toBe(
      'app-a is a Subnet; an Interface endpoint is wanted here.',
    )
    expect(checkTyped(wants, 'subnet-0ffffffffffffffff', held)?.says).toBe(
      'subnet-0ffffffffffffffff is the id of a Subnet; an Interface endpoint is wanted here.',
    )
    expect(checkTyped(wants, 'vpce-0d4d61b31cecd49fc', held)).toBeUndefined()
    expect(checkTyped(wants, 'vpce-0d4d61b31cecd49f', held)?.nearest).toBe('vpce-0d4d61b31cecd49fc')
  })

  it('blocks, ports, ARNs and names are held against their form, with the nearest right value', () => {
    expect(checkTyped(text({ format: 'cidr' }), '10.0.1.0/16', held)?.nearest).toBe('10.0.0.0/16')
    expect(checkTyped(text({ format: 'cidr' }), '10.0.0.0', held)?.nearest).toBe('10.0.0.0/32')
    expect(checkTyped({ type: 'number', format: 'port' }, '70000', held)?.says).toBe('A port is at most 65535.')
    expect(checkTyped(text(), 'aws:iam', { ...held, key: 'arn' })?.says).toContain('An ARN is written')
    expect(checkTyped(text(), 'https://a.example.com/x', { ...held, key: 'host' })?.nearest).toBe('a.example.com')
    expect(checkTyped(text(), 'subnet-0a00000000000000a', { ...held, key: 'physicalId' })?.says).toContain('vpce-')
  })

  it('either form of a field will do; ids in texts must exist; no secret is taken', () => {
    const destination: Shape = { type: 'either', of: [text({ format: 'cidr' }), text({ ref: ['managedPrefixList'] })] }
    expect(checkTyped(destination, '10.0.0.0/8', held)).toBeUndefined()
    expect(checkTyped(text({ ids: true }), '${3i95y1yx07.arn}/x', held)?.nearest).toBe('${3i95y1yx06.arn}/x')
    expect(checkTyped(text(), `key ${'AKIA'}${'ABCDEFGHIJKLMNOP'}`, held)?.says).toContain('access key')
  })
})
