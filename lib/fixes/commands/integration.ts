import { idOf, regionOf, textOf } from '@/lib/export/awsCli/command'
import { type Integration, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { called, type Flag, line, reads } from './line'
import { responseSteps } from './responses'
import type { Act, Step } from './step'

interface Edit {
  op: 'add' | 'replace' | 'remove'
  path: string
  value?: string
}

/** One field that differs: what AWS is told, and what it shows of it. */
interface Field {
  path: string
  query: string
  before: string | undefined
  now: string | undefined
  /** As JSON shows it. */
  shown: (value: string | undefined) => unknown
}

/**
 * Every method whose integration differs, one command for each.
 * https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateIntegration-Patch
 */
export function integrationSteps(doc: TopologyDocument, after: TopologyDocument, id: string): Step[] {
  const [before, now] = [resourceOf(doc, id, 'restApi'), resourceOf(after, id, 'restApi')]
  return Object.entries(now?.resources ?? {}).flatMap(([resource, { path, methods }]) =>
    Object.entries(methods).flatMap(([verb, method]) => {
      const held = before?.resources[resource]?.methods[verb]
      if (!held?.integration || !method.integration || held === method) return []
      const at: Flag[] = [
        ['--rest-api-id', idOf(doc, id)],
        ...regionOf(doc, id),
        ['--resource-id', resource],
        ['--http-method', verb],
      ]
      const name = `${verb} ${path} of ${called(doc, id)}`
      const fields = fieldsOf(after, held.integration, method.integration).filter((f) => f.before !== f.now)
      const own = fields.length > 0 ? [step(at, name, fields)] : []
      return [...own, ...responseSteps(at, name, held, method)]
    }),
  )
}

function step(at: Flag[], name: string, fields: Field[]): Step {
  const act = (from: (f: Field) => string | undefined, to: (f: Field) => string | undefined): Act => ({
    command: line('apigateway update-integration', [
      ...at,
      ['--patch-operations', JSON.stringify(fields.map((f) => edit(f.path, from(f), to(f))))],
    ]),
    reading: {
      of: `The integration of ${name}`,
      command: reads('apigateway get-integration', at, `[${fields.map((f) => f.query).join(', ')}]`, 'json'),
      expects: JSON.stringify(fields.map((f) => f.shown(from(f)))),
      as: 'words',
    },
  })
  return {
    does: act(
      (f) => f.before,
      (f) => f.now,
    ),
    undoes: act(
      (f) => f.now,
      (f) => f.before,
    ),
  }
}

function edit(path: string, from: string | undefined, to: string | undefined): Edit {
  if (to === undefined) return { op: 'remove', path }
  return { op: from === undefined ? 'add' : 'replace', path, value: to }
}

/** What AWS takes where nothing was set: https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html */
const unset = {
  timeoutInMillis: 29_000,
  passthroughBehavior: 'WHEN_NO_MATCH',
  insecureSkipVerification: false,
  connectionType: 'INTERNET',
}

/** Without a link in use AWS shows none. */
const linkOf = (doc: TopologyDocument, { connectionType, connection }: Integration) =>
  connectionType === 'VPC_LINK' && connection !== undefined
    ? doc.resources[connection]
      ? idOf(doc, connection)
      : textOf(doc, connection)
    : undefined

function fieldsOf(doc: TopologyDocument, before: Integration, now: Integration): Field[] {
  const text = (value: string | undefined) => (value === undefined ? undefined : textOf(doc, value))
  const same = (value: string | undefined) => value ?? null
  return [
    { path: '/uri', query: 'uri', before: text(before.uri), now: text(now.uri), shown: same },
    {
      path: '/timeoutInMillis',
      query: 'timeoutInMillis',
      before: String(before.timeoutInMillis ?? unset.timeoutInMillis),
      now: String(now.timeoutInMillis ?? unset.timeoutInMillis),
      shown: Number,
    },
    {
      path: '/passthroughBehavior',
      query: 'passthroughBehavior',
      before: before.passthroughBehavior ?? unset.passthroughBehavior,
      now: now.passthroughBehavior ?? unset.passthroughBehavior,
      shown: same,
    },
    {
      path: '/tlsConfig/insecureSkipVerification',
      query: 'tlsConfig.insecureSkipVerification || `false`',
      before: String(before.tlsConfig?.insecureSkipVerification ?? unset.insecureSkipVerification),
      now: String(now.tlsConfig?.insecureSkipVerification ?? unset.insecureSkipVerification),
      shown: (value) => value === 'true',
    },
    {
      path: '/httpMethod',
      query: 'httpMethod',
      before: before.integrationHttpMethod,
      now: now.integrationHttpMethod,
      shown: same,
    },
    {
      path: '/connectionType',
      query: 'connectionType',
      before: before.connectionType ?? unset.connectionType,
      now: now.connectionType ?? unset.connectionType,
      shown: same,
    },
    {
      path: '/connectionId',
      query: 'connectionId',
      before: linkOf(doc, before),
      now: linkOf(doc, now),
      shown: same,
    },
    ...entries(doc, 'requestParameters', before.requestParameters, now.requestParameters),
    ...entries(doc, 'requestTemplates', before.requestTemplates, now.requestTemplates),
  ]
}

function entries(
  doc: TopologyDocument,
  map: string,
  before: Record<string, string> = {},
  now: Record<string, string> = {},
): Field[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].map((key) => {
    const [was, is] = [before[key], now[key]]
    return {
      path: `/${map}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      query: `${map}."${key}"`,
      before: was === undefined ? undefined : textOf(doc, was),
      now: is === undefined ? undefined : textOf(doc, is),
      shown: (value) => value ?? null,
    }
  })
}
