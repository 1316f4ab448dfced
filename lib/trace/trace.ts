import type { Header, Invocation } from '@/lib/invocation/invocation'
import type { Evidence, Missing } from '@/lib/known/known'
import type { Kind } from '@/lib/topology/kinds'
import type { Patch } from '@/lib/topology/patch'

/** What a check is about, in AWS's order as far as there is one. */
export const layers = [
  'dns',
  'route',
  'network-acl',
  'security-group',
  'tls',
  'endpoint',
  'api-selection',
  'stage',
  'endpoint-policy',
  'resource-policy',
  'authorization',
  'api-key',
  'method',
  'request-validation',
  'integration',
  'vpc-link',
  'load-balancer',
  'target',
  'service',
  'loop',
] as const
export type Layer = (typeof layers)[number]

/** A noun of a sentence that is a link to what it names. */
export interface Noun {
  text: string
  resource: string
  /** JSON Pointer of the field it speaks of. */
  path?: string
}

/**
 * One question asked at a hop. `id` is `<layer>.<name>`, public, never renamed. `says` is the whole sentence, `reason`
 * the id of that sentence in the check's own table, `fact` the two or three words for a cell of the hop strip.
 */
export interface Check {
  id: string
  hop: Layer
  verdict: 'pass' | 'fail' | 'unknown'
  says: string
  reason: string
  fact: string
  nouns: Noun[]
  /** Logical id of the resource that the check is about; the hop's own when absent (a group, an ACL, a route table). */
  resource?: string
  evidence: Evidence[]
  docs: string
}

/** The call as it arrives at a hop. */
export interface HopCall {
  method: string
  /** scheme://host[:port]/path as this hop sees it; host is the Host header. */
  scheme: 'http' | 'https' | 'tcp'
  host?: string
  sni?: string
  port?: number
  path?: string
  headers: Header[]
  /** Source address as this hop sees it. */
  source?: string
  /** How it came: over the network, by PrivateLink (a VPC link), or from the internet. */
  via?: 'network' | 'privatelink' | 'internet'
}

export interface Outcome {
  kind: 'response' | 'dns' | 'timeout' | 'refused' | 'tls' | 'unknown'
  status?: number
  errorType?: string
  body?: string
  /** Other texts that AWS may answer. */
  bodyAlso?: string[]
  /** Part of the body that is sure where the rest has no source. */
  bodyContains?: string
  curlExitCode?: number
  /** curl's own message, when there is no response. */
  curlMessage?: string
  failsAfterMs?: number
  candidates?: Outcome[]
}

export type Verdict = 'reaches' | 'blocked' | 'unknown'

export interface Branch {
  /** What the branch is taken to: an address, a target, a canary. */
  to: string
  /** 0 to 1, where AWS documents it. */
  share?: number
  verdict: Verdict
  outcome: Outcome
  hops: Hop[]
}

/** A place on the way, numbered from 1. */
export interface Hop {
  n: number
  resource: string
  kind: Kind
  call: HopCall
  checks: Check[]
  branches?: Branch[]
}

/** With neither patch nor call: what somebody has to do where no change can be proved, and who. */
export interface Fix {
  label: string
  patch?: Patch
  /** The corrected call. */
  call?: Invocation
  /** The corrected call is not enough alone: the changes beside it are needed as well. */
  together?: true
  commands: { command: string; account?: string; note?: string }[]
  undo?: { command: string; account?: string; note?: string }[]
}

export interface Blocker {
  resource: string
  hop: Layer
  n: number
  check: string
  fix?: Fix
}

/** The answer for one invocation: the JSON of `throughline trace --json`. */
export interface Trace {
  invocation: Invocation
  verdict: Verdict
  outcome: Outcome
  /** `n` is the number of the deciding place. */
  decidedBy?: { resource: string; hop: Layer; n: number; check: string }
  /** How the call arrives at the last backend (or the last API). */
  arrivesAs?: { api?: string; host?: string; path?: string }
  mayStopEarlier?: { resource: string; hop: Layer; check: string; outcome: Outcome }[]
  missing?: Missing[]
  assumes?: string[]
  hops: Hop[]
  blockers: Blocker[]
  blockersComplete: boolean
  fixes: Fix[]
}
