import type { Missing } from '@/lib/known/known'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import type { Layer, Trace } from '@/lib/trace/trace'

/** Who can settle a missing fact, and how. */
export interface HowTo {
  gap: Missing
  who: string
  how: string
  /** An IAM action to allow, ready to copy. */
  permission?: string
  /** The field of the drawing that would hold the answer. */
  field?: { resource: string; path: string }
}

/** Facts of the way to the first API: whoever calls can read them off the output of a command. */
const seenByCaller: ReadonlySet<Layer> = new Set<Layer>(['dns', 'route', 'network-acl', 'security-group', 'tls'])

/**
 * Whether a command that the caller runs bears on what decides: it does up to the first API, at a place that is drawn and
 * so can hold what the command shows.
 */
export const isSeenByCaller = (document: TopologyDocument, trace: Trace): boolean => {
  const { decidedBy, hops, invocation } = trace
  const first = hops.find((hop) => hop.kind === 'restApi' || hop.kind === 'domainName')
  return (
    decidedBy !== undefined &&
    document.resources[invocation.vantage] !== undefined &&
    seenByCaller.has(decidedBy.hop) &&
    decidedBy.n <= (first?.n ?? Number.POSITIVE_INFINITY)
  )
}

/** Each missing fact once, with who settles it. */
export function howTos(document: TopologyDocument, trace: Trace): HowTo[] {
  const found = new Map<string, Missing>()
  for (const gap of trace.missing ?? []) found.set(`${gap.resource} ${gap.path} ${gap.ask}`, gap)
  return [...found.values()].map((gap) => howTo(document, gap))
}

function howTo(document: TopologyDocument, gap: Missing): HowTo {
  const resource = document.resources[gap.resource]
  const account = resourceOf(document, resource?.account, 'account')?.accountId
  const of = account === undefined ? 'the account' : account.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')
  const field = resource && gap.why !== 'notModelled' ? { field: { resource: gap.resource, path: gap.path } } : {}
  switch (gap.why) {
    case 'accessDenied':
      return {
        gap,
        who: `An administrator of ${of}`,
        how: 'Allow the action to the role that reads the account, and read it again.',
        ...(gap.permission === undefined ? {} : { permission: gap.permission }),
        ...field,
      }
    case 'throttled':
    case 'failed':
      return { gap, who: 'You', how: 'The read failed and may not fail again: read the account again.', ...field }
    case 'notInspected':
      return {
        gap,
        who: 'You, if you know it',
        how: field.field ? 'Enter it in its field on the drawing.' : 'Read that part of the account as well.',
        ...field,
      }
    case 'knownAfterApply':
      return {
        gap,
        who: 'Whoever applies the plan',
        how: 'The value exists once the plan is applied: read it then.',
        ...field,
      }
    case 'masked':
      return {
        gap,
        who: `Whoever holds the value in ${of}`,
        how: 'AWS never shows it: enter it on the drawing.',
        ...field,
      }
    case 'notModelled':
      return {
        gap,
        who: 'The call itself',
        how: 'No page of AWS and no field says it. Make the call and look at its answer.',
      }
  }
}

/** The field in words, as far as it is one. */
export const fieldWords = ({ path }: Missing): string => keysOf(path).join(' › ')
