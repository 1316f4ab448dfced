import type { Proposal, Propose, Stopped } from '../proposal'
import { enters, leaves } from './acls'
import { mappedHeaders, mock, withDefault } from './answers'
import { method } from './apis'
import { clientAddress, endpointTargets, listener, targets, zones } from './balancers'
import { certificate, host, httpsPort, scheme, signed, token } from './call'
import { access, policy as domainPolicy, mapping } from './domains'
import { egress, ingress, privateLink } from './groups'
import { name } from './names'
import { identity, invokable } from './permissions'
import { apiKey } from './plans'
import { endpoint, resource } from './policies'
import { body, contentType, parameters, tlsVersion } from './requests'
import { back, there } from './routes'
import { deploySaved } from './saved'
import { listens } from './services'
import { defaultEndpoint, endpointType, link, securityPolicy, stage, strict, throttle } from './settings'
import { listeningPort, certificate as uriCertificate } from './uris'
import { idle, inTime, timeout } from './waits'

/**
 * What could be done, the least first. What is saved on the API that stands or asks here may be right already, and only
 * not be served.
 */
export const proposalsFor = (stopped: Stopped): Proposal[] => [
  ...deploySaved(stopped),
  ...(proposers[stopped.check.id]?.(stopped) ?? []),
]

/** What can be proposed against each check that stops a call; a check that is absent has no remedy here. */
const proposers: Readonly<Record<string, Propose>> = {
  'dns.name': name,
  'security-group.egress': egress,
  'security-group.ingress': ingress,
  'security-group.private-link': privateLink,
  'network-acl.leaves': leaves,
  'network-acl.enters': enters,
  'route.there': there,
  'route.back': back,
  'tls.certificate': certificate,
  'tls.speaks': scheme,
  'tls.version': (stopped) => [...tlsVersion(stopped), ...securityPolicy(stopped)],
  'endpoint.port': (stopped) => [...httpsPort(stopped), ...endpointTargets(stopped)],
  'api-selection.access': access,
  'api-selection.api': host,
  'api-selection.default-endpoint': defaultEndpoint,
  'api-selection.endpoint-type': endpointType,
  'api-selection.mapping': mapping,
  'api-selection.strict': strict,
  'stage.exists': stage,
  'method.exists': method,
  'method.throttle': throttle,
  'endpoint-policy.allows': endpoint,
  'resource-policy.api': resource,
  'resource-policy.domain': domainPolicy,
  'authorization.authorizer': token,
  'authorization.identity': identity,
  'authorization.signed': signed,
  'api-key.valid': apiKey,
  'request-validation.body': body,
  'request-validation.parameters': parameters,
  'integration.certificate': uriCertificate,
  'integration.connects': listeningPort,
  'integration.content-type': contentType,
  'integration.function': invokable,
  'integration.mapped-headers': mappedHeaders,
  'integration.mock': mock,
  'integration.response': withDefault,
  'integration.target': link,
  'integration.timeout': timeout,
  'load-balancer.listener': listener,
  'load-balancer.client-address': clientAddress,
  'load-balancer.idle-timeout': idle,
  'load-balancer.zones': zones,
  'target.address': targets,
  'target.usable': targets,
  'service.in-time': inTime,
  'service.listens': listens,
}
