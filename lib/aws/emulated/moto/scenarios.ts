import { deploy, everybody, policy, rules, setIntegration, setPolicy } from './breaking'
import type { Chain } from './chain'

export interface Scenario {
  name: string
  /** The AWS CLI commands that break the chain. */
  breaks: (chain: Chain) => string[][]
  /** The call, where it is not the one to the outer API. */
  call?: (chain: Chain) => string
  from?: (chain: Chain) => string
  /** What the fix that is run is called. */
  fix: RegExp
}

/** One for each command that a fix can be made of. */
export const scenarios: Scenario[] = [
  {
    name: 'the group of the endpoint admits nobody',
    breaks: (c) => [
      [
        'ec2',
        'revoke-security-group-ingress',
        '--group-id',
        c.entrance,
        '--ip-permissions',
        rules(443, c.consumer.cidr),
      ],
    ],
    fix: /^Admit tcp 443 from 10\.1\./,
  },
  {
    name: 'the group of the tasks admits nobody',
    breaks: (c) => [
      ['ec2', 'revoke-security-group-ingress', '--group-id', c.web, '--ip-permissions', rules(5000, c.provider.cidr)],
    ],
    fix: /^Admit tcp 5000 from 10\.0\./,
  },
  {
    name: 'the group of the caller lets nothing out',
    breaks: (c) => [
      [
        'ec2',
        'revoke-security-group-egress',
        '--group-id',
        c.callerGroup,
        '--ip-permissions',
        JSON.stringify([{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]),
      ],
    ],
    fix: /^Let tcp 443 out to/,
  },
  {
    name: 'a network ACL denies the way in',
    breaks: (c) => [
      [
        'ec2',
        'create-network-acl-entry',
        '--network-acl-id',
        c.consumer.acl,
        '--rule-number',
        '50',
        '--ingress',
        '--protocol',
        '6',
        '--port-range',
        'From=443,To=443',
        '--cidr-block',
        c.consumer.cidr,
        '--rule-action',
        'deny',
      ],
    ],
    fix: /^Allow tcp 443 from/,
  },
  {
    name: 'the endpoint policy allows another API',
    breaks: (c) => [
      [
        'ec2',
        'modify-vpc-endpoint',
        '--vpc-endpoint-id',
        c.outerVpce,
        '--policy-document',
        policy({
          Effect: 'Allow',
          ...everybody,
          Resource: 'arn:aws-cn:execute-api:cn-northwest-1:123456789012:other/*',
        }),
      ],
    ],
    fix: /^Allow calls to/,
  },
  {
    name: 'private DNS is off',
    breaks: (c) => [['ec2', 'modify-vpc-endpoint', '--vpc-endpoint-id', c.outerVpce, '--no-private-dns-enabled']],
    fix: /^Turn on private DNS of/,
  },
  {
    name: 'the VPC has no resolver',
    breaks: (c) => [
      ['ec2', 'modify-vpc-attribute', '--vpc-id', c.consumer.vpc, '--enable-dns-support', '{"Value":false}'],
    ],
    fix: /^Turn on DNS support of/,
  },
  {
    name: 'the resource policy denies all but another endpoint',
    breaks: (c) => [
      setPolicy(
        c.outer,
        policy(
          { Effect: 'Allow', ...everybody },
          { Effect: 'Deny', ...everybody, Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0other' } } },
        ),
      ),
      deploy(c.outer),
    ],
    fix: /^Admit vpce-.* and deploy dev$/,
  },
  {
    name: 'the inner policy admits nobody',
    breaks: (c) => [setPolicy(c.inner, policy({ Effect: 'Deny', ...everybody })), deploy(c.inner)],
    fix: /^Admit vpce-.* and deploy dev$/,
  },
  {
    name: 'the right policy is saved and not deployed',
    breaks: (c) => [
      setPolicy(c.outer, policy({ Effect: 'Deny', ...everybody })),
      deploy(c.outer),
      setPolicy(c.outer, c.outer.policy),
    ],
    fix: /^Deploy what is saved on/,
  },
  {
    name: 'the uri names the load balancer',
    breaks: (c) => [
      setIntegration(c.outer, c.outer.resources.page, {
        op: 'replace',
        path: '/uri',
        value: `https://${c.between.dns}/dev/page`,
      }),
      deploy(c.outer),
    ],
    fix: /^Let the integration of .* call https:/,
  },
  {
    name: 'the uri has no stage',
    breaks: (c) => [
      setIntegration(c.outer, c.outer.resources.page, {
        op: 'replace',
        path: '/uri',
        value: `https://${c.inner.host}/page`,
      }),
      deploy(c.outer),
    ],
    fix: /^Let the integration of .* call https:/,
  },
  {
    name: 'a reserved header is mapped',
    breaks: (c) => [
      setIntegration(c.outer, c.outer.resources.page, {
        op: 'add',
        path: '/requestParameters/integration.request.header.Content-Length',
        value: "'1'",
      }),
      deploy(c.outer),
    ],
    fix: /^Take Content-Length out of the header mapping/,
  },
  {
    name: 'the integration leaves its VPC link',
    breaks: (c) => [
      setIntegration(
        c.inner,
        c.inner.resources.page,
        { op: 'replace', path: '/connectionType', value: 'INTERNET' },
        { op: 'remove', path: '/connectionId' },
      ),
      deploy(c.inner),
    ],
    fix: /go over its VPC link/,
  },
  {
    name: 'the stage takes no calls',
    breaks: (c) => [
      [
        'apigateway',
        'update-stage',
        '--rest-api-id',
        c.outer.id,
        '--stage-name',
        'dev',
        '--patch-operations',
        'op=replace,path=/*/*/throttling/rateLimit,value=0',
        'op=replace,path=/*/*/throttling/burstLimit,value=0',
      ],
    ],
    fix: /^Let stage dev of .* take 100 calls/,
  },
  {
    name: 'the stage is gone',
    breaks: (c) => [['apigateway', 'delete-stage', '--rest-api-id', c.outer.id, '--stage-name', 'dev']],
    fix: /^Deploy .* to a stage dev$/,
  },
  {
    name: 'the default integration response is gone',
    call: (c) => `https://${c.outer.host}/dev/plain`,
    breaks: (c) => [
      [
        'apigateway',
        'delete-integration-response',
        '--rest-api-id',
        c.outer.id,
        '--resource-id',
        c.outer.resources.plain,
        '--http-method',
        'GET',
        '--status-code',
        '200',
      ],
      deploy(c.outer),
    ],
    fix: /a default integration response 200/,
  },
  {
    name: 'the API is not associated with the endpoint',
    call: (c) => `https://${c.inner.id}-${c.innerVpce}.execute-api.cn-northwest-1.amazonaws.com.cn/dev/page`,
    from: (c) => c.peer,
    breaks: (c) => [
      [
        'apigateway',
        'update-rest-api',
        '--rest-api-id',
        c.inner.id,
        '--patch-operations',
        `op=remove,path=/endpointConfiguration/vpcEndpointIds,value=${c.innerVpce}`,
      ],
    ],
    fix: /^Associate vpce-/,
  },
  {
    name: 'the route to the endpoint is gone',
    call: (c) => `https://${c.innerName}/dev/page -H 'Host: ${c.inner.host}'`,
    from: (c) => c.peer,
    breaks: (c) => [
      ['ec2', 'delete-route', '--route-table-id', c.spoke.table, '--destination-cidr-block', c.provider.cidr],
    ],
    fix: /^Route 10\.0\.0\.0\/16 over pcx-/,
  },
  {
    name: 'the route back to the caller is gone',
    call: (c) => `https://${c.innerName}/dev/page -H 'Host: ${c.inner.host}'`,
    from: (c) => c.peer,
    breaks: (c) => [
      ['ec2', 'delete-route', '--route-table-id', c.provider.table, '--destination-cidr-block', c.spoke.cidr],
    ],
    fix: /^Route 10\.3\.0\.0\/16 over pcx-/,
  },
  {
    name: 'the listener stands on another port',
    breaks: (c) => [['elbv2', 'modify-listener', '--listener-arn', c.between.listener, '--port', '444']],
    fix: /^Add a TCP listener on 443 to/,
  },
  {
    name: 'the targets are those of an endpoint that is gone',
    breaks: (c) => [
      [
        'elbv2',
        'deregister-targets',
        '--target-group-arn',
        c.between.group,
        '--targets',
        ...c.between.targets.map((t) => `Id=${t},Port=443`),
      ],
      [
        'elbv2',
        'register-targets',
        '--target-group-arn',
        c.between.group,
        '--targets',
        'Id=10.0.0.250,Port=443',
        'Id=10.0.2.250,Port=443',
      ],
    ],
    fix: /^Register the present addresses of vpce-/,
  },
  {
    name: 'the groups of the load balancer hold for PrivateLink',
    breaks: (c) => [
      [
        'elbv2',
        'set-security-groups',
        '--load-balancer-arn',
        c.back.arn,
        '--security-groups',
        c.shared,
        '--enforce-security-group-inbound-rules-on-private-link-traffic',
        'on',
      ],
    ],
    fix: /^Do not enforce the groups/,
  },
  {
    name: 'the service was scaled to nothing',
    breaks: (c) => [
      ['ecs', 'update-service', '--cluster', 'web', '--service', 'web', '--desired-count', '0'],
      [
        'elbv2',
        'deregister-targets',
        '--target-group-arn',
        c.back.group,
        '--targets',
        ...c.back.targets.map((t) => `Id=${t},Port=5000`),
      ],
    ],
    fix: /^Register the running tasks of web/,
  },
]
