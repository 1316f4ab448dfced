import { aclForgetsAnswers } from './aclForgetsAnswers'
import { apiIdHandedOn } from './apiIdHandedOn'
import { apiKeyWithoutPlan } from './apiKeyWithoutPlan'
import { associatedButDenied } from './associatedButDenied'
import { authorizerMissing } from './authorizerMissing'
import { billedAndUnused } from './billedAndUnused'
import { blackholeRoute } from './blackholeRoute'
import { clientAddressBeforeEndpoint } from './clientAddressBeforeEndpoint'
import { cnameToRegionalDomain } from './cnameToRegionalDomain'
import { customDomainUnready } from './customDomainUnready'
import { defaultEndpointOff } from './defaultEndpointOff'
import { edgeInPartition } from './edgeInPartition'
import { emptyZone } from './emptyZone'
import { endpointNotAvailable } from './endpointNotAvailable'
import { endpointOpenToAll } from './endpointOpenToAll'
import { endpointPolicyUnsigned } from './endpointPolicyUnsigned'
import { endpointShutsOut } from './endpointShutsOut'
import { functionRefusesApi } from './functionRefusesApi'
import { healthCheckBeforeEndpoint } from './healthCheckBeforeEndpoint'
import { icpLicence } from './icpLicence'
import { insecureCurl } from './insecureCurl'
import { insecureSkipVerification } from './insecureSkipVerification'
import { internetFacingBackend } from './internetFacingBackend'
import { nearQuota } from './nearQuota'
import { nlbEnforcesPrivateLink } from './nlbEnforcesPrivateLink'
import { nlbWithoutGroups } from './nlbWithoutGroups'
import { nlbWithTwoLinks } from './nlbWithTwoLinks'
import { nonProxyHidesErrors } from './nonProxyHidesErrors'
import { openToAny } from './openToAny'
import { plainHttpIntoTls } from './plainHttpIntoTls'
import { policyDenyWithoutAllow } from './policyDenyWithoutAllow'
import { policyNeverMatches } from './policyNeverMatches'
import { policyPlaceholder } from './policyPlaceholder'
import { policyRefused } from './policyRefused'
import { policySourceIp } from './policySourceIp'
import { policyUnknownId } from './policyUnknownId'
import { policyUnsupported } from './policyUnsupported'
import { policyWrongResource } from './policyWrongResource'
import { privateDnsAttributes } from './privateDnsAttributes'
import { privateDnsCutsPublic } from './privateDnsCutsPublic'
import { privateWithoutPolicy } from './privateWithoutPolicy'
import { publicWithoutAuthorization } from './publicWithoutAuthorization'
import { reservedHeaderMapped } from './reservedHeaderMapped'
import type { FindingRule } from './rule'
import { savedNotDeployed } from './savedNotDeployed'
import { savedOpens } from './savedOpens'
import { serviceNameOfPartition } from './serviceNameOfPartition'
import { sourceVpcWithoutEndpoint } from './sourceVpcWithoutEndpoint'
import { stageTwiceInPath } from './stageTwiceInPath'
import { stageVariableMissing } from './stageVariableMissing'
import { stageWithoutDeployment } from './stageWithoutDeployment'
import { staleTargets } from './staleTargets'
import { strictNames } from './strictNames'
import { targetsShutOut } from './targetsShutOut'
import { targetsUnhealthy } from './targetsUnhealthy'
import { targetsWithoutTraffic } from './targetsWithoutTraffic'
import { unreachableApi } from './unreachableApi'
import { unusedResource } from './unusedResource'
import { uriNotOnCertificate } from './uriNotOnCertificate'
import { uriOfAnotherPartition } from './uriOfAnotherPartition'
import { uriWithoutStage } from './uriWithoutStage'
import { usagePlanWithoutKey } from './usagePlanWithoutKey'
import { v2LinkIdle } from './v2LinkIdle'
import { vpcLinkUnusable } from './vpcLinkUnusable'

/** Every rule: policies, deployments, names, the network, load balancers, integrations, and what is left over. */
export const rules: readonly FindingRule[] = [
  policyRefused,
  policyPlaceholder,
  policyWrongResource,
  policySourceIp,
  policyDenyWithoutAllow,
  privateWithoutPolicy,
  policyUnknownId,
  policyNeverMatches,
  policyUnsupported,
  sourceVpcWithoutEndpoint,
  openToAny,
  publicWithoutAuthorization,
  endpointPolicyUnsigned,
  associatedButDenied,
  savedOpens,
  savedNotDeployed,
  stageWithoutDeployment,
  privateDnsCutsPublic,
  privateDnsAttributes,
  cnameToRegionalDomain,
  customDomainUnready,
  defaultEndpointOff,
  unreachableApi,
  strictNames,
  edgeInPartition,
  serviceNameOfPartition,
  icpLicence,
  apiKeyWithoutPlan,
  usagePlanWithoutKey,
  authorizerMissing,
  endpointNotAvailable,
  endpointShutsOut,
  endpointOpenToAll,
  aclForgetsAnswers,
  blackholeRoute,
  vpcLinkUnusable,
  v2LinkIdle,
  nlbWithTwoLinks,
  nlbEnforcesPrivateLink,
  nlbWithoutGroups,
  internetFacingBackend,
  targetsShutOut,
  targetsWithoutTraffic,
  targetsUnhealthy,
  staleTargets,
  clientAddressBeforeEndpoint,
  healthCheckBeforeEndpoint,
  plainHttpIntoTls,
  emptyZone,
  stageVariableMissing,
  functionRefusesApi,
  reservedHeaderMapped,
  uriNotOnCertificate,
  uriOfAnotherPartition,
  uriWithoutStage,
  stageTwiceInPath,
  nonProxyHidesErrors,
  apiIdHandedOn,
  insecureSkipVerification,
  insecureCurl,
  nearQuota,
  unusedResource,
  billedAndUnused,
]
