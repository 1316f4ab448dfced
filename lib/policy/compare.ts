import { type Block, parseAddress, parseBlock, within } from './address'
import { type Facts, splitArn } from './facts'
import { parseMoment } from './moment'
import type { Operator, Order } from './operators'
import { compilePattern, type Language, type Notes, type Pattern, patternOf } from './pattern'
import { both, MAYBE, NO, type Tri, YES } from './tri'
import { isGlob, piecesOf } from './variables'

const maybe = (reason: string, note?: Notes): Tri => {
  note?.add(reason)
  return MAYBE
}

/** Compiles one value of a policy for one operator, its negation left aside. */
export function compileValue(text: string, operator: Operator, language: Language, effect: 'Allow' | 'Deny'): Pattern {
  const exact: Language = { variables: language.variables, wildcards: false }
  const { family } = operator
  if (text === '') return { match: (_, __, note) => maybe('rule:empty-string-value', note) }
  switch (family) {
    case 'string':
      return compilePattern(text, exact)
    case 'stringIgnoreCase':
      return ignoringCase(text, exact)
    case 'like':
      return compilePattern(text, { ...language, wildcards: true })
    case 'arn':
      return arnPattern(text, language)
  }
  // No page describes a variable here: for Bool two pages contradict each other.
  if (language.variables && text.includes('${'))
    return { match: (_, __, note) => maybe('rule:variable-for-operator', note) }
  switch (family) {
    case 'number':
      return ordered(parseNumber(text), parseNumber, operator.order ?? '=')
    case 'date':
      return ordered(parseMoment(text), parseMoment, operator.order ?? '=')
    case 'bool':
      return truthPattern(text)
    case 'ip':
      return blockPattern(text, !operator.negated && effect === 'Allow')
    case 'binary':
    case 'null':
      return { match: (value, _, note) => (value === text ? YES : maybe('rule:binary-form', note)) }
  }
}

/** No page says which folding holds beyond ASCII. */
function ignoringCase(text: string, language: Language): Pattern {
  const pieces = piecesOf(text, language)
  const ascii = patternOf(
    pieces.map((p) => (typeof p === 'string' ? asciiLower(p) : p)),
    false,
  )
  const any = patternOf(
    pieces.map((p) => (typeof p === 'string' ? p.toLowerCase() : p)),
    false,
  )
  const folded = (facts: Facts, lower: (text: string) => string): Facts =>
    isGlob(pieces) ? facts : lowered(facts, lower)
  return {
    ...(ascii.unresolved ? { unresolved: ascii.unresolved } : {}),
    match(value, facts, note) {
      const result = ascii.match(asciiLower(value), folded(facts, asciiLower), note)
      if (result !== NO) return result
      const wide = any.match(
        value.toLowerCase(),
        folded(facts, (t) => t.toLowerCase()),
      )
      return wide === NO ? NO : maybe('rule:non-ascii-ignore-case', note)
    },
  }
}

const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase())

function lowered(facts: Facts, lower: (text: string) => string): Facts {
  const fold = (value: string | readonly string[]) => (typeof value === 'string' ? lower(value) : value.map(lower))
  const values = new Map([...facts.values].map(([key, value]) => [key, fold(value)]))
  const keys = new Map([...facts.caller.keys].map(([key, value]) => [key, lower(value)]))
  return { ...facts, values, caller: { ...facts.caller, keys } }
}

/** Six parts, compared one by one: a wildcard does not reach over a colon. */
function arnPattern(text: string, language: Language): Pattern {
  const whole = compilePattern(text, { ...language, wildcards: true })
  const parts = splitOutsideVariables(text)
  if (!text.startsWith('arn:') || parts.length < 6)
    return {
      ...(whole.unresolved ? { unresolved: whole.unresolved } : {}),
      match: (value, facts, note) => (whole.match(value, facts) === NO ? NO : maybe('rule:arn-form', note)),
    }
  const patterns = parts.map((part) => compilePattern(part, { ...language, wildcards: true }))
  return {
    ...(whole.unresolved ? { unresolved: whole.unresolved } : {}),
    match(value, facts, note) {
      const given = splitArn(value)
      if (given.length < 6) return maybe('rule:arn-form', note)
      let result: Tri = YES
      for (let i = 0; i < 6; i++) {
        result = both(result, patterns[i]?.match(given[i] ?? '', facts, note) ?? NO)
        if (result === NO) return NO
      }
      return result
    },
  }
}

/** The colon in `${aws:…}` parts nothing. */
function splitOutsideVariables(text: string): string[] {
  const parts: string[] = ['']
  for (const [piece] of text.matchAll(/\$\{[^{}]*\}|:|[^:$]+|\$/g)) {
    if (piece === ':' && parts.length < 6) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}

function parseNumber(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

function ordered(bound: number | undefined, parse: (text: string) => number | undefined, order: Order): Pattern {
  return {
    match(value, _, note) {
      const given = parse(value)
      if (given === undefined || bound === undefined) return maybe('rule:number-or-date-form', note)
      return holds(given, order, bound) ? YES : NO
    },
  }
}

function holds(given: number, order: Order, bound: number): boolean {
  switch (order) {
    case '=':
      return given === bound
    case '<':
      return given < bound
    case '<=':
      return given <= bound
    case '>':
      return given > bound
    case '>=':
      return given >= bound
  }
}

function truthPattern(text: string): Pattern {
  const isBool = (value: string) => value === 'true' || value === 'false'
  return {
    match(value, _, note) {
      if (!isBool(text) || !isBool(value)) return maybe('rule:bool-form', note)
      return value === text ? YES : NO
    },
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html (IP address) */
function blockPattern(text: string, harmless: boolean): Pattern {
  const block: Block | undefined = parseBlock(text)
  // A block that is none matches nothing in an Allow; what it does elsewhere is not said.
  if (!block) return { match: (_, __, note) => (harmless ? NO : maybe('rule:cidr-form', note)) }
  return {
    match(value, _, note) {
      const address = parseAddress(value)
      if (!address) return maybe('rule:ip-form', note)
      if (address.mapped || block.mapped) return maybe('rule:ipv4-mapped', note)
      if (address.words.length !== block.words.length) return NO
      const all = block.words.length * 32
      if (within(address, block, block.bits ?? all)) return YES
      // "/32 by default" stands there for IPv6 too, where it would be a large block.
      if (block.bits === undefined && all === 128 && within(address, block, 32))
        return maybe('rule:ipv6-without-prefix', note)
      return NO
    },
  }
}
