/**
 * Results in the Static Analysis Results Interchange Format 2.1.0, which code hosts show beside the lines of a file:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export interface SarifRule {
  id: string
  title: string
  /** The page that gives the rule, where there is one. */
  helpUri?: string
  level: SarifLevel
}

export type SarifLevel = 'error' | 'warning' | 'note'

export interface SarifResult {
  rule: string
  level: SarifLevel
  message: string
  /** The file, relative to the root of its repository. */
  file: string
  /** JSON Pointer in the file. */
  pointer: string
  /** From 1; the first where nobody knows. */
  line?: number
  /** What stays the same when the wording changes: runs are compared by it. */
  fingerprint: string
  /** Why it was accepted; such a result is shown as closed. */
  suppressed?: string
}

export interface SarifRun {
  rules: readonly SarifRule[]
  results: readonly SarifResult[]
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

export function sarif({ rules, results }: SarifRun) {
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Throughline', rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => resultOf(result, rules)),
      },
    ],
  }
}

const ruleOf = ({ id, title, helpUri, level }: SarifRule) => ({
  id,
  shortDescription: { text: title },
  ...(helpUri === undefined ? {} : { helpUri }),
  defaultConfiguration: { level },
})

function resultOf(result: SarifResult, rules: readonly SarifRule[]) {
  const ruleIndex = rules.findIndex((rule) => rule.id === result.rule)
  return {
    ruleId: result.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: result.level,
    message: { text: result.message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(result.file) }, region: { startLine: result.line ?? 1 } },
        logicalLocations: [{ fullyQualifiedName: result.pointer, kind: 'value' }],
      },
    ],
    partialFingerprints: { 'throughline/v1': result.fingerprint },
    ...(result.suppressed === undefined
      ? {}
      : { suppressions: [{ kind: 'inSource', justification: result.suppressed }] }),
  }
}

const uriOf = (file: string): string => file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
