import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildTemplate } from '@/lib/templates/build'
import { findingsOf } from '../findings'
import { findingsRun } from './ofFindings'
import { sarif } from './sarif'

// The schema as it was published; the package around it is not used. zod takes every address for an absolute one, and a
// result names its file from the root of the repository, so that one format is left out.
const schema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const published = JSON.parse(readFileSync(schema, 'utf8'), (key, value: unknown) =>
  key === 'format' && value === 'uri-reference' ? undefined : value,
)
const log = z.fromJSONSchema(published)

const suppressed = [{ rule: 'open-to-any', resource: '3i95y1yx06', reason: 'a demonstration' }]
const doc = { ...buildTemplate('two-api-chain'), suppressed }
const written = sarif(findingsRun(findingsOf(doc), 'infra/two apis.json'))

describe('SARIF', () => {
  it('is what the published schema describes', () => {
    expect(log.safeParse(JSON.parse(JSON.stringify(written))).error?.issues).toBeUndefined()
    expect(log.safeParse({ version: '2.1.0', runs: [{ results: [] }] }).success).toBe(false)
  })

  it('tells each rule once, and each finding with its place in the file', () => {
    const [run] = written.runs
    const ids = run?.tool.driver.rules.map((rule) => rule.id) ?? []
    expect(new Set(ids).size).toBe(ids.length)
    const hiding = run?.results.find((result) => result.ruleId === 'non-proxy-hides-errors')
    expect(hiding).toMatchObject({
      level: 'warning',
      ruleIndex: ids.indexOf('non-proxy-hides-errors'),
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'infra/two%20apis.json' }, region: { startLine: 1 } },
          logicalLocations: [
            {
              fullyQualifiedName: '/resources/3i95y1yx06/resources/p1pgnp/methods/GET/integration/integrationResponses',
            },
          ],
        },
      ],
    })
    const prints = run?.results.map((result) => result.partialFingerprints['throughline/v1']) ?? []
    expect(new Set(prints).size).toBe(prints.length)
  })

  it('keeps what was accepted, closed and with its reason', () => {
    const open = written.runs[0]?.results.filter((result) => result.ruleId === 'open-to-any') ?? []
    expect(open.map((result) => result.suppressions)).toEqual([
      undefined,
      [{ kind: 'inSource', justification: 'a demonstration' }],
    ])
  })
})
