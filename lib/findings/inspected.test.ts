import { beforeAll, describe, expect, it } from 'vitest'
import { emulate } from '@/lib/aws/emulated/server'
import { inspect } from '@/lib/aws/inspect'
import { readOperations } from '@/lib/aws/operations'
import { buildTemplate } from '@/lib/templates/build'
import { guideRegion } from '@/lib/templates/setting'
import { findingsOf } from './findings'

beforeAll(() => {
  process.env.AWS_ACCESS_KEY_ID = 'AKIATEST'
  process.env.AWS_SECRET_ACCESS_KEY = 'secret'
})

const drawn = buildTemplate('two-api-chain')
const keysOf = (doc: typeof drawn) => findingsOf(doc).findings.map((f) => `${f.rule} ${f.reason} ${f.resource}`)

/** What the rules say of the chain as it was read, with one operation denied. */
async function findingsWithout(operation?: string) {
  const aws = await emulate(drawn)
  if (operation !== undefined) aws.faults.set(operation, 'denied')
  try {
    const { document } = await inspect({
      connections: [{ region: guideRegion }],
      name: 'x',
      endpointUrl: aws.url,
      selectors: [
        { by: 'api', id: 'v944po9kjb' },
        { by: 'client', id: 'i-0b00000000000c125' },
      ],
    })
    return keysOf(document)
  } finally {
    await aws.close()
  }
}

// Those that leave holes inside a resource; what hides whole ones is tried on every example.
const operations = [
  'GetRestApi',
  'GetResources',
  'GetExport',
  'GetStages',
  'GetDeployments',
  'GetVpcLinks',
  'DescribeVpcEndpoints',
  'DescribeNetworkInterfaces',
  'DescribeTargetHealth',
  'DescribeTargetGroupAttributes',
  'DescribeListeners',
  'DescribeSecurityGroups',
]

describe('a chain read from AWS', () => {
  it('gives what the drawn one gives', async () => {
    expect((await findingsWithout()).sort()).toEqual(keysOf(drawn).sort())
  })

  it('is read by operations of these names', () => {
    expect(operations.filter((name) => !Object.hasOwn(readOperations, name))).toEqual([])
  })

  it.each(operations)('gives nothing more where %s is denied', async (operation) => {
    const found = await findingsWithout(operation)
    expect(found.filter((key) => !keysOf(drawn).includes(key))).toEqual([])
  })
})
