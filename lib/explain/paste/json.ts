/** More values than this in one paste are a log; the first ones are read. */
const valuesMax = 200

/** Every JSON object or list that stands in a text, also several, also with other text around them. */
export function jsonIn(text: string): unknown[] {
  const found: unknown[] = []
  let at = 0
  let budget = text.length * 4
  while (found.length < valuesMax && budget > 0) {
    const start = nextStart(text, at)
    if (start < 0) break
    const end = endOf(text, start)
    budget -= (end ?? text.length) - start
    const value = end === undefined ? undefined : parsed(text.slice(start, end))
    if (value === undefined || end === undefined) at = start + 1
    else {
      found.push(value)
      at = end
    }
  }
  return found
}

function nextStart(text: string, from: number): number {
  const object = text.indexOf('{', from)
  const list = text.indexOf('[', from)
  return object < 0 || list < 0 ? Math.max(object, list) : Math.min(object, list)
}

/** The position behind the bracket that closes the one at `start`; undefined where none does. */
export function endOf(text: string, start: number): number | undefined {
  let depth = 0
  let quoted = false
  for (let i = start; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c === '\\') i++
      else if (c === '"') quoted = false
    } else if (c === '"') quoted = true
    else if (c === '{' || c === '[') depth++
    else if (c === '}' || c === ']') {
      depth--
      if (depth === 0) return i + 1
    }
  }
  return undefined
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
