import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

function filesOf(top: string) {
  return readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = path.relative(root, path.join(entry.parentPath, entry.name))
      return { file, name: entry.name, text: readFileSync(path.join(root, file), 'utf8') }
    })
}

const app = filesOf('app')
const called = (name: string) => app.filter((file) => file.name === name)
const offenders = (files: typeof app, good: (text: string) => boolean) =>
  files.filter(({ text }) => !good(text)).map(({ file }) => file)

/** Every value a module exports, as [name, text after it]. Types vanish and need no door. */
const exportsOf = (text: string): [string, string][] =>
  [
    ...text.matchAll(
      /^export (?!type |interface )(?:const (\w+)[^=]*= *|(default|function|async function|\{) *)(.*)/gm,
    ),
  ].map(([, name, kind, rest]) => [name ?? kind ?? '', rest ?? ''])

const metadata = (name: string) => name === 'metadata' || name === 'viewport'

describe('doors', () => {
  it('stand before every page', () => {
    expect(called('page.tsx').length).toBeGreaterThan(3)
    const guarded = (text: string) =>
      exportsOf(text).every(([name, rest]) => metadata(name) || (name === 'default' && rest.startsWith('page({')))
    expect(offenders(called('page.tsx'), guarded)).toEqual([])
  })

  it('stand before every route handler', () => {
    expect(called('route.ts').length).toBeGreaterThan(3)
    const guarded = (text: string) =>
      exportsOf(text).every(([name, rest]) => {
        if (/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(name)) return rest.startsWith('route({')
        // `export { handler as GET }` names one that was made by the door.
        return name === '{' && /^const handler = route\(\{/m.test(text) && !/\b(?!handler\b)\w+ as /.test(rest)
      })
    expect(offenders(called('route.ts'), guarded)).toEqual([])
  })

  it('stand before every server action', () => {
    expect(called('actions.ts').length).toBeGreaterThan(2)
    const guarded = (text: string) =>
      text.startsWith("'use server'\n") && exportsOf(text).every(([, rest]) => rest.startsWith('action({'))
    expect(offenders(called('actions.ts'), guarded)).toEqual([])
  })

  it('are the only way to a server action', () => {
    const elsewhere = [...app, ...filesOf('components'), ...filesOf('lib')].filter(
      ({ name, text }) => name !== 'actions.ts' && /^\s*['"]use server['"]/m.test(text),
    )
    expect(elsewhere.map(({ file }) => file)).toEqual([])
    expect([...filesOf('components'), ...filesOf('lib')].filter(({ text }) => text.startsWith("'use server'"))).toEqual(
      [],
    )
  })

  it('leave nothing else of app that reads the store', () => {
    const doors = ['page.tsx', 'route.ts', 'actions.ts']
    const beside = app.filter(
      ({ name, text }) =>
        !doors.includes(name) && /^import (?!type ).*from '@\/lib\/(store|auth|aws|live)\//m.test(text),
    )
    expect(beside.map(({ file }) => file)).toEqual([])
  })

  it('would see one that is missing', () => {
    expect(exportsOf('export default async function Page() {\n}')).toEqual([['default', 'async function Page() {']])
    expect(exportsOf('export async function save() {}')).toEqual([['async function', 'save() {}']])
    expect(exportsOf('export const load = async () => {}')).toEqual([['load', 'async () => {}']])
    expect(exportsOf('export const save = action({')).toEqual([['save', 'action({']])
    expect(exportsOf('export type Save = string\nexport interface A {}')).toEqual([])
  })
})
