import type { Propose } from '../proposal'
import { enters, leaves } from './acls'
import { method, certificate as uriCertificate } from './apis'
import { clientAddress, listener, targets, zones } from './balancers'
import { certificate, host, scheme, signed, stage } from './call'
import { egress, ingress, privateLink } from './groups'
import { name } from './names'
import { endpoint, resource } from './policies'
import { back, there } from './routes'

/** What can be proposed against each check that stops a call; a check that is absent has no remedy here. */
export const proposers: Readonly<Record<string, Propose>> = {
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
  'endpoint.port': scheme,
  'api-selection.api': host,
  'stage.exists': stage,
  'method.exists': method,
  'endpoint-policy.allows': endpoint,
  'resource-policy.api': resource,
  'authorization.signed': signed,
  'integration.certificate': uriCertificate,
  'load-balancer.listener': listener,
  'load-balancer.client-address': clientAddress,
  'load-balancer.zones': zones,
  'target.address': targets,
  'target.usable': targets,
}
