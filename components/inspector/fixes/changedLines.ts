import type { TopologyDocument } from '@/lib/topology/document'
import { equal, type Patch } from '@/lib/topology/patch'
import { keysOf, valueAt } from '@/lib/topology/pointer'

/** A line that a change takes away or brings. */
export interface ChangedLine {
  sign: '-' | '+'
  text: string
}

/**
 * What a patch changes, a line for each value. The snapshot of a new deployment repeats what is saved: where something
 * is saved as well, that says it, else the stage that goes over to it.
 */
export function changedLines(document: TopologyDocument, patch: Patch): ChangedLine[] {
  const staged: ChangedLine[] = []
  const lines = patch.flatMap((operation): ChangedLine[] => {
    const keys = keysOf(operation.path)
    const [, , field = '', name = ''] = keys
    if (field === 'deployments') return []
    if (field === 'stages' && keys.at(-1) === 'deploymentId') {
      staged.push({ sign: '+', text: `stage ${name}: a new deployment of what is saved` })
      return []
    }
    const before = valueAt(document, operation.path)
    const after = 'value' in operation ? operation.value : undefined
    return linesOf(titleOf(keys.slice(2)), before, after)
  })
  return lines.length > 0 ? lines : staged
}

const titleOf = (keys: string[]) => keys.filter((key) => key !== '-' && key !== 'text').join(' ')

function linesOf(title: string, before: unknown, after: unknown): ChangedLine[] {
  if (equal(before, after)) return []
  if (isText(after) || (typeof after === 'string' && after.includes('\n'))) return byLine(textOf(before), textOf(after))
  if (Array.isArray(after)) return byItem(title, Array.isArray(before) ? before : [], after)
  if (isRecord(after) && isRecord(before))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      linesOf(`${title} ${key}`, before[key], after[key]),
    )
  return [...line('-', title, before), ...line('+', title, after)]
}

const line = (sign: ChangedLine['sign'], title: string, value: unknown): ChangedLine[] =>
  value === undefined ? [] : [{ sign, text: `${title}: ${said(value)}` }]

function byItem(title: string, before: unknown[], after: unknown[]): ChangedLine[] {
  const gone = before.filter((one) => !after.some((other) => equal(one, other)))
  const come = after.filter((one) => !before.some((other) => equal(one, other)))
  return [...gone.flatMap((one) => line('-', title, one)), ...come.flatMap((one) => line('+', title, one))]
}

/** Lines of a policy; where a line stands and the comma at its end do not count. */
function byLine(before: string, after: string): ChangedLine[] {
  const [old, now] = [before, after].map((text) =>
    text
      .split('\n')
      .map((each) => each.trim().replace(/,$/, ''))
      .filter((each) => /[\w*]/.test(each)),
  )
  const left = [...(old ?? [])]
  const come = (now ?? []).filter((each) => {
    const at = left.indexOf(each)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
  return [
    ...left.map((text): ChangedLine => ({ sign: '-', text })),
    ...come.map((text): ChangedLine => ({ sign: '+', text })),
  ]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is { text: string } => isRecord(value) && typeof value.text === 'string'

/** As the changed policy is written, so that lines can be told from one another. */
function textOf(value: unknown): string {
  const text = isText(value) ? value.text : typeof value === 'string' ? value : ''
  try {
    return JSON.stringify(JSON.parse(text), null, 2).replace(
      /\[\s+((?:"[^"]*",?\s+)+)\]/g,
      (_, list: string) => `[${list.trim().replace(/,\s+/g, ', ')}]`,
    )
  } catch {
    return text
  }
}

/** A rule, target or entry as its values; what it is for in the drawing is left out. */
function said(value: unknown): string {
  if (!isRecord(value)) return typeof value === 'string' ? value : JSON.stringify(value)
  return Object.entries(value)
    .filter(([key]) => key !== 'of')
    .map(([key, one]) => `${key} ${said(one)}`)
    .join(', ')
}
