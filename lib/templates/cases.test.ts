import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { casesFile } from '@/lib/cases/format'
import { documentOf } from '@/lib/cases/read'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'

const folder = path.resolve(import.meta.dirname, '../../cases')
const json = (...parts: string[]) => JSON.parse(readFileSync(path.join(folder, ...parts), 'utf8'))
const jsonFiles = (name: string) => readdirSync(path.join(folder, name)).filter((file) => file.endsWith('.json'))

const cannotSay: { id: string; why: string }[] = json('cannot-say.json')
const files = jsonFiles('trace').map((name) => ({ name, file: casesFile.parse(json('trace', name)) }))
const written = files.flatMap(({ name, file }) => file.cases.map((asked) => ({ name, file, asked })))

interface OracleCase {
  id: string
  group: string
  certainty: string
  use?: string
  curl: string
  expect: unknown
}
const oracle: OracleCase[] = jsonFiles('oracle')
  .filter((name) => name.startsWith('trace-'))
  .flatMap((name) => json('oracle', name))

const startOf = (file: (typeof files)[number]['file']) => documentOf(file, async (name) => json('trace', name))

describe.each(files)('$name', ({ file }) => {
  test('starts from a topology in order', async () => {
    expect(validate(await startOf(file))).toMatchObject({ ok: true, errors: [], warnings: [] })
  })

  test.each(file.cases)('$id is a topology in order, with its vantage', async ({ patch, from, signer }) => {
    const result = validate(applyPatch(await startOf(file), patch ?? []))
    expect(result).toMatchObject({ ok: true, errors: [], warnings: [] })
    if (!result.ok) return
    expect(/^internet(:|$)/.test(from) || Object.hasOwn(result.document.resources, from), from).toBe(true)
    for (const id of [signer, callerOf(result.document, from)])
      if (id !== undefined) expect(resourceOf(result.document, id, 'principal'), id).toBeDefined()
    for (const [id, problem] of brokenStages(result.document)) expect(problem, id).toBeUndefined()
  })
})

const callerOf = (doc: TopologyDocument, from: string) =>
  resourceOf(doc, from, 'client')?.caller ?? resourceOf(doc, from, 'instance')?.caller

/** A stage must point to a deployment that is there: a patch that forgets the copy would leave it dangling. */
const brokenStages = (doc: TopologyDocument): [string, string][] =>
  Object.entries(doc.resources).flatMap(([id, resource]) =>
    resource.kind === 'restApi'
      ? Object.entries(resource.stages).flatMap(([stage, { deploymentId }]): [string, string][] =>
          resource.deployments[deploymentId] ? [] : [[id, `stage ${stage} points to no deployment ${deploymentId}`]],
        )
      : [],
  )

test('every case of the oracle is written once, unchanged', () => {
  const ids = [...written.map(({ asked }) => asked.id), ...cannotSay.map(({ id }) => id)].sort()
  expect(ids).toEqual(oracle.map(({ id }) => id).sort())
  for (const { asked } of written) {
    const source = oracle.find(({ id }) => id === asked.id)
    const { id, group, certainty, use, curl, expect: wanted } = asked
    expect({ id, group, certainty, use, curl, expect: wanted }).toEqual({
      id,
      group: source?.group,
      certainty: source?.certainty,
      use: source?.use,
      curl: source?.curl,
      expect: source?.expect,
    })
  }
})
