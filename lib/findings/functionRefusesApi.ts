import { link } from '@/lib/trace/check'
import { invokableCheck } from '@/lib/trace/integration/function'
import { inBoth, put } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

const at = ['resources', 'p1page', 'methods', 'GET', 'integration']
const permission = (source: string) => ({
  Effect: 'Allow',
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  Resource: '*',
  Condition: { ArnLike: { 'AWS:SourceArn': source } },
})
const calling = (api: string) => [
  put(['hello'], {
    kind: 'lambdaFunction',
    account: '111122223333',
    region: 'cn-northwest-1',
    invokableBy: {
      text: JSON.stringify({ Statement: [permission(`arn:aws-cn:execute-api:cn-northwest-1:111122223333:${api}/*`)] }),
    },
  }),
  ...inBoth('private', at, { type: 'AWS_PROXY', integrationHttpMethod: 'POST', function: 'hello' }),
]

export const functionRefusesApi = defineRule(
  {
    id: 'function-refuses-api',
    title: 'A function that does not let its API call it',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html',
    says: {
      refused:
        '{function} does not let {api} invoke it, and {route} calls it: its callers get a plain 500. Add a permission for apigateway.amazonaws.com with the ARN of the method.',
    },
    bad: { refused: { template: 'private-api', patch: calling('v944po9kjb') } },
    good: { template: 'private-api', patch: calling('3i95y1yx06') },
  },
  function* (doc, found) {
    for (const { id, call, route, integration } of ways(doc)) {
      const called = integration.function
      if (called === undefined || invokableCheck(doc, call, called).reason !== 'refused') continue
      const fill = { function: link(doc, called, '/invokableBy'), api: link(doc, id), route }
      yield found('refused', { resource: called, path: '/invokableBy', fill })
    }
  },
)
