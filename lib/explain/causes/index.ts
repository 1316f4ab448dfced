import { apiKeyMissing } from './api-key-missing'
import { backendClosedConnection } from './backend-closed-connection'
import { callerSgEgress } from './caller-sg-egress'
import type { CauseRule } from './cause'
import { clientIpPreservation } from './client-ip-preservation'
import { defaultEndpointDisabled } from './default-endpoint-disabled'
import { dnsNoPrivateAnswer } from './dns-no-private-answer'
import { dnsWrongSuffix } from './dns-wrong-suffix'
import { endpointNoApiNamed } from './endpoint-no-api-named'
import { endpointPolicyExplicitDeny } from './endpoint-policy-explicit-deny'
import { endpointPolicyImplicitDeny } from './endpoint-policy-implicit-deny'
import { endpointSg443 } from './endpoint-sg-443'
import { hostWrongSuffix } from './host-wrong-suffix'
import { httpsToPlainHttpPort } from './https-to-plain-http-port'
import { innerApiForbiddenMasked } from './inner-api-forbidden-masked'
import { innerApiKeyMissing } from './inner-api-key-missing'
import { innerNoSuchStage } from './inner-no-such-stage'
import { integrationSlowBackend } from './integration-slow-backend'
import { integrationTlsName } from './integration-tls-name'
import { lambdaSgEgress } from './lambda-sg-egress'
import { missingSignature } from './missing-signature'
import { mutualTls } from './mutual-tls'
import { nacl } from './nacl'
import { nlbSgEnforcedOnPrivatelink } from './nlb-sg-enforced-on-privatelink'
import { nlbZoneWithoutTarget } from './nlb-zone-without-target'
import { noListenerOnPort } from './no-listener-on-port'
import { noRouteToPublicAddress } from './no-route-to-public-address'
import { noSuchApi } from './no-such-api'
import { noSuchResourceOrMethod } from './no-such-resource-or-method'
import { noSuchStage } from './no-such-stage'
import { onpremNoPrivateDns } from './onprem-no-private-dns'
import { portClosed } from './port-closed'
import { publicApiThroughPrivateDns } from './public-api-through-private-dns'
import { resolverDropsPrivateAnswers } from './resolver-drops-private-answers'
import { resourceNotDeployed } from './resource-not-deployed'
import { resourcePolicyExplicitDeny } from './resource-policy-explicit-deny'
import { resourcePolicyImplicitDeny } from './resource-policy-implicit-deny'
import { resourcePolicySourceipOnPrivate } from './resource-policy-sourceip-on-private'
import { searchDomainAppended } from './search-domain-appended'
import { sgOneBackend } from './sg-one-backend'
import { signatureExpired } from './signature-expired'
import { signatureHostMismatch } from './signature-host-mismatch'
import { stageRepeatedInCustomDomain } from './stage-repeated-in-custom-domain'
import { staleCloudMapInstance } from './stale-cloud-map-instance'
import { staleDeployment } from './stale-deployment'
import { targetDropsPackets } from './target-drops-packets'
import { targetRefusesOrUnhealthy } from './target-refuses-or-unhealthy'
import { tlsCertificateExpired } from './tls-certificate-expired'
import { tlsNameMismatchAlias } from './tls-name-mismatch-alias'
import { tlsNameMismatchPassthrough } from './tls-name-mismatch-passthrough'
import { vpcLinkFailed } from './vpc-link-failed'
import { vpcLinkV2Inactive } from './vpc-link-v2-inactive'
import { wafBlocked } from './waf-blocked'
import { wentThroughAProxy } from './went-through-a-proxy'
import { wrongSecret } from './wrong-secret'

/** Every cause; of two that fit equally well the first counts more. */
export const causes: CauseRule[] = [
  dnsWrongSuffix,
  dnsNoPrivateAnswer,
  onpremNoPrivateDns,
  searchDomainAppended,
  tlsNameMismatchPassthrough,
  tlsNameMismatchAlias,
  tlsCertificateExpired,
  httpsToPlainHttpPort,
  endpointSg443,
  callerSgEgress,
  lambdaSgEgress,
  nacl,
  noRouteToPublicAddress,
  portClosed,
  hostWrongSuffix,
  endpointNoApiNamed,
  noSuchApi,
  noSuchStage,
  publicApiThroughPrivateDns,
  noSuchResourceOrMethod,
  resourceNotDeployed,
  stageRepeatedInCustomDomain,
  missingSignature,
  signatureHostMismatch,
  signatureExpired,
  wrongSecret,
  apiKeyMissing,
  resourcePolicyExplicitDeny,
  resourcePolicyImplicitDeny,
  resourcePolicySourceipOnPrivate,
  endpointPolicyExplicitDeny,
  endpointPolicyImplicitDeny,
  staleDeployment,
  integrationTlsName,
  innerNoSuchStage,
  innerApiForbiddenMasked,
  innerApiKeyMissing,
  integrationSlowBackend,
  backendClosedConnection,
  targetRefusesOrUnhealthy,
  targetDropsPackets,
  noListenerOnPort,
  nlbZoneWithoutTarget,
  clientIpPreservation,
  nlbSgEnforcedOnPrivatelink,
  vpcLinkFailed,
  vpcLinkV2Inactive,
  staleCloudMapInstance,
  sgOneBackend,
  wafBlocked,
  mutualTls,
  defaultEndpointDisabled,
  wentThroughAProxy,
  resolverDropsPrivateAnswers,
]
