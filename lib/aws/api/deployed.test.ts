import { describe, expect, test } from 'vitest'
import type { Api } from '@/lib/topology/document'
import { deployedApi } from './deployed'
import type { Naming } from './integration'
import { deployedBySummary } from './summary'

const naming: Naming = {
  link: (id) => (id === 'gone01' ? undefined : id),
  balancer: (arn) => arn.split('/')[2] ?? arn,
  lambda: (arn) => arn.split(':').at(-1) ?? arn,
}
const names = { authorizers: { jwt: 'au1234' }, validators: { all: 'va1234' } }
const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] }

const saved: Api = {
  policy: { text: JSON.stringify(policy) },
  endpointConfiguration: { type: 'PRIVATE', vpcEndpointIds: ['vpce-1'] },
  disableExecuteApiEndpoint: false,
  resources: {
    root: { path: '/', methods: {} },
    r1: { path: '/pets', methods: { GET: { authorizationType: 'NONE' } } },
  },
}

const exported = (more: object, op: object = {}) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title: 't', version: '1' },
    servers: [{ url: 'https://x', variables: {} }],
    paths: {
      '/pets': {
        get: {
          responses: { 200: { description: '200' } },
          'x-amazon-apigateway-integration': {
            type: 'http_proxy',
            httpMethod: 'GET',
            uri: 'http://b/',
            connectionType: 'VPC_LINK',
            connectionId: 'l1',
            passthroughBehavior: 'when_no_match',
            timeoutInMillis: 29000,
          },
          ...op,
        },
      },
    },
    'x-amazon-apigateway-policy': policy,
    ...more,
  })

const read = (text: string, base = saved, summary?: Parameters<typeof deployedApi>[4]) =>
  deployedApi(text, base, names, naming, summary)

describe('an export as AWS writes it', () => {
  test('types in lower case, the policy as it was saved, resources by their ids', () => {
    const { api, holes } = read(exported({}))
    expect(holes).toEqual([])
    expect(api.policy).toEqual(saved.policy)
    expect(api.resources.root).toEqual({ path: '/', methods: {} })
    expect(api.resources.r1?.methods.GET).toEqual({
      authorizationType: 'NONE',
      apiKeyRequired: false,
      methodResponses: { 200: {} },
      integration: {
        type: 'HTTP_PROXY',
        integrationHttpMethod: 'GET',
        connectionType: 'VPC_LINK',
        connection: 'l1',
        uri: 'http://b/',
        passthroughBehavior: 'WHEN_NO_MATCH',
        timeoutInMillis: 29000,
      },
    })
  })

  test('a path that is saved no more keeps its path as its id; a method deleted since stays deployed', () => {
    const { api } = read(exported({}), { ...saved, resources: { root: { path: '/', methods: {} } } })
    expect(api.resources['/pets']?.methods.GET?.integration?.uri).toBe('http://b/')
  })

  test('a saved path that was never deployed is not served', () => {
    const more: Api = {
      ...saved,
      resources: { ...saved.resources, r2: { path: '/new', methods: { GET: { authorizationType: 'NONE' } } } },
    }
    expect(read(exported({}), more).api.resources.r2).toBeUndefined()
  })

  test('ANY, keys, signatures, authorizers, validators, parameters and models', () => {
    const text = exported({
      components: {
        schemas: { Pet: { type: 'object' }, Unused: {} },
        securitySchemes: {
          api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
          jwt: {
            type: 'apiKey',
            name: 'X-Token',
            in: 'header',
            'x-amazon-apigateway-authtype': 'custom',
            'x-amazon-apigateway-authorizer': { type: 'token', authorizerResultTtlInSeconds: 300 },
          },
          sig: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
        },
      },
      'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true, validateRequestParameters: true } },
      paths: {
        '/pets': {
          parameters: [],
          'x-amazon-apigateway-any-method': {
            security: [{ jwt: [] }, { api_key: [] }],
            parameters: [{ name: 'q', in: 'query', required: true }],
            requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
            'x-amazon-apigateway-request-validator': 'all',
            'x-amazon-apigateway-integration': { type: 'mock' },
          },
          post: { security: [{ sig: [] }], 'x-amazon-apigateway-integration': { type: 'mock' } },
        },
      },
    })
    const { api, holes } = read(text)
    expect(holes).toEqual([])
    expect(api.resources.r1?.methods.ANY).toMatchObject({
      authorizationType: 'CUSTOM',
      authorizer: 'au1234',
      apiKeyRequired: true,
      requestParameters: { 'method.request.querystring.q': true },
      requestModels: { 'application/json': 'Pet' },
      requestValidator: 'va1234',
    })
    expect(api.resources.r1?.methods.POST?.authorizationType).toBe('AWS_IAM')
    expect(api.authorizers).toEqual({
      au1234: { type: 'TOKEN', identitySource: 'method.request.header.X-Token', ttl: 300 },
    })
    expect(api.requestValidators).toEqual({ va1234: { body: true, parameters: true } })
    expect(api.models).toEqual({ Pet: '{"type":"object"}' })
  })

  test('responses by selection pattern become responses by status', () => {
    const { api } = read(
      exported(
        {},
        {
          'x-amazon-apigateway-integration': {
            type: 'http',
            httpMethod: 'GET',
            uri: 'http://b/',
            responses: {
              default: { statusCode: '200' },
              '5\\d{2}': { statusCode: 502, responseTemplates: { a: 'x' } },
            },
          },
        },
      ),
    )
    expect(api.resources.r1?.methods.GET?.integration?.integrationResponses).toEqual({
      200: {},
      502: { selectionPattern: '5\\d{2}', responseTemplates: { a: 'x' } },
    })
  })

  test('endpoint configuration and gateway responses', () => {
    const { api } = read(
      exported({
        servers: [
          {
            url: 'x',
            'x-amazon-apigateway-endpoint-configuration': {
              vpcEndpointIds: ['vpce-2'],
              disableExecuteApiEndpoint: true,
            },
          },
        ],
        'x-amazon-apigateway-gateway-responses': { DEFAULT_4XX: { statusCode: '418', responseTemplates: { j: '{}' } } },
      }),
    )
    expect(api.endpointConfiguration).toEqual({ type: 'PRIVATE', vpcEndpointIds: ['vpce-2'] })
    expect(api.disableExecuteApiEndpoint).toBe(true)
    expect(api.gatewayResponses).toEqual({ DEFAULT_4XX: { statusCode: 418, responseTemplates: { j: '{}' } } })
  })

  test('a link that does not exist is no connection, and its id stays readable', () => {
    const { api } = read(
      exported(
        {},
        { 'x-amazon-apigateway-integration': { type: 'http', connectionType: 'VPC_LINK', connectionId: 'gone01' } },
      ),
    )
    const integration = api.resources.r1?.methods.GET?.integration
    expect(integration?.connection).toBeUndefined()
    expect(integration?.connectionId).toBe('gone01')
  })
})

describe('what an export does not hold is not taken as gone', () => {
  const without = (text: string, base: Api) => read(text, base).holes.map((h) => h.path)

  test('policy, gateway responses, switch and access mode', () => {
    const base: Api = {
      ...saved,
      gatewayResponses: { DEFAULT_4XX: { statusCode: 404 } },
      disableExecuteApiEndpoint: true,
      endpointAccessMode: 'STRICT',
    }
    expect(without(exported({ 'x-amazon-apigateway-policy': undefined }), base)).toEqual([
      '/policy',
      '/disableExecuteApiEndpoint',
      '/endpointAccessMode',
      '/gatewayResponses',
    ])
  })

  test('a private API without a policy in its export has one all the same; a Regional one without has none', () => {
    const { policy: _, ...silent } = saved
    const text = exported({ 'x-amazon-apigateway-policy': undefined })
    expect(without(text, silent)).toEqual(['/policy'])
    expect(without(text, { ...silent, endpointConfiguration: { type: 'REGIONAL' } })).toEqual([])
  })

  test('validation of a method, an integration, an authorizer that only the summary knows', () => {
    const base: Api = {
      ...saved,
      resources: {
        r1: {
          path: '/pets',
          methods: { GET: { authorizationType: 'CUSTOM', authorizer: 'au1234', requestValidator: 'va1234' } },
        },
      },
    }
    const text = exported({}, { 'x-amazon-apigateway-integration': undefined })
    const { api, holes } = read(text, base, { '/pets': { GET: { authorizationType: 'CUSTOM', apiKeyRequired: true } } })
    expect(api.resources.r1?.methods.GET).toMatchObject({ authorizationType: 'CUSTOM', apiKeyRequired: true })
    const at = '/resources/r1/methods/GET'
    expect(holes.map((h) => h.path)).toEqual([`${at}/authorizer`, `${at}/requestValidator`, `${at}/integration`])
  })

  test('text that is no export throws', () => {
    expect(() => read('<html>')).toThrow()
    expect(() => read('{"swagger":"2.0"}')).toThrow()
  })
})

test('without an export the summary says which methods there are, and hides the rest', () => {
  const unread = { path: '', why: 'accessDenied' as const, ask: 'AWS refused GetExport.', permission: 'apigateway:GET' }
  const { api, holes } = deployedBySummary(saved, { '/pets': { GET: { authorizationType: 'AWS_IAM' } } }, unread)
  expect(api.resources).toEqual({
    r1: { path: '/pets', methods: { GET: { authorizationType: 'AWS_IAM', apiKeyRequired: false } } },
  })
  expect(holes.map((h) => h.path)).toContain('/resources/r1/methods/GET/integration')
  expect(holes.map((h) => h.path)).toContain('/policy')
  expect(holes.every((h) => h.why === 'accessDenied' && h.permission === 'apigateway:GET')).toBe(true)
})
