/** One case of a report in the form that JUnit's readers agree on: https://github.com/testmoapp/junitxml */
export interface JunitCase {
  name: string
  /** What the case belongs to: a rule, a group of cases. */
  group: string
  failure?: { message: string; details: string }
  skipped?: string
}

/** The report as XML: a suite for each group, in the order of the cases. */
export function junit(name: string, cases: readonly JunitCase[]): string {
  const groups = [...new Set(cases.map((c) => c.group))]
  const suites = groups.map((group) => {
    const own = cases.filter((c) => c.group === group)
    return element('testsuite', { name: group, ...counts(own) }, own.map(caseOf))
  })
  const root = element('testsuites', { name, ...counts(cases) }, suites)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

const counts = (cases: readonly JunitCase[]) => ({
  tests: String(cases.length),
  failures: String(cases.filter((c) => c.failure).length),
  skipped: String(cases.filter((c) => c.skipped !== undefined).length),
})

function caseOf({ name, group, failure, skipped }: JunitCase): string {
  const inside = failure ? [`<failure message="${escaped(failure.message)}">${escaped(failure.details)}</failure>`] : []
  if (skipped !== undefined) inside.push(element('skipped', { message: skipped }, []))
  return element('testcase', { name, classname: group }, inside)
}

function element(tag: string, attributes: Record<string, string>, children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const start = `<${tag}${written.join('')}`
  if (children.length === 0) return `${start}/>`
  const inside = children.map((child) => child.replaceAll(/^(?= *<)/gm, '  '))
  return `${start}>\n${inside.join('\n')}\n</${tag}>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Control characters have no place in XML 1.0, not even as entities. */
const escaped = (text: string): string =>
  [...text]
    .filter((char) => char >= ' ' || char === '\n' || char === '\t')
    .map((char) => entities[char] ?? char)
    .join('')
