import type { CallOptions, Header } from '@/lib/invocation/invocation'
import type { ResourceOf, TopologyDocument } from '@/lib/topology/document'
import type { Form } from '../invokeUrl'

/** One method of a deployed stage, ready to be called under any of its names. */
export interface MethodCall {
  doc: TopologyDocument
  /** Logical id of the API. */
  api: string
  restApi: ResourceOf<'restApi'>
  /** The API's id as AWS knows it, or the word for one that nobody knows yet. */
  apiId: string
  region: string
  stage: string
  method: string
  /** The resource's path as API Gateway has it, parameters in braces. */
  resourcePath: string
  /** The path and query that are called, percent-encoded: `/orders/42?x=1`. */
  path: string
}

/** A way to call: the URL with what has to be said beside it. */
export interface Proposal {
  resource: string
  url: string
  headers: Header[]
  options: CallOptions
  /** The VPC that this way leads through: of two like ways, the caller's own VPC is the better one. */
  vpc?: string
  /** Why nothing can be predicted: a name that AWS has not given yet. */
  unnamed?: string
}

export interface FormRule {
  form: Form
  /** Why this form is the best one where it is marked so. */
  why: string
  /** A browser's address bar can use it: no header, no option. */
  browser: boolean
  /** Its certificate cannot be verified. */
  debug?: true
  /** The ways to call a method in this form. */
  ofMethod?: (call: MethodCall) => Proposal[]
  /** The ways to call nodes that belong to no API. */
  ofDocument?: (doc: TopologyDocument) => Proposal[]
}
