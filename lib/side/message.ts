import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'
import { keysOf } from '@/lib/topology/pointer'
import type { Hop, Outcome, Trace } from '@/lib/trace/trace'
import { accountOf, entranceOf, type Place } from './place'
import { statementsOf } from './statements'
import { called, grouped, listed } from './words'

const blank = '____________________'

/** What the owner of an API needs to find the call and to look at the right things. */
export function messageTo(doc: TopologyDocument, trace: Trace, place: Place, api: Hop, passed: string[]): string {
  const id = called(doc, api.resource)
  const { name, region } = doc.resources[api.resource] ?? {}
  const stage = stageOf(api)
  const entrance = entranceOf(doc, trace, api)
  const account = entrance && accountOf(doc, entrance.id)
  const through = entrance && [
    called(doc, entrance.id),
    `in ${called(doc, entrance.endpoint.vpc)}`,
    ...(account === undefined ? [] : [`of account ${grouped(account)}`]),
  ]
  const named = name === undefined || name === id ? id : `${id} (${name})`
  return [
    trace.verdict === 'blocked'
      ? `Calls to your API ${id} do not get through. What stops them lies on your side.`
      : `We cannot tell whether calls to your API ${id} get through. What is left to look at lies on your side.`,
    '',
    `API: ${named}${region === undefined ? '' : `, ${region}`}`,
    `Stage: ${stage ?? 'none in the path'}`,
    `Method and path: ${api.call.method} ${pathOf(api, stage)}`,
    ...(through ? [`Endpoint: ${through.join(' ')}`] : []),
    ...(trace.verdict === 'blocked' ? [`What we see: ${answerOf(trace.outcome)}`] : []),
    `Time, UTC: ${blank}`,
    `Request id (header x-amzn-RequestId): ${blank}`,
    ...(passed.length > 0 ? ['', `On our side ${listed(passed)} ${passed.length === 1 ? 'passes' : 'pass'}.`] : []),
    '',
    'What to check:',
    ...factsOf(doc, trace, place, api, stage, entrance).map((fact, i) => `${i + 1}. ${fact}`),
    ...correctedOf(doc, trace, api, stage),
    '',
  ].join('\n')
}

const stageOf = ({ checks, call }: Hop): string | undefined =>
  checks.find((c) => c.id === 'stage.exists' && c.verdict === 'pass')?.fact ??
  (call.path?.split(/[/?#]/)[1] || undefined)

const pathOf = ({ call: { path = '/' } }: Hop, stage: string | undefined) =>
  stage !== undefined && path.startsWith(`/${stage}`) ? path.slice(stage.length + 1) || '/' : path

function answerOf({ kind, status, errorType, body, curlMessage }: Outcome): string {
  if (kind === 'unknown') return 'an answer that is not known for certain'
  if (kind !== 'response') return curlMessage ?? kind
  return [status, errorType, body].filter((part) => part !== undefined).join(' ')
}

function factsOf(
  doc: TopologyDocument,
  trace: Trace,
  { check }: Place,
  api: Hop,
  stage: string | undefined,
  entrance: { id: string; endpoint: ResourceOf<'vpcEndpoint'> } | undefined,
): string[] {
  if (trace.verdict === 'blocked' && check) return [check.says, ...served(check.hop, stage)]
  const route = `${api.call.method} ${pathOf(api, stage)}`
  const from = entrance
    ? `${called(doc, entrance.id)} (aws:SourceVpce) or ${called(doc, entrance.endpoint.vpc)} (aws:SourceVpc)`
    : 'our address'
  return [
    `Stage ${stage ?? blank} exists, and the deployment that it serves has ${route}.`,
    `The resource policy in that deployment admits ${from}.`,
    'Neither an authorizer, an API key nor AWS WAF turns the call away.',
    'What the method calls is there: the VPC link is AVAILABLE, and its load balancer has a healthy target.',
  ]
}

/** A policy counts once it is deployed: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html */
const served = (layer: string, stage: string | undefined): string[] =>
  ['resource-policy', 'method', 'integration'].includes(layer)
    ? [`What stage ${stage ?? blank} serves is its last deployment: a change that is only saved does not count.`]
    : []

/** The statements of a proposed policy that the present one does not have. */
function correctedOf(doc: TopologyDocument, trace: Trace, api: Hop, stage: string | undefined): string[] {
  const text = resourceOf(doc, api.resource, 'restApi')?.policy?.text
  const present = text === undefined ? [] : statementsOf(text)
  const wanted = trace.fixes.flatMap(({ patch = [] }) =>
    patch.flatMap((operation) => {
      const [, id, field] = keysOf(operation.path)
      const value = 'value' in operation ? operation.value : undefined
      return id === api.resource && field === 'policy' && isText(value) ? statementsOf(value.text) : []
    }),
  )
  const fresh = wanted.filter((statement) => !present.some((other) => equal(other, statement)))
  if (fresh.length === 0) return []
  const one = fresh.length === 1 ? 'The statement' : 'The statements'
  return [
    '',
    `${one} that would let the call in, in the resource policy of ${called(doc, api.resource)}:`,
    ...fresh.map((statement) => JSON.stringify(statement, null, 2)),
    `Then deploy stage ${stage ?? blank}.`,
  ]
}

const isText = (value: unknown): value is { text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
