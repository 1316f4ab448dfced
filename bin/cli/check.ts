import { atLeast, type Finding, severities } from '@/lib/findings/finding'
import { type Findings, findingsOf } from '@/lib/findings/findings'
import { junit } from '@/lib/findings/format/junit'
import { findingsCases, findingsRun } from '@/lib/findings/format/ofFindings'
import { sarif } from '@/lib/findings/format/sarif'
import { type Command, json, UsageError } from './command'
import { readText, readTopology } from './input'
import { oneOf, readOptions } from './options'

const formats = ['text', 'json', 'sarif', 'junit'] as const

export const command: Command = {
  usage: `throughline check FILE [--fail-on SEVERITY] [--format F] [--patch P] [--json]

Prints what the rules remark on a topology: whatever stops calls, opens an API or costs for nothing.
FILE is a path, or - for standard input. What the topology's "suppressed" entries name is counted, not printed.

  --fail-on S  high, medium (the default), low or info: a finding as severe as that, or more, gives exit code 1
  --format F   text (the default), json, sarif or junit
  --patch P    apply a JSON Patch first: a file, or the patch itself when it begins with [
  --json       [{ rule, severity, reason, resource, path?, sentence, nouns, evidence, docs, fix? }]

Exit code: 0 nothing as severe as S, 1 a finding, 2 usage or input.

Example: throughline template two-api-chain | throughline check - --fail-on high
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      patch: { type: 'string' },
      format: { type: 'string' },
      'fail-on': { type: 'string' },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('check takes one FILE.')
    const limit = oneOf(severities, 'fail-on', values['fail-on'] ?? 'medium')
    const format = oneOf(formats, 'format', values.format ?? (values.json ? 'json' : 'text'))
    const doc = await readTopology(io, file, values.patch)
    const today = new Date().toISOString().slice(0, 10)
    const all = findingsOf(doc, today)
    if (format === 'text') io.stdout(text(all))
    else if (format === 'json') io.stdout(json(all.findings))
    else if (format === 'junit') io.stdout(junit(`throughline check: ${doc.name}`, findingsCases(all, limit)))
    else if (file === '-') io.stdout(json(sarif(findingsRun(all, 'topology.json'))))
    else io.stdout(json(sarif(findingsRun(all, file, await readText(io, file)))))
    return all.findings.some((finding) => atLeast(finding.severity, limit)) ? 1 : 0
  },
}

/** Grouped by rule, the most severe rule first. */
function text({ findings, suppressed }: Findings): string {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding])
  const blocks = [...groups].map(([rule, [first, ...others]]) => {
    const all = first ? [first, ...others] : others
    const lines = all.flatMap((f) => [
      `  ${f.resource}${f.path ?? ''}`,
      `    ${f.sentence}`,
      ...(f.fix ? [`    Fix: ${f.fix.label}`] : []),
    ])
    return [`${first?.severity.toUpperCase()}  ${rule}`, ...lines, `  ${first?.docs}`].join('\n')
  })
  const counts = severities.flatMap((s) => {
    const count = findings.filter((f) => f.severity === s).length
    return count > 0 ? [`${count} ${s}`] : []
  })
  const hidden = suppressed.length > 0 ? `, ${suppressed.length} suppressed` : ''
  return `${[...blocks, `${counts.join(', ') || 'No finding'}${hidden}`].join('\n\n')}\n`
}
