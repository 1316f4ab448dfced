import { expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { resourceOf } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { moving } from './move'

it('a service that moves to another VPC gets addresses there, loses its groups, and says who still lists the old ones', () => {
  const document = buildTemplate('two-api-chain')
  const moved = moving(document, 'web-app-fargate', 'vpc-0bbb2222cccc3333d')
  if (typeof moved === 'string') throw new Error(moved)
  expect(moved.consequences).toEqual([
    'A security group belongs to one VPC: task no longer guards it.',
    expect.stringMatching(/^It gives up 10\.0\.1\.40, 10\.0\.3\.41, 10\.0\.9\.42 and gets 172\.16\./),
    'web-app-fargate-nlb-tg still lists an address that it gives up.',
  ])
  const after = applyPatch(document, moved.change.patch)
  expect(validate(after)).toMatchObject({ ok: true })
  expect(resourceOf(after, 'web-app-fargate', 'ecsService')?.subnets[0]).toMatch(/^subnet-0b/)
  expect(moving(document, '3i95y1yx06', 'vpc-0bbb2222cccc3333d')).toContain('stands in no VPC')
})
