import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** Lowest first. A layer imports only those before it; folders of one line may import one another, never in a circle. */
const layers = [
  ['known'],
  ['topology'],
  ['naming'],
  ['policy', 'invocation'],
  ['network'],
  ['trace'],
  ['findings', 'diff', 'import'],
  ['templates', 'wizard', 'drift', 'edit', 'urls', 'matrix', 'explain', 'fixes', 'side', 'export'],
  ['cases'],
  ['aws', 'live', 'store'],
  ['auth'],
  ['components', 'app', 'bin'],
]

/** Everything down to export: the same in browser, server and command line. */
const pure = new Set(layers.slice(0, 8).flat())
const purePackages = ['zod', 'immer', 'ipaddr.js', 'jsonc-parser', 'yaml']

const root = path.resolve(import.meta.dirname, '..')

interface Source {
  file: string
  folder: string
  text: string
  imports: string[]
}

const sources = ['lib', 'components', 'app', 'bin'].flatMap((top) => sourcesBelow(top))
const rank = (folder: string) => layers.findIndex((layer) => layer.includes(folder))

describe('layers', () => {
  it('know every folder of lib', () => {
    const folders = new Set(sources.map((source) => source.folder))
    expect([...folders].filter((folder) => rank(folder) < 0)).toEqual([])
    expect(sources.length).toBeGreaterThan(50)
  })

  it('import only what lies below', () => {
    const upward = sources.flatMap(({ file, folder, imports }) =>
      imports.filter((name) => rank(folderOf(name)) > rank(folder)).map((name) => `${file} imports ${name}`),
    )
    expect(upward).toEqual([])
  })

  it('import one another in one line, never in a circle', () => {
    const arrows = new Set(
      sources.flatMap(({ folder, imports }) => imports.map((name) => `${folder} > ${folderOf(name)}`)),
    )
    const circles = [...arrows].filter((arrow) => {
      const [from, to] = arrow.split(' > ')
      // Pages, parts of pages and programs share one line on purpose: a part calls the action of its page.
      return from !== to && rank(from ?? '') < layers.length - 1 && arrows.has(`${to} > ${from}`)
    })
    expect(circles).toEqual([])
  })
})

describe('the pure core', () => {
  const core = sources.filter((source) => pure.has(source.folder))

  it('imports no platform', () => {
    const foreign = core.flatMap(({ file, text }) =>
      specifiers(text)
        .filter((name) => !name.startsWith('.') && !name.startsWith('@/') && !purePackages.includes(name))
        .map((name) => `${file} imports ${name}`),
    )
    expect(foreign).toEqual([])
  })

  it('reads no clock and draws no chance', () => {
    const outside = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bperformance\.|\bprocess\.|\bfetch\(/
    expect(core.filter(({ text }) => outside.test(withoutComments(text))).map(({ file }) => file)).toEqual([])
  })
})

function sourcesBelow(top: string): Source[] {
  return readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = path.relative(root, path.join(entry.parentPath, entry.name))
      const text = readFileSync(path.join(root, file), 'utf8')
      const imports = specifiers(text)
        .map((name) => (name.startsWith('.') ? path.join(path.dirname(file), name) : name.replace(/^@\//, '')))
        .filter((name) => /^(lib|components|app|bin)\//.test(name))
      return { file, folder: folderOf(file), text, imports }
    })
}

/** What a file imports, statically, for the types alone, or when it runs. */
function specifiers(text: string): string[] {
  const pattern =
    /^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  return [...text.matchAll(pattern)].flatMap(([, from, bare, lazy]) => from ?? bare ?? lazy ?? [])
}

function folderOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  return top === 'lib' ? second : top
}

const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
