import { mkdir, writeFile } from 'node:fs/promises'
import { topologyJsonSchema } from '@/lib/topology/jsonSchema'

await mkdir('public', { recursive: true })
await writeFile('public/topology.schema.json', `${JSON.stringify(topologyJsonSchema(), null, 2)}\n`)
