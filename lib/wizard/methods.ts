import { invokeArn, lambdaFunctionArn, lambdaUri } from '@/lib/naming/arns'
import type { Part } from '@/lib/templates/part'
import type { Api, Method } from '@/lib/topology/document'
import type { Choices } from './choices'
import type { Plan } from './plan'
import { balancerHost, balancerName, linkVersion } from './service'

type Integration = NonNullable<Method['integration']>

export const functionName = ({ choices }: Plan) => `${choices.name}-function`

/** The tree of the API: every path that was asked for, with the root and the paths between that lead to it. */
export function resourcesOf(plan: Plan): Api['resources'] {
  const all = new Set(['/', ...plan.choices.paths.flatMap(({ path }) => ancestors(path))])
  const methodsAt = (path: string) => plan.choices.paths.filter((wanted) => wanted.path === path)
  return Object.fromEntries(
    [...all].map((path) => [
      plan.ids.apiResource(path),
      {
        path,
        methods: Object.fromEntries(methodsAt(path).map(({ method }) => [method, methodOf(plan, method, path)])),
      },
    ]),
  )
}

function ancestors(path: string): string[] {
  const words = path.split('/').slice(1)
  return words.map((_, i) => `/${words.slice(0, i + 1).join('/')}`)
}

function methodOf(plan: Plan, method: Choices['paths'][number]['method'], path: string): Method {
  const names = [...path.matchAll(/\{([^}+]+)\+?\}/g)].flatMap(([, name]) => name ?? [])
  const wanted = names.map((name) => [`method.request.path.${name}`, true] as const)
  return {
    authorizationType: 'NONE',
    ...(names.length > 0 ? { requestParameters: Object.fromEntries(wanted) } : {}),
    ...(keepsErrors[plan.choices.integration] ? { methodResponses: statuses(() => ({})) } : {}),
    integration: integrations[plan.choices.integration](plan, method, path, names),
  }
}

/** Without proxy the API says which answers there are: an error of the service must not come out as 200. */
const keepsErrors: Record<Choices['integration'], boolean> = {
  HTTP_PROXY: false,
  HTTP: true,
  AWS_PROXY: false,
  MOCK: true,
}

const patterns = { 200: undefined, 400: '4\\d{2}', 500: '5\\d{2}' }

const statuses = <T>(answer: (pattern: string | undefined) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(patterns).map(([status, pattern]) => [status, answer(pattern)]))

const mapped = () => statuses((pattern) => (pattern === undefined ? {} : { selectionPattern: pattern }))

const integrations: Record<
  Choices['integration'],
  (plan: Plan, method: string, path: string, names: string[]) => Integration
> = {
  HTTP_PROXY: (plan, method, path, names) => overLink(plan, 'HTTP_PROXY', method, path, names),
  HTTP: (plan, method, path, names) => ({
    ...overLink(plan, 'HTTP', method, path, names),
    integrationResponses: mapped(),
  }),
  // A function is always called by POST
  // (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html).
  AWS_PROXY: (plan) => ({
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    function: functionName(plan),
    uri: lambdaUri(plan.owner.region, functionArn(plan)),
    timeoutInMillis: 29000,
  }),
  MOCK: () => ({
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: mapped(),
  }),
}

function overLink(plan: Plan, type: 'HTTP' | 'HTTP_PROXY', method: string, path: string, names: string[]): Integration {
  const handed = names.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`] as const)
  return {
    type,
    integrationHttpMethod: method,
    connectionType: 'VPC_LINK',
    connection: plan.ids.link,
    ...(linkVersion(plan) === 'V2' ? { integrationTarget: balancerName(plan) } : {}),
    // In the uri a greedy parameter stands without its plus.
    uri: `http://${balancerHost(plan)}${path.replaceAll('+}', '}')}`,
    ...(names.length > 0 ? { requestParameters: Object.fromEntries(handed) } : {}),
    timeoutInMillis: 29000,
  }
}

const placeOf = ({ owner }: Plan) => ({ region: owner.region, accountId: owner.account })

const functionArn = (plan: Plan) => lambdaFunctionArn(placeOf(plan), functionName(plan))

/** The function, which lets this API invoke it. */
export const lambda = (plan: Plan): Part => ({
  [functionName(plan)]: {
    kind: 'lambdaFunction',
    name: functionName(plan),
    arn: functionArn(plan),
    ...plan.owner,
    invokableBy: {
      text: JSON.stringify(
        {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'apigateway.amazonaws.com' },
              Action: 'lambda:InvokeFunction',
              Resource: functionArn(plan),
              Condition: {
                ArnLike: {
                  'AWS:SourceArn': invokeArn(placeOf(plan), plan.ids.api),
                },
              },
            },
          ],
        },
        null,
        2,
      ),
    },
  },
})
