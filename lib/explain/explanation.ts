import type { Header, Invocation } from '@/lib/invocation/invocation'
import type { Outcome, Verdict } from '@/lib/trace/trace'
import type { Form } from '@/lib/urls/invokeUrl'
import type { CauseId } from './causes/ids'

/** The call as the paste shows it; what it does not show is left out. */
export interface RecoveredRequest {
  method?: string
  url?: string
  /** As written, but for Host; values that let somebody else make the call are not kept. */
  headers?: Header[]
  hostHeader?: string
  insecure?: boolean
  form?: Form
  signed?: boolean
  api?: string
  path?: string
  integrationUri?: string
  tool?: string
}

/**
 * `gateway` API Gateway itself, `backend` what stands behind the integration, an inner API included, `network` nobody
 * answered, `client` the client ended the call.
 */
export type AnsweredBy = 'gateway' | 'backend' | 'network' | 'client' | 'unknown'

/** How sure a cause is: the paste, or a topology with it, proves it; it comes first among several; it fits. */
export type CauseVerdict = 'certain' | 'likely' | 'possible'

/** One fact, asked by a command that runs as it stands; its output, pasted behind the call, narrows the list. */
export interface TellApart {
  command: string
  /** What the command prints if this is the cause, and what if it is another one. */
  ifSo: string
  ifNot: string
}

export interface Cause {
  id: CauseId
  sentence: string
  verdict: CauseVerdict
  /** Logical id, where a topology is given. */
  resource?: string
  /** The check of the traced call that speaks of this cause, where a topology is given. */
  at?: { n: number; check: string }
  tellApart: TellApart
  docs: string
}

/** The call as it was traced in the topology, without what lets somebody else make it. */
export interface Traced {
  call: Invocation
  verdict: Verdict
  /** The trace predicts what the paste shows. */
  asSeen: boolean
}

/** What cannot be the reason any more, and why. */
export interface RuledOut {
  says: string
  causes: CauseId[]
}

export interface ExplainedCall {
  request?: RecoveredRequest
  outcome: Outcome
  answeredBy: AnsweredBy
  /** What the answer is, in one sentence. */
  says: string
  rulesOut: RuledOut[]
  /** Best first. */
  causes: Cause[]
  /** Logical ids of the places in the topology from which the call was traced. */
  vantages?: string[]
  /** The traces behind `vantages`, in their order. */
  traced?: Traced[]
  /** The paste shows no URL, so the call at hand was traced in its place: that proves nothing. */
  assumed?: true
}

/** The JSON of `throughline explain --json`: one element for each different call in the paste. */
export interface Explanation {
  calls: ExplainedCall[]
}
