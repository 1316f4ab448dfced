import { partitionOf } from '@/lib/naming/partitions'
import { suffixOf } from '@/lib/naming/suffix'
import { is, type Named, type Seen } from './seen'

/** The region that the names of a call lie in. */
export function regionOf(seen: Seen): string | undefined {
  for (const named of [seen.host, seen.to]) {
    const name = named?.name
    if (name && (name.of === 'execute-api' || name.of === 'load-balancer')) return name.region
  }
  const { integrationUri = '' } = seen.request
  const text = `${integrationUri} ${seen.answer?.body ?? ''} ${seen.to?.host ?? ''}`
  const found = /(?:execute-api|elb)[.:]([a-z]{2,4}(?:-[a-z]+)+-\d)/.exec(text)?.[1]
  return found !== undefined && partitionOf(found) ? found : undefined
}

/** `--region` of a command, empty where the paste shows no region. */
export const regionOption = (seen: Seen): string => {
  const region = regionOf(seen)
  return region === undefined ? '' : ` --region ${region}`
}

export const suffixWrong = (named: Named | undefined): boolean => {
  const name = named?.name
  return name !== undefined && (name.of === 'execute-api' || name.of === 'load-balancer') && !name.suffixFits
}

/** The same name with the suffix of its region. */
export function withSuffix(named: Named): string {
  const { name, host } = named
  if (name.of !== 'execute-api' && name.of !== 'load-balancer') return host
  return `${host.slice(0, -name.suffix.length)}${suffixOf(name.region)}`
}

/** Whether a Host names an API, as API Gateway reads it. */
export const namesApi = (named: Named | undefined): boolean => {
  const name = named?.name
  return name?.of === 'execute-api' && name.suffixFits && (name.form === 'api' || name.form === 'alias')
}

/** A name of the caller's own, which may be a custom domain. */
export const isOwnName = (named: Named | undefined): boolean =>
  named?.name.of === 'other' && named.host.includes('.') && !/amazonaws/.test(named.host)

/** An AWS name with more labels behind it: a search domain, or an alias of one's own. */
export const isExtended = (host: string | undefined): boolean =>
  host !== undefined && /\.amazonaws\.com(?:\.cn)?\.(?!cn$)[a-z0-9-]+/i.test(host)

/** The default name of an API. */
export const isDefaultName = (named: Named | undefined): boolean =>
  named?.name.of === 'execute-api' && named.name.form === 'api'

export const isBalancer = (named: Named | undefined): boolean => named?.name.of === 'load-balancer'

/** A name of an endpoint, with or without an API in it: it resolves everywhere to private addresses. */
export const isEndpointName = (named: Named | undefined): boolean =>
  named?.name.of === 'execute-api' && (named.name.form === 'endpoint' || named.name.form === 'alias')

/** Whether the call goes through a VPC endpoint: by its name, or because the name led to private addresses. */
export const throughEndpoint = (seen: Seen): boolean =>
  isEndpointName(seen.to) ||
  seen.leads === 'private' ||
  seen.lookups.some((l) => l.addresses.length > 0 && seen.leads === 'private')

/** The first segment of the path: the stage, where no custom domain maps it. */
export const stageOf = (seen: Seen): string | undefined => /^\/([^/?]+)/.exec(seen.path ?? '')?.[1]

const stageWords =
  /^(?:dev|develop|development|test|testing|tst|prod|production|prd|stage|staging|stg|live|beta|alpha|qa|uat|int|integration|default|demo|sandbox|preprod|pre|poc|main|master|acc|acceptance|ci|v\d+|release|canary|blue|green)[-_]?\w{0,6}$/i

/** Whether a segment is spelled as stages usually are: a hint, no fact. */
export const looksLikeStage = (segment: string | undefined): boolean =>
  segment !== undefined && stageWords.test(segment)

/** Failures that lie behind the integration. */
export const isBehind = (seen: Seen): boolean =>
  is(seen, 'server-error', 'network-error', 'timed-out', 'gateway-timeout', 'bad-gateway', 'unavailable', 'balancer')

/** Whether the answer has the mark of an HTTP API, which a VPC link V2 leads from. */
export const isHttpApi = (seen: Seen): boolean =>
  seen.answer?.headers.some((h) => /^apigw-requestid$/i.test(h.name)) === true

const often =
  /intermittent|sometimes|now and then|occasional|flak|every (?:second|third|other|few)|one (?:in|of|out of) \w+|\d+ ?(?:of|out of|in|\/) ?\d+|randomly|sporadic/i

/** Now and then: shown by repeated runs, or told by whoever pasted. */
export const nowAndThen = (seen: Seen): boolean => seen.intermittent || often.test(seen.told)

/** The other calls of the paste that got an answer of their own. */
export const goodOthers = (seen: Seen): Seen[] =>
  seen.others.filter((other) => other.runs.good > 0 && other.sort === 'answered')
