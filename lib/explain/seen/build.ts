import type { Invocation } from '@/lib/invocation/invocation'
import { hostParts, nameOf } from '@/lib/naming/host'
import type { AwsFacts } from '../aws/facts'
import type { RecoveredRequest } from '../explanation'
import { accessField } from '../read/accessLog'
import { requestOfLog } from '../read/executionLog'
import { type Answer, type Facts, noFacts } from '../read/facts'
import { type AnswerSort, answerSortOf, messageOf } from './answerSort'
import { denialOf } from './denial'
import { type Event, eventsOf, isGood, worst } from './events'
import { formOf } from './form'
import { answered, failed, ofAccess, ofLog, sortOfAccess, withStatus } from './outcome'
import { isPrivateAddress } from './place'
import type { Named, Seen, Sort } from './seen'

/** What is known of one call before it is judged. */
export interface Material {
  /** One for each time that the command was run. */
  runs: Facts[]
  /** Names, logs and access lines that explain it. */
  around: Pick<Facts, 'lookups' | 'logs' | 'access'>
  request: RecoveredRequest
  invocation?: Invocation
  aws: AwsFacts
  told: string
}

/** Everything that the paste shows of one call, put together. */
export function seenOf({ runs, around, request: commanded, invocation, aws, told }: Material): Seen {
  const ended = runs.map((facts) => ({ facts, events: eventsOf(facts) }))
  const events = ended.flatMap((run) => run.events)
  const event = worst(events)
  // Addresses and certificates are those of the run that failed: the others may have come from elsewhere.
  const failing = ended.find((run) => event !== undefined && run.events.includes(event))?.facts ?? runs[0] ?? noFacts()
  const facts = { ...failing, ...around }
  const [log] = facts.logs
  const access = facts.access.at(-1)
  const logged = log ? requestOfLog(log) : {}
  const request: RecoveredRequest = { ...logged, ...fromAccess(access), ...facts.request, ...commanded }
  const url = /^(https?):\/\/([^/?#]*)([^?#]*)/i.exec(request.url ?? '')
  const to = url?.[2] ? named(url[2], url[1] ?? 'https') : lookedUp(facts)
  const apiHeader = request.headers?.find((h) => /^x-apigw-api-id$/i.test(h.name))?.value
  const sentHost = request.hostHeader ?? to?.host
  const host = sentHost === undefined ? undefined : named(sentHost, 'https')
  if (request.hostHeader !== undefined && request.hostHeader === to?.host) delete request.hostHeader
  const addresses = addressesOf(facts, to?.host)
  const leads = leadsTo(addresses)
  const judged = judge(event, facts, log ? ofLog(log) : undefined, access, request.tool)
  const message = messageOf(judged.answer?.body)
  const denial = judged.sort === 'denied' && typeof message === 'string' ? denialOf(message) : undefined
  const api = request.api ?? apiHeader ?? apiOf(host) ?? denial?.api
  if (api !== undefined) request.api = api
  const form = formOf(to, sentHost, apiHeader, leads, invocation)
  if (form !== undefined) request.form = form
  const good = events.filter(isGood).length
  const bad = events.length - good
  return {
    request,
    ...(invocation ? { invocation } : {}),
    scheme: url?.[1]?.toLowerCase() === 'http' ? 'http' : 'https',
    ...(to ? { to } : {}),
    ...(host ? { host } : {}),
    ...(apiHeader === undefined ? {} : { apiHeader }),
    ...(url?.[3] === undefined ? {} : { path: url[3] === '' ? '/' : url[3] }),
    ...judged,
    ...(denial ? { denial } : {}),
    addresses,
    leads,
    connected: facts.connected.length > 0 || judged.answer !== undefined,
    lookups: facts.lookups,
    ...(facts.certificate ? { certificate: facts.certificate } : {}),
    ...(log ? { log } : {}),
    words: [...(log?.lines ?? []), ...Object.values(access ?? {})].join('\n'),
    ...(access ? { access } : {}),
    intermittent: good > 0 && bad > 0,
    runs: { good, bad },
    succeededAt: ended
      .filter((run) => run.events.some(isGood))
      .flatMap((run) => [...run.facts.tried, ...run.facts.connected]),
    callers: facts.callers,
    lambda: facts.lambda === true,
    proxy: facts.proxy,
    aws,
    told,
    others: [],
  }
}

type Judged = Pick<Seen, 'sort' | 'outcome' | 'inner'> & Partial<Pick<Seen, 'failure' | 'answer'>>

function judge(
  event: Event | undefined,
  facts: Facts,
  logged: Answer | undefined,
  access: Record<string, string> | undefined,
  tool: string | undefined,
): Judged {
  if (event && 'failure' in event)
    return { sort: event.failure.sort, failure: event.failure, outcome: failed(event.failure), inner: false }
  const shown = event?.answer
  const answer = shown?.body === undefined && shown?.headers.length === 0 ? (logged ?? shown) : (shown ?? logged)
  if (answer) return ofAnswer(answer, facts, answerSortOf(answer), tool)
  if (access) {
    const entry = ofAccess(access)
    return ofAnswer(entry, facts, sortOfAccess(access) ?? answerSortOf(entry), tool ?? 'log')
  }
  const dns = facts.lookups.find((l) => l.result !== 'answer')
  return dns
    ? { sort: 'dns', outcome: { kind: 'dns' }, failure: { sort: 'dns', host: dns.name }, inner: false }
    : { sort: 'none', outcome: { kind: 'unknown' }, inner: false }
}

/** A good status around one of API Gateway's own refusals, or a refusal with the marks of a second answer behind it. */
function ofAnswer(shown: Answer, facts: Facts, sort: AnswerSort, tool: string | undefined): Judged {
  const answer = withStatus(shown, sort)
  const byCurl = tool === 'curl' || (tool === undefined && answer.headed && facts.logs.length === 0)
  const exit = facts.exit ?? (byCurl ? 0 : undefined)
  const masked = (answer.status ?? 0) < 400 && (answer.status ?? 0) >= 200 && sort !== 'answered' && sort !== 'balancer'
  const remapped = answer.headers.some((h) => /^x-amzn-remapped-/i.test(h.name))
  const received = /Received response\. Status: [45]\d\d/.test(facts.logs[0]?.lines.join('\n') ?? '')
  return {
    sort: sortIn(masked, sort, answer, facts),
    answer,
    outcome: answered(answer, exit),
    inner: masked || remapped || received,
  }
}

const fromAws = /^(?:x-amzn-|x-amz-|apigw-requestid)/i

/** An answer with all its headers and none of AWS's among them was given by somebody else. */
function sortIn(masked: boolean, sort: AnswerSort, answer: Answer, facts: Facts): Sort {
  if (masked) return 'masked'
  const strange = answer.headed && answer.headers.length > 0 && !answer.headers.some((h) => fromAws.test(h.name))
  const marked = facts.proxy.some((mark) => !/^https?_proxy=/i.test(mark))
  return strange && sort !== 'balancer' && marked && (answer.status ?? 0) >= 400 ? 'proxy-answer' : sort
}

function named(authority: string, scheme: string): Named {
  const { name, port } = hostParts(authority)
  return { host: name, port: port ?? (/^http$/i.test(scheme) ? 80 : 443), name: nameOf(name) }
}

/** Where only names were asked for, the name is what would be called. */
function lookedUp(facts: Facts): Named | undefined {
  const name = facts.failures.find((f) => f.host !== undefined)?.host ?? facts.lookups.find((l) => l.name !== '')?.name
  return name === undefined ? undefined : named(name, 'https')
}

function apiOf(host: Named | undefined): string | undefined {
  const name = host?.name
  return name?.of === 'execute-api' && (name.form === 'api' || name.form === 'alias') ? name.api : undefined
}

function addressesOf(facts: Facts, host: string | undefined): string[] {
  const asked = facts.lookups
    .filter((l) => host === undefined || l.name === host || l.name === '')
    .flatMap((l) => l.addresses)
  const tried = [...facts.tried, ...facts.connected, ...facts.failures.flatMap((f) => f.address ?? [])]
  return [...new Set(tried.length > 0 ? tried : asked)]
}

function leadsTo(addresses: readonly string[]): Seen['leads'] {
  if (addresses.length === 0) return 'unknown'
  return addresses.every(isPrivateAddress) ? 'private' : addresses.some(isPrivateAddress) ? 'unknown' : 'public'
}

function fromAccess(entry: Record<string, string> | undefined): RecoveredRequest {
  if (!entry) return {}
  const method = accessField(entry, 'httpmethod', 'method', 'requestmethod')
  const path = accessField(entry, 'resourcepath', 'path', 'requestpath')
  const api = accessField(entry, 'apiid', 'api', 'restapiid')
  return {
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(api === undefined ? {} : { api }),
  }
}
