import { resourceOf } from '@/lib/topology/document'
import type { Fix } from '@/lib/trace/trace'
import { adviceCommands } from './commands/advice'
import { aboutOf, called, isFirst, type Stopped } from './proposal'
import { stageOf } from './stageOf'

/**
 * What is left to do where no change of the call or of the topology can be proved: who has to act, and how; with
 * commands where AWS has some. A label has no full stop.
 */
export function adviceOn(stopped: Stopped): Fix {
  const { check } = stopped
  const said = advice[`${check.id} ${check.reason}`] ?? advice[check.id]
  const label = typeof said === 'function' ? said(stopped) : (said ?? check.says.replace(/\.\s*$/, ''))
  return { label, ...adviceCommands(stopped) }
}

/** The account that holds what a check is about, as the subject of a sentence. */
function holderOf(stopped: Stopped): string {
  const { doc, hop } = stopped
  const id = aboutOf(stopped)
  const account = resourceOf(doc, (doc.resources[id] ?? doc.resources[hop.resource])?.account, 'account')?.accountId
  return account === undefined ? `Whoever holds ${called(doc, id)}` : `Whoever holds ${called(doc, id)} in ${account}`
}

const name = (stopped: Stopped) => called(stopped.doc, aboutOf(stopped))

const after = (pattern: RegExp) => (stopped: Stopped) => pattern.exec(stopped.check.says)?.[1] ?? ''
const parameterOf = after(/reads (\S+?),/)
const zoneOf = after(/^(\S+)/)

const stateOf = ({ doc, ...s }: Stopped) => resourceOf(doc, aboutOf({ doc, ...s }), 'vpcEndpoint')?.state.toLowerCase()

const anew = (s: Stopped) =>
  `Make an endpoint anew in the place of ${name(s)}: it has another id and other addresses, so change the policies, associations and targets that name this one`

const stagesOf = ({ doc, hop }: Stopped) =>
  Object.keys(resourceOf(doc, hop.resource, 'restApi')?.stages ?? {}).join(' or ')

type Said = string | ((stopped: Stopped) => string)

/** By check, or by check and reason. */
const advice: Readonly<Record<string, Said>> = {
  'api-key.valid': (s) =>
    `Send x-api-key with a key of a usage plan that covers stage ${stageOf(s.hop.checks) ?? ''} of ${name(s)}: its value is read in the account of the API`,
  'api-key.valid no-plan': (s) =>
    `${holderOf(s)} adds stage ${stageOf(s.hop.checks) ?? ''} to a usage plan and an enabled key to that plan: a key that is in no plan counts for nothing`,
  'api-selection.access not-available': (s) => `Wait until ${name(s)} is AVAILABLE, and read it again`,
  'api-selection.access pending': (s) => `Wait until the association of ${name(s)} is AVAILABLE, and read it again`,
  'api-selection.api': (s) =>
    `Name the API that is meant: its host is ID.execute-api.REGION.amazonaws.com, or .amazonaws.com.cn in China; of several nobody but you can tell which. The call names ${s.hop.call.host ?? 'none'}`,
  'api-selection.endpoint-type': (s) =>
    `Call from a VPC without private DNS for execute-api: ${name(s)} serves private REST APIs only`,
  'api-selection.licence': (s) =>
    `${holderOf(s)} completes the ICP recordal or licence with AWS in China: no setting of the API stands in for it`,
  'api-selection.mapping': (s) =>
    `${holderOf(s)} maps a base path of the domain to the API and stage that are meant: which ones the domain does not say`,
  'authorization.authorizer bad-token': (s) =>
    `Send a token that the user pool of ${name(s)} has issued and that has not run out`,
  'authorization.authorizer denies': (s) =>
    `Send what the authorizer lets in, or let the holder of its function decide otherwise: what it answers is code and stands in no setting of ${name(s)}`,
  'authorization.authorizer silent': (s) =>
    `The function of the authorizer returns an Allow for this method: its policy is code and stands in no setting of ${name(s)}`,
  'authorization.authorizer fails': (s) =>
    `Look into the log of the authorizer's function: it fails before it answers, which no setting of ${name(s)} mends`,
  'authorization.authorizer no-token': (s) =>
    `Send ${parameterOf(s)} with a value that the authorizer of ${name(s)} lets in: which one only its holder knows`,
  'authorization.authorizer missing': (s) =>
    `${holderOf(s)} gives the method an authorizer that the API has, and deploys`,
  'authorization.identity': (s) =>
    `Whoever administers ${called(s.doc, s.check.evidence[0]?.resource ?? 'the identity')} takes the Deny out of its policies, or lets it spare the API: a Deny stands above every Allow`,
  'authorization.signed': (s) =>
    isFirst(s)
      ? `Sign the call with SigV4 for execute-api, as an identity whose policies are known here: draw it as a principal, and set it as the caller`
      : `${holderOf(s)} takes another authorization than AWS_IAM for the method, and deploys: an integration of the API in front does not sign what it sends`,
  'dns.name': (s) =>
    `Correct the name, or make a record for it in a zone that the caller asks: nothing in this topology answers for ${zoneOf(s)}`,
  'dns.name private-api-outside':
    'Call from a VPC or a network that reaches an endpoint for execute-api of this region: outside of it the name of a private API leads nowhere',
  'endpoint.service': (s) =>
    `Make an endpoint for execute-api in the VPC, and call through it: ${name(s)} carries calls to another service`,
  'endpoint.state': (s) =>
    stateOf(s) === 'pending'
      ? `Wait until ${name(s)} is available, which takes minutes, and read it again`
      : stateOf(s) === 'pendingacceptance'
        ? `Whoever holds the service of ${name(s)} accepts its connection`
        : anew(s),
  'endpoint-policy.allows': (s) =>
    `${holderOf(s)} lets the Deny in its policy spare the API, or takes it out: an Allow does not outweigh it`,
  'endpoint-policy.allows bad-signature':
    'Sign the call for execute-api, over the Host that is sent, in the region of the API, as an identity that the API knows',
  'integration.certificate': (s) =>
    `${holderOf(s)} gives the server a certificate with the host of the uri, or the uri a host that stands on the certificate`,
  'integration.connects': (s) =>
    `Start the backend of ${name(s)} on the port of the uri: it listens nowhere, as stated`,
  'integration.content-type': (s) => `Send a content type for which ${name(s)} has a template`,
  'integration.function': (s) => `${holderOf(s)} lets apigateway.amazonaws.com invoke the function`,
  'integration.target': (s) =>
    `${holderOf(s)} makes a VPC link, names it in the integration or its stage variable, and deploys`,
  'integration.timeout': (s) =>
    `Let the backend answer within 29000 ms, or ask AWS for a higher quota, set it on the integration of ${name(s)} and deploy: without the quota AWS takes no more`,
  'integration.variables': (s) =>
    `${holderOf(s)} sets the stage variables that the uri names: aws apigateway update-stage --patch-operations op=replace,path=/variables/NAME,value=VALUE. What they should hold the topology does not say`,
  'integration.variables no-address': (s) =>
    `${holderOf(s)} gives the integration a uri that begins with http:// or https:// and a host, and deploys`,
  'network-acl.enters': (s) =>
    `${holderOf(s)} makes room before the entry that denies, and allows these packets in there`,
  'network-acl.leaves': (s) =>
    `${holderOf(s)} makes room before the entry that denies, and allows these packets out there`,
  'load-balancer.rule': (s) =>
    `Call a host and a path that a rule of ${name(s)} forwards, or let its holder add a rule: its default answers for itself`,
  'load-balancer.state': (s) => `Wait until ${name(s)} is active, and read it again`,
  'load-balancer.listener': (s) => `${holderOf(s)} adds a listener with the target group that is meant`,
  'loop.endless': (s) =>
    `${holderOf(s)} points the integration at the backend that is meant, and deploys: the topology does not say which`,
  'method.exists': (s) =>
    `Call a path and a method that stage ${stageOf(s.hop.checks) ?? ''} of ${name(s)} has, or let its holder add ${s.hop.call.method} for ${s.hop.call.path ?? '/'} with an integration, and deploy`,
  'method.length': 'Shorten the path of the call: AWS takes no longer ARN, and no quota raises it',
  'request-validation.body': (s) => `Send a body that fits the model of ${name(s)}`,
  'request-validation.parameters': (s) => `Let the API in front map the parameters that ${name(s)} requires`,
  'resource-policy.api': (s) =>
    `${holderOf(s)} lets the Deny in its resource policy spare the call, or takes it out, and deploys: an Allow does not outweigh it`,
  'resource-policy.domain': (s) => `${holderOf(s)} allows the endpoint in the policy of the domain`,
  'route.address':
    'Take the entry of the name out of the hosts file of the caller, or call an address that somebody has',
  'stage.deployed': (s) => `${holderOf(s)} points the stage, or its canary, to a deployment that exists`,
  'route.there': (s) =>
    `Call from a network that is connected to the VPC of ${name(s)}, or connect the two: what joins them is not in the topology`,
  'route.there peering-inactive':
    'Whoever holds the accepting VPC accepts the peering connection, or it is made anew where it was rejected or has expired: aws ec2 accept-vpc-peering-connection',
  'route.there from-internet': (s) =>
    `Call from a network that is connected to the VPC of ${name(s)}: a private address is not reached from the internet, whatever is opened`,
  'route.back': (s) =>
    `Connect the VPC of ${name(s)} to the network of the caller, and route its addresses over that: what joins them is not in the topology`,
  'security-group.ingress': (s) =>
    `${holderOf(s)} admits the address that the call comes from, on the port that it comes to`,
  'security-group.egress': (s) => `${holderOf(s)} lets the call out, to the address and the port that it goes to`,
  'service.listens': (s) => `Start the program of ${name(s)} on the port of the target: it listens nowhere, as stated`,
  'service.running': (s) =>
    (resourceOf(s.doc, aboutOf(s), 'ecsService')?.desiredCount ?? 0) === 0
      ? `Raise the desired count of ${name(s)}: ECS starts a task and registers the address that it gets`
      : `Look at the events and stopped tasks of ${name(s)} in ECS: they name the cause; more desired tasks do not mend what stops them`,
  'stage.exists': (s) => `Begin the path with the stage ${stagesOf(s)}, and go on with a path that it has`,
  'stage.exists never-deployed': (s) =>
    `${holderOf(s)} gives the API a method and a policy, and deploys it to the stage that is called`,
  'stage.web-acl': (s) =>
    `${holderOf({ ...s, check: { ...s.check, resource: s.check.evidence[0]?.resource ?? aboutOf(s) } })} lets a rule allow the caller before the one that blocks: the block may be meant, and the rule is theirs to judge`,
  'target.address': (s) =>
    `Let the service behind ${name(s)} run again: its tasks register the addresses that they have`,
  'target.registered': 'Register an instance that runs: those that are registered are gone',
  'target.usable': (s) =>
    `Register a target in ${name(s)} that is in a zone of the load balancer, or enable the zone of its targets: which one is meant the topology does not say`,
  'tls.certificate': 'Connect under a name that stands on the certificate, and send the host of the API as Host',
  'tls.certificate untrusted':
    'Give curl the authority that has signed the certificate, with --cacert FILE: its file is not in the topology, and -k would take any certificate',
  'tls.speaks': 'Use the scheme that the server speaks on this port, or give the server a certificate',
  'tls.version gateway-1.2': (s) =>
    `${holderOf(s)} lets the server accept TLS 1.2: API Gateway speaks no newer one to a backend`,
  'tls.version': 'Use a client that speaks the TLS version which the API accepts',
  'vpc-link.status': (s) =>
    `${holderOf(s)} makes the VPC link anew, names it in the integration, and deploys: a link that has failed is not repaired`,
  'vpc-link.status no-target': (s) =>
    `${holderOf(s)} makes the VPC link anew with a load balancer that exists, names it in the integration, and deploys`,
  'vpc-link.status inactive': (s) =>
    `Call again in a few minutes: the first calls wake ${name(s)}, and the answer to them is an error`,
  'vpc-link.status pending': (s) => `Wait until ${name(s)} is AVAILABLE, which takes minutes, and read it again`,
  'vpc-link.status rejected': (s) =>
    `Whoever holds the load balancer of ${name(s)} accepts the connection of API Gateway to its endpoint service, or the link is made anew`,
}
