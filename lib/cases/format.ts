import { z } from 'zod'
import { layers } from '@/lib/trace/trace'

/** What a caller sees. A field that the case leaves out is not compared. */
const concrete = z.strictObject({
  kind: z.enum(['response', 'dns', 'timeout', 'refused', 'tls']),
  status: z.number().int().optional(),
  errorType: z.string().optional(),
  body: z.string().optional(),
  bodyAnyOf: z.array(z.string()).optional(),
  bodyContains: z.string().optional(),
  curlExitCode: z.number().int().optional(),
})

const open = z.strictObject({ kind: z.literal('unknown'), candidates: z.array(concrete).min(2) })

const layer = z.enum(layers)

export const expectation = z.strictObject({
  verdict: z.enum(['reaches', 'blocked', 'unknown']),
  outcome: z.discriminatedUnion('kind', [open, concrete]),
  /** Where the call is decided. Compared for `blocked` only; `hopAlso` and `resourceAlso` are just as right. */
  hop: layer.optional(),
  hopAlso: z.array(layer).optional(),
  resource: z.string().optional(),
  resourceAlso: z.array(z.string()).optional(),
  /** The rule in words, for people. */
  decidedBy: z.string().optional(),
  /** Fields whose source is weaker: a difference is reported, not failed. */
  soft: z.array(z.enum(['status', 'errorType', 'body'])).optional(),
  /** An `unknown` that names this outcome among its candidates is as good. */
  acceptUnknown: z.boolean().optional(),
  arrivesAs: z
    .strictObject({
      path: z.string().optional(),
      pathStartsWith: z.string().optional(),
      host: z.string().optional(),
      api: z.string().optional(),
      neverThrough: z.string().optional(),
    })
    .optional(),
  /** Every blocker, the first one first. Absent: only `hop` and `resource` are asked for. */
  blockers: z.array(z.strictObject({ hop: layer, resource: z.string() })).optional(),
})

const operation = z.union([
  z.strictObject({ op: z.enum(['add', 'replace', 'test']), path: z.string(), value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: z.string() }),
  z.strictObject({ op: z.enum(['move', 'copy']), from: z.string(), path: z.string() }),
])

export const testCase = z.looseObject({
  id: z.string().min(1),
  group: z.string().optional(),
  /** Absent: `documented`. */
  certainty: z.enum(['measured', 'documented', 'inferred']).optional(),
  /** `explain-only`: a real outcome that no trace can predict; never compared. */
  use: z.literal('explain-only').optional(),
  patch: z.array(operation).optional(),
  /** A vantage: a logical or physical id, `internet[:ADDRESS]`, `on-premises:VPC`. */
  from: z.string().min(1),
  curl: z.string().min(1),
  signer: z.string().optional(),
  expect: expectation,
})

const templateChoice = z.strictObject({
  template: z.string(),
  variant: z.string().optional(),
  region: z.string().optional(),
  addOns: z.array(z.string()).optional(),
})

/** A CASES file: one topology (a path, a document or a template) and what is asked of it. */
export const casesFile = z.looseObject({
  topology: z.union(
    [z.string(), templateChoice, z.looseObject({ schemaVersion: z.number() })],
    'a path, a topology document, or { template, variant?, region?, addOns? }',
  ),
  cases: z.array(testCase),
})

export type CasesFile = z.infer<typeof casesFile>
export type TestCase = z.infer<typeof testCase>
export type Expectation = z.infer<typeof expectation>
export type ExpectedOutcome = Expectation['outcome']
export type ConcreteOutcome = z.infer<typeof concrete>
export type Certainty = NonNullable<TestCase['certainty']>
export type TemplateChoice = z.infer<typeof templateChoice>
