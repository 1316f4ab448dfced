import type { Caller } from './caller'
import { memo } from './memo'

/** The resource that is asked for, in its six parts. */
export interface ArnParts {
  text: string
  parts: readonly string[]
  /** What follows the API id: `/stage/METHOD/path`. */
  afterApi: string
}

/** What one policy is asked about: the resource, who counts as caller, and the condition keys by lower-case name. */
export interface Facts {
  arn: ArnParts
  caller: Caller
  values: ReadonlyMap<string, string | readonly string[]>
  /** Keys of which nothing is known, with the name as the question wrote it. */
  gaps: ReadonlyMap<string, string>
  /** Prefixes of such keys, from names that end in an asterisk: `aws:ResourceTag/*`. */
  gapPrefixes: readonly string[]
}

/** Names of keys have no case (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html). */
export const lowerKey = memo(2000, (key) => key.toLowerCase())

const arnParts = memo(2000, readArn)

const noGaps: ReadonlyMap<string, string> = new Map()
const noPrefixes: readonly string[] = []

/** The keys of one call by their lower-case names, kept for as long as the call's object lives: it is never changed. */
const valuesByContext = new WeakMap<object, ReadonlyMap<string, string | readonly string[]>>()

function valuesOf(context: Readonly<Record<string, string | readonly string[]>>) {
  const known = valuesByContext.get(context)
  if (known) return known
  const values = new Map<string, string | readonly string[]>()
  for (const [key, value] of Object.entries(context)) values.set(lowerKey(key), value)
  valuesByContext.set(context, values)
  return values
}

export function factsOf(
  arn: string,
  caller: Caller,
  context: Readonly<Record<string, string | readonly string[]>>,
  contextUnknown: readonly string[] = [],
): Facts {
  const values = valuesOf(context)
  if (contextUnknown.length === 0) return { arn: arnParts(arn), caller, values, gaps: noGaps, gapPrefixes: noPrefixes }
  const gaps = new Map<string, string>()
  const gapPrefixes: string[] = []
  for (const key of contextUnknown)
    if (key.endsWith('*')) gapPrefixes.push(lowerKey(key).slice(0, -1))
    else gaps.set(lowerKey(key), key)
  return { arn: arnParts(arn), caller, values, gaps, gapPrefixes }
}

/** The same question with another caller, or about another resource. */
export const withCaller = (facts: Facts, caller: Caller): Facts =>
  facts.caller === caller
    ? facts
    : { arn: facts.arn, caller, values: facts.values, gaps: facts.gaps, gapPrefixes: facts.gapPrefixes }
export const withArn = (facts: Facts, arn: string): Facts => ({ ...facts, arn: arnParts(arn) })

/** The values of a key, or undefined where it is absent or not known. An empty list counts as absent. */
export function readKey(facts: Facts, key: string): string | readonly string[] | undefined {
  const given = facts.values.get(key)
  if (given !== undefined) return given.length === 0 && typeof given !== 'string' ? undefined : given
  return isGap(facts, key) ? undefined : facts.caller.keys.get(key)
}

export function isGap(facts: Facts, key: string): boolean {
  // A signer has an aws:userid, and its ARN does not tell which.
  if (key === 'aws:userid' && facts.caller.arn !== undefined) return !facts.values.has(key)
  if (facts.gaps === noGaps || facts.values.has(key)) return false
  return facts.gaps.has(key) || facts.gapPrefixes.some((prefix) => key.startsWith(prefix))
}

/** How a missing key is named: as the question wrote it, else as the policy does. */
export const gapName = (facts: Facts, key: string, asWritten: string): string => facts.gaps.get(key) ?? asWritten

function readArn(text: string): ArnParts {
  const parts = splitArn(text)
  const last = parts[5] ?? ''
  const slash = last.indexOf('/')
  return { text, parts, afterApi: slash < 0 ? '' : last.slice(slash) }
}

/** At most six parts: colons after the fifth belong to the resource. */
export function splitArn(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let i = 0; i < 5; i++) {
    const colon = text.indexOf(':', from)
    if (colon < 0) break
    parts.push(text.slice(from, colon))
    from = colon + 1
  }
  parts.push(text.slice(from))
  return parts
}
