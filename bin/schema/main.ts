import { mkdir, writeFile } from 'node:fs/promises'
import { readShapes } from '@/lib/edit/fields/readShapes'
import { topologyJsonSchema } from '@/lib/topology/jsonSchema'
import { kindFields } from '@/lib/topology/kindFields'

await mkdir('public', { recursive: true })
await writeFile('public/topology.schema.json', `${JSON.stringify(topologyJsonSchema(), null, 2)}\n`)
await writeFile(
  'lib/topology/fields.generated.ts',
  `// Written by npm run schema from lib/topology/kinds.
import type { KindFields } from './fieldTable'
import type { Kind } from './kinds'

export const fieldsOf: Record<Kind, KindFields> = ${JSON.stringify(kindFields(), null, 2)}
`,
)
await writeFile(
  'lib/edit/fields/shapes.generated.ts',
  `// Written by npm run schema from lib/topology/kinds.
import type { Kind } from '@/lib/topology/kinds'
import type { Field } from './shape'

export const shapesOf: Record<Kind, Field[]> = ${JSON.stringify(readShapes())}
`,
)
