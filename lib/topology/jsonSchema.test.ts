import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { topologyJsonSchema } from './jsonSchema'
import { kindNames } from './kinds'

const file = path.resolve(import.meta.dirname, '../../public/topology.schema.json')

it('the served JSON Schema is that of the present kinds (npm run schema writes it)', () => {
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(topologyJsonSchema())))
})

it('names every kind', () => {
  const text = JSON.stringify(topologyJsonSchema())
  expect(kindNames.filter((kind) => !text.includes(`"const":"${kind}"`))).toEqual([])
})
