import type { PolicyKind } from '../policy'
import type { Clause, Requirement, What, Who } from './clause'
import { joined, phrase } from './phrase'
import type { Shape } from './shape'

/** A piece of a sentence; `at` links it to its place in the policy. */
export interface Part {
  text: string
  at?: string
  statement?: number
}

/** The whole policy in one or a few sentences. */
export function shapeSays(shape: Shape, clauses: readonly Clause[], kind: PolicyKind): Part[] {
  switch (shape.kind) {
    case 'anyone':
      return [
        { text: `Anyone may invoke ${whatWords(shape.what)}.`, at: shape.allow.at, statement: shape.allow.statement },
      ]
    case 'onlyWhen': {
      const [only, ...more] = shape.unless.flat()
      const groups = shape.unless.map((group) =>
        joined(
          group.map((r) => phrase(r)),
          'or',
        ),
      )
      const which = only && more.length === 0 ? phrase(only, 'and') : joined(groups, 'and')
      return [
        { text: `Only calls ${which} pass`, at: firstDeny(clauses), statement: shape.allow.statement },
        { text: `${restOf(shape.what)}; everything else is denied.` },
      ]
    }
    case 'onlyAllowed': {
      const [only, ...more] = shape.allow.when
      const which =
        only && more.length === 0
          ? phrase(only, 'and')
          : joined(
              shape.allow.when.map((r) => phrase(r)),
              'and',
            )
      return [
        { text: `Only calls ${which} pass`, ...linkTo(shape.allow) },
        { text: `${restOf(shape.what)}; nothing else is allowed.` },
      ]
    }
    case 'nobody':
      return [{ text: nobodySays(kind) }, ...clauses.flatMap((c) => [{ text: ' ' }, ...clauseSays(c)])]
    case 'list':
      return clauses.flatMap((c, i) => [...(i > 0 ? [{ text: ' ' }] : []), ...clauseSays(c)])
  }
}

const linkTo = (clause: Clause) => ({ at: clause.at, statement: clause.statement })
const firstDeny = (clauses: readonly Clause[]): string => clauses.find((c) => c.effect === 'Deny')?.at ?? ''

const nobodySays = (kind: PolicyKind): string =>
  kind === 'resource'
    ? 'No statement allows a call: without a Lambda authorizer or IAM policy that does, nobody passes.'
    : 'No statement allows a call, so nobody passes.'

/** Which methods, where not all of the API are meant. */
function restOf(what: What): string {
  const words = whatWords(what)
  return /^any method(?: of \w+)?$/.test(words) ? '' : ` to ${words}`
}

/** One statement in one sentence. */
export function clauseSays(clause: Clause): Part[] {
  const { who, what, when, effect } = clause
  const link = linkTo(clause)
  if (what.kind === 'nothing')
    return [{ text: 'This statement does not speak of invoking an API.', ...link, at: what.at }]
  const who0: Part = { text: whoWords(who, effect), statement: clause.statement, at: who.at }
  const what0: Part = { text: whatWords(what), statement: clause.statement, at: what.at }
  const verb = effect === 'Allow' ? ' may invoke ' : ' denied: '
  const end = clause.unclear ? '; it holds an empty list or Condition, of which AWS does not say what it does.' : '.'
  return [who0, { text: verb }, what0, ...whenParts(clause, when), { text: end }]
}

function whoWords(who: Who, effect: Clause['effect']): string {
  const names = joined(who.names.map(nameOf), effect === 'Allow' ? 'or' : 'and')
  if (effect === 'Allow')
    return who.kind === 'everyone' ? 'Anyone' : who.kind === 'only' ? capital(names) : `Anyone but ${names}`
  return who.kind === 'everyone'
    ? 'Everyone is'
    : who.kind === 'only'
      ? `${capital(names)} is`
      : `Everyone but ${names} is`
}

/** An account, or its root, stands for identities that their own policies let. */
function nameOf(name: string): string {
  const account = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1]
  return account === undefined ? name : `identities of account ${account}`
}

const capital = (text: string): string =>
  text.startsWith('arn:') ? text : text.charAt(0).toUpperCase() + text.slice(1)

function whenParts(clause: Clause, when: readonly Requirement[]): Part[] {
  if (when.length === 0) return []
  const unless = clause.effect === 'Deny' && when.every((r) => r.negated && r.set === undefined && !r.presence)
  const link = (r: Requirement) => ({ at: r.at, statement: clause.statement })
  const parts: Part[] = [{ text: unless ? ', unless the call comes ' : ', when the call comes ' }]
  when.forEach((r, i) => {
    if (i > 0) parts.push({ text: unless ? ' or ' : ' and ' })
    parts.push({ text: phrase(unless ? { ...r, negated: false } : r), ...link(r) })
  })
  return parts
}

/** `arn:…:api/stage/METHOD/path` as people say it; anything else as written. */
export function whatWords(what: What): string {
  if (what.kind === 'everything') return 'any method'
  const names = joined(what.resources.map(methodWords), what.kind === 'allBut' ? 'and' : 'or')
  return what.kind === 'allBut' ? `anything but ${names}` : names
}

function methodWords(resource: string): string {
  const full = /^arn:[^:]*:execute-api:[^:]*:[^:]*:([^/:]*)(\/.*)?$/.exec(resource)
  const short = /^execute-api:(\/.*)$/.exec(resource)
  const path = full ? (full[2] ?? '') : (short?.[1] ?? undefined)
  if (path === undefined) return resource
  const api = full?.[1] && full[1] !== '*' ? ` of ${full[1]}` : full ? ' of any API' : ''
  if (path === '') return full?.[1] === '*' ? `any method${api}` : resource
  const [, stage = '', method, ...rest] = path.split('/')
  if (stage === '*' && (method === undefined || (method === '*' && rest.join('/') === '*'))) return `any method${api}`
  if (method === undefined || (method === '*' && rest.join('/') === '*')) return `any method of stage ${stage}${api}`
  const verb = method === '*' ? 'any method on' : method
  const where = rest.join('/') === '*' ? 'any path' : `/${rest.join('/')}`
  return `${verb} ${where} of ${stage === '*' ? 'any stage' : `stage ${stage}`}${api}`
}
