import { methodArn } from '@/lib/naming/invokeArn'
import { awsId } from '@/lib/network/perDocument'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { internalServerError } from '../outcome'
import type { ApiCall } from '../walk/next'

export const invokable = defineCheck(
  'integration.function',
  'https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html',
  {
    permitted: '{function} lets {api} invoke it.',
    'not-stated': 'Whether {function} lets {api} invoke it is not known: its resource policy is not in the topology.',
    refused:
      '{function} does not let {api} invoke it: its policy has no statement for apigateway.amazonaws.com that fits. Add a permission.',
  },
)

/** A function answers API Gateway only with a permission for it; the caller sees a plain 500 otherwise. */
export function invokableCheck(doc: TopologyDocument, call: ApiCall, id: string): Finding {
  const fill = { function: link(doc, id, '/invokableBy'), api: link(doc, call.id) }
  const lambda = resourceOf(doc, id, 'lambdaFunction')
  const text = lambda?.invokableBy?.text
  if (text === undefined) {
    const gap = {
      resource: id,
      path: '/invokableBy',
      why: 'notInspected' as const,
      ask: `Does ${id} let API Gateway invoke it?`,
    }
    return doc.seen
      ? invokable.unknown('not-stated', [gap], [internalServerError], { fact: 'permission not known', fill })
      : invokable.pass('permitted', { fact: 'may invoke', fill })
  }
  const evidence = [{ resource: id, path: '/invokableBy', value: text }]
  const region = doc.resources[call.id]?.region ?? ''
  const account = resourceOf(doc, doc.resources[call.id]?.account, 'account')?.accountId ?? ''
  const arn = methodArn({ region, accountId: account }, awsId(doc, call.id), call.stage, call.conn.method, call.path)
  return permits(text, arn)
    ? invokable.pass('permitted', { fact: 'may invoke', fill, evidence })
    : invokable.fail('refused', [internalServerError], { fact: 'no permission', fill, evidence })
}

interface Written {
  Effect?: string
  Principal?: unknown
  Condition?: Record<string, Record<string, string | string[]>>
}

function permits(text: string, arn: string): boolean {
  try {
    const { Statement } = JSON.parse(text) as { Statement?: Written | Written[] }
    return [Statement ?? []]
      .flat()
      .some(
        (s) =>
          s.Effect === 'Allow' &&
          JSON.stringify(s.Principal ?? '').includes('apigateway.amazonaws.com') &&
          sourceFits(s, arn),
      )
  } catch {
    return false
  }
}

function sourceFits({ Condition }: Written, arn: string): boolean {
  const wanted = Object.values(Condition ?? {}).flatMap((test) =>
    Object.entries(test).flatMap(([key, value]) => (key.toLowerCase() === 'aws:sourcearn' ? [value].flat() : [])),
  )
  if (wanted.length === 0) return true
  return wanted.some((pattern) =>
    new RegExp(
      `^${pattern
        .replace(/[.+^$()|[\]\\{}]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
    ).test(arn),
  )
}
