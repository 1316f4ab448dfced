import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lexPosix } from '@/lib/invocation/curl/shell/posix'
import type { CauseId } from './causes/ids'
import { explain } from './explain'

const host = 'q8w7e6r5t4.execute-api.eu-west-1.amazonaws.com'
const forbidden = `$ curl -i https://${host}/prod/x\nHTTP/1.1 403\nx-amzn-ErrorType: ForbiddenException\n\n{"message":"Forbidden"}`
const missing = `$ curl -i https://${host}/prod/x\nHTTP/1.1 403\nx-amzn-ErrorType: MissingAuthenticationTokenException\n\n{"message":"Missing Authentication Token"}`
const broken = `$ curl -i https://${host}/prod/x\nHTTP/1.1 500\nx-amzn-ErrorType: InternalServerErrorException\n\n{"message": "Internal server error"}`
const silent = `[ec2-user@ip-10-0-1-20 ~]$ curl -v https://${host}/prod/x\n*   Trying 10.0.9.9:443...\n* connect to 10.0.9.9 port 443 failed: Connection timed out\ncurl: (28) Connection timed out`
const lost = `$ curl -v https://inner-nlb-77c0de1122aa3344.elb.eu-west-1.amazonaws.com:8443/x\n*   Trying 10.0.9.9:8443...\ncurl: (28) Connection timed out after 5000 milliseconds`

const rule = (cidr: string) => ({
  IpProtocol: 'tcp',
  FromPort: 443,
  ToPort: 443,
  IpRanges: [{ CidrIp: cidr }],
  UserIdGroupPairs: [],
})

/** What stands behind the call, and what becomes of a cause. */
const steps: { name: string; paste: string; output: unknown; id: CauseId; becomes: 'certain' | 'likely' | 'gone' }[] = [
  {
    name: 'stages without it',
    paste: forbidden,
    output: { item: [{ stageName: 'dev' }] },
    id: 'no-such-stage',
    becomes: 'certain',
  },
  {
    name: 'stages with it',
    paste: forbidden,
    output: { item: [{ stageName: 'prod' }] },
    id: 'no-such-stage',
    becomes: 'gone',
  },
  {
    name: 'an API that is Regional',
    paste: forbidden,
    output: { id: 'q8w7e6r5t4', endpointConfiguration: { types: ['REGIONAL'] } },
    id: 'public-api-through-private-dns',
    becomes: 'certain',
  },
  {
    name: 'a default endpoint that is off',
    paste: forbidden,
    output: { endpointConfiguration: { types: ['PRIVATE'] }, disableExecuteApiEndpoint: true },
    id: 'default-endpoint-disabled',
    becomes: 'certain',
  },
  {
    name: 'a method without key',
    paste: forbidden,
    output: { httpMethod: 'GET', apiKeyRequired: false },
    id: 'api-key-missing',
    becomes: 'gone',
  },
  {
    name: 'a method with key',
    paste: forbidden,
    output: { httpMethod: 'GET', apiKeyRequired: true },
    id: 'api-key-missing',
    becomes: 'certain',
  },
  {
    name: 'a method with IAM',
    paste: missing,
    output: { httpMethod: 'GET', authorizationType: 'AWS_IAM' },
    id: 'missing-signature',
    becomes: 'certain',
  },
  {
    name: 'a method without IAM',
    paste: missing,
    output: { httpMethod: 'GET', authorizationType: 'NONE' },
    id: 'missing-signature',
    becomes: 'gone',
  },
  {
    name: 'resources with the path',
    paste: missing,
    output: { items: [{ id: 'a', path: '/x', resourceMethods: { GET: {} } }] },
    id: 'resource-not-deployed',
    becomes: 'certain',
  },
  {
    name: 'resources without the path',
    paste: missing,
    output: { items: [{ id: 'a', path: '/y', resourceMethods: { GET: {} } }] },
    id: 'no-such-resource-or-method',
    becomes: 'certain',
  },
  {
    name: 'a failed link',
    paste: broken,
    output: { id: 'l', targetArns: [], status: 'FAILED' },
    id: 'vpc-link-failed',
    becomes: 'certain',
  },
  {
    name: 'a good link',
    paste: broken,
    output: { id: 'l', targetArns: [], status: 'AVAILABLE' },
    id: 'vpc-link-failed',
    becomes: 'gone',
  },
  {
    name: 'targets that are unhealthy',
    paste: broken,
    output: { TargetHealthDescriptions: [{ Target: { Id: '10.0.1.1' }, TargetHealth: { State: 'unhealthy' } }] },
    id: 'target-refuses-or-unhealthy',
    becomes: 'likely',
  },
  {
    name: 'a load balancer that enforces its groups',
    paste: broken,
    output: {
      LoadBalancers: [
        {
          LoadBalancerName: 'n',
          SecurityGroups: ['sg-1'],
          EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off',
        },
      ],
    },
    id: 'nlb-sg-enforced-on-privatelink',
    becomes: 'gone',
  },
  {
    name: 'a group without the caller',
    paste: silent,
    output: { SecurityGroups: [{ IpPermissions: [rule('10.7.0.0/16')] }] },
    id: 'endpoint-sg-443',
    becomes: 'certain',
  },
  {
    name: 'a group with the caller',
    paste: silent,
    output: { SecurityGroups: [{ IpPermissions: [rule('10.0.0.0/16')] }] },
    id: 'endpoint-sg-443',
    becomes: 'gone',
  },
  {
    name: 'listeners on another port',
    paste: lost,
    output: { Listeners: [{ Port: 443 }] },
    id: 'no-listener-on-port',
    becomes: 'certain',
  },
  {
    name: 'preserved client addresses',
    paste: lost,
    output: { Attributes: [{ Key: 'preserve_client_ip.enabled', Value: 'false' }] },
    id: 'client-ip-preservation',
    becomes: 'gone',
  },
]

describe('the output of a command put behind the call', () => {
  for (const { name, paste, output, id, becomes } of steps)
    it(`${name}: ${id} is ${becomes}`, () => {
      const before = explain(paste).calls[0]
      expect(before?.causes.map((c) => c.id)).toContain(id)
      const { calls } = explain(`${paste}\n$ aws some thing --output json\n${JSON.stringify(output, null, 2)}`)
      expect(calls).toHaveLength(1)
      const found = calls[0]?.causes.find((c) => c.id === id)
      expect(found?.verdict ?? 'gone').toBe(becomes)
      if (becomes === 'gone') expect(calls[0]?.rulesOut.some((o) => o.causes.includes(id))).toBe(true)
      else expect(calls[0]?.causes[0]?.id).toBe(id)
    })

  it('may be the corrected call', () => {
    const wrong = `https://${host}/prod/x -H 'Host: q8w7e6r5t4.execute-api.cn-north-1.amazonaws.com'`
    const { calls } = explain(
      `$ curl ${wrong}\n{"message":"Forbidden"}\n$ curl ${wrong.replace("com'", "com.cn'")}\nhello`,
    )
    expect(calls).toHaveLength(2)
    expect(calls[0]?.causes[0]?.id).toBe('host-wrong-suffix')
  })
})

describe('commands', () => {
  it('never run what stands in the paste', () => {
    const evil = fc.constantFrom('$(evil)', '`evil`', "';evil;'", '";evil;"', '&& evil', '| evil', '\nevil', '${evil}')
    fc.assert(
      fc.property(evil, fc.constantFrom(0, 1, 2, 3, 4, 5), (word, at) => {
        const pastes = [
          `$ curl -i 'https://${host}/prod/${word}'\n{"message":"Forbidden"}`,
          `$ curl -i https://${host}/prod/x -H "x-apigw-api-id: a${word.replaceAll('"', '')}"\n{"message":"Forbidden"}`,
          `> GET /prod/x${word.replaceAll(/\s/g, '')} HTTP/1.1\n> Host: ${host}${word.replaceAll(/\s/g, '')}\n>\n< HTTP/1.1 500\n<\n{"message": "Internal server error"}`,
          `requests.get("https://${word.replaceAll(/["\s]/g, '')}.example.org/dev/x")\nRead timed out`,
          `HTTP Method: GET, Resource Path: /${word.replaceAll(/\s/g, '')}\nExecution failed due to configuration error: x\nMethod completed with status: 500`,
          `{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:1:a/${word.replaceAll(/[\s/"]/g, '')}/GET/ with an explicit deny"}`,
        ]
        for (const { causes } of explain(pastes[at] ?? '').calls)
          for (const { tellApart } of causes)
            for (const line of tellApart.command.split('\n')) {
              const lexed = lexPosix(line)
              expect(lexed.ok, line).toBe(true)
              if (!lexed.ok) continue
              const run = lexed.command.words.flatMap((w) => w.expansions.map((e) => e.text)).join(' ')
              expect(run).not.toMatch(/[$`][({]?evil|[;&|`]\s*evil/)
              expect(line.replaceAll("\\'", '').replaceAll(/'[^']*'/g, '')).not.toMatch(/[;&|`]\s*evil|^evil/)
            }
      }),
      { numRuns: 150 },
    )
  })
})
