import { valid as apiKeyValid } from './api-key/valid'
import { access as apiSelectionAccess } from './api-selection/access'
import { api as apiSelectionApi } from './api-selection/api'
import { defaultEndpoint as apiSelectionDefaultEndpoint } from './api-selection/defaultEndpoint'
import { endpointType as apiSelectionEndpointType } from './api-selection/endpointType'
import { licence as apiSelectionLicence } from './api-selection/licence'
import { mapping as apiSelectionMapping } from './api-selection/mapping'
import { strict as apiSelectionStrict } from './api-selection/strict'
import { authorizer as authorizationAuthorizer } from './authorization/authorizer'
import { identity as authorizationIdentity } from './authorization/identity'
import { signed as authorizationSigned } from './authorization/signed'
import type { CheckRule } from './check'
import { name as dnsName } from './dns/name'
import { port as endpointPort } from './endpoint/port'
import { service as endpointService } from './endpoint/service'
import { state as endpointState } from './endpoint/state'
import { allows as endpointPolicyAllows } from './endpoint-policy/allows'
import { certificate as integrationCertificate } from './integration/certificate'
import { connects as integrationConnects } from './integration/connects'
import { contentType as integrationContentType } from './integration/contentType'
import { invokable as integrationFunction } from './integration/function'
import { mappedHeaders as integrationMappedHeaders } from './integration/mappedHeaders'
import { mock as integrationMock } from './integration/mock'
import { otherApi as integrationOtherApi } from './integration/otherApi'
import { response as integrationResponse } from './integration/response'
import { target as integrationTarget } from './integration/target'
import { timeout as integrationTimeout } from './integration/timeout'
import { variables as integrationVariables } from './integration/variables'
import { clientAddress as loadBalancerClientAddress } from './load-balancer/clientAddress'
import { idle as loadBalancerIdle } from './load-balancer/idle'
import { listener as loadBalancerListener } from './load-balancer/listener'
import { rule as loadBalancerRule } from './load-balancer/rule'
import { state as loadBalancerState } from './load-balancer/state'
import { zones as loadBalancerZones } from './load-balancer/zones'
import { endless as loopEndless } from './loop/endless'
import { exists as methodExists } from './method/exists'
import { length as methodLength } from './method/length'
import { throttle as methodThrottle } from './method/throttle'
import { enters as networkAclEnters } from './network-acl/enters'
import { leaves as networkAclLeaves } from './network-acl/leaves'
import { body as requestValidationBody } from './request-validation/body'
import { parameters as requestValidationParameters } from './request-validation/parameters'
import { api as resourcePolicyApi } from './resource-policy/api'
import { domain as resourcePolicyDomain } from './resource-policy/domain'
import { address as routeAddress } from './route/address'
import { back as routeBack } from './route/back'
import { hidden as routeHidden } from './route/hidden'
import { someWaysCheck as routeSomeWays } from './route/someWays'
import { there as routeThere } from './route/there'
import { egress as securityGroupEgress } from './security-group/egress'
import { ingress as securityGroupIngress } from './security-group/ingress'
import { privateLink as securityGroupPrivateLink } from './security-group/privateLink'
import { inTime as serviceInTime } from './service/inTime'
import { listens as serviceListens } from './service/listens'
import { running as serviceRunning } from './service/running'
import { deployed as stageDeployed } from './stage/deployed'
import { exists as stageExists } from './stage/exists'
import { webAcl as stageWebAcl } from './stage/webAcl'
import { address as targetAddress } from './target/address'
import { registered as targetRegistered } from './target/registered'
import { usable as targetUsable } from './target/usable'
import { certificate as tlsCertificate } from './tls/certificate'
import { noName as tlsNoName } from './tls/noName'
import { speaks as tlsSpeaks } from './tls/speaks'
import { version as tlsVersion } from './tls/version'
import { scheme as vpcLinkScheme } from './vpc-link/scheme'
import { status as vpcLinkStatus } from './vpc-link/status'

/** Every check, in the order in which a call meets them. */
export const checks: CheckRule[] = [
  dnsName,
  securityGroupEgress,
  networkAclLeaves,
  routeThere,
  routeAddress,
  endpointState,
  endpointService,
  networkAclEnters,
  securityGroupIngress,
  securityGroupPrivateLink,
  routeBack,
  routeSomeWays,
  routeHidden,
  endpointPort,
  tlsSpeaks,
  tlsCertificate,
  tlsNoName,
  tlsVersion,
  apiSelectionApi,
  apiSelectionAccess,
  apiSelectionMapping,
  apiSelectionEndpointType,
  apiSelectionStrict,
  stageExists,
  stageDeployed,
  apiSelectionDefaultEndpoint,
  stageWebAcl,
  methodLength,
  methodExists,
  endpointPolicyAllows,
  resourcePolicyDomain,
  apiSelectionLicence,
  authorizationSigned,
  resourcePolicyApi,
  authorizationIdentity,
  authorizationAuthorizer,
  apiKeyValid,
  methodThrottle,
  requestValidationParameters,
  requestValidationBody,
  loopEndless,
  integrationMappedHeaders,
  integrationContentType,
  integrationMock,
  integrationFunction,
  integrationVariables,
  integrationTarget,
  integrationOtherApi,
  integrationCertificate,
  integrationConnects,
  integrationTimeout,
  integrationResponse,
  vpcLinkStatus,
  vpcLinkScheme,
  loadBalancerState,
  loadBalancerListener,
  loadBalancerRule,
  loadBalancerZones,
  loadBalancerClientAddress,
  targetUsable,
  targetAddress,
  targetRegistered,
  serviceRunning,
  serviceListens,
  loadBalancerIdle,
  serviceInTime,
]
