// Writes lib/templates/layouts.generated.ts: the places of each template's cards, so that a new topology is drawn at
// once and the layout engine is loaded only when somebody asks for it. Run by hand: node bin/layouts.mjs
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const ELK = createRequire(import.meta.url)('elkjs/lib/elk.bundled.js')

const source = `
export { templates } from '@/lib/templates'
export { buildTemplate } from '@/lib/templates/build'
export { graphOf } from '@/components/canvas/model/graph'
export { layOut } from '@/components/canvas/layout/layOut'
`
const bundle = await build({
  stdin: { contents: source, resolveDir: root },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  alias: { '@': root.replace(/\/$/, '') },
})
const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64')
const { templates, buildTemplate, graphOf, layOut } = await import(`data:text/javascript;base64,${code}`)

const layouts = {}
for (const { name } of templates) layouts[name] = await layOut(graphOf(buildTemplate(name)), new ELK())

writeFileSync(
  new URL('../lib/templates/layouts.generated.ts', import.meta.url),
  `// Written by bin/layouts.mjs.
import type { Place } from '@/lib/topology/document'

export const layouts: Record<string, Record<string, Place>> = ${JSON.stringify(layouts, null, 2)}
`,
)
