import type { Seen, Sort } from './seen/seen'

/** What an outcome is, in one sentence; the causes say why. */
const sentences: Record<Sort, string> = {
  dns: 'The name {host} was not resolved, so nothing was sent.',
  timeout: 'Nobody answered the attempt to connect to {host}: its packets, or the answers, are dropped on the way.',
  'no-answer': 'The connection to {host} was made, and then nothing came.',
  refused: 'The connection to {host} was refused: the packets arrived, and nothing listens there.',
  unreachable: 'The machine of the caller has no route to {host}.',
  reset: 'The connection to {host} was made and then broken off.',
  'tls-name': 'The caller ended the call: the certificate does not cover the name {host}.',
  'tls-expired': 'The caller ended the call: the certificate of {host} is out of date.',
  'tls-untrusted': 'The caller ended the call: it trusts nobody who issued the certificate of {host}.',
  'tls-plain': 'The caller spoke TLS, and {host} answered in plain text.',
  'tls-version': 'Caller and {host} share no version of TLS.',
  'tls-client-certificate': '{host} asked for a certificate of the caller and did not get one that it takes.',
  tls: 'The TLS handshake with {host} failed.',
  proxy: 'A proxy between the caller and {host} refused the connection.',
  forbidden:
    'API Gateway answered Forbidden: no API, no stage, no valid API key, AWS WAF, mutual TLS, or an API that is not served at this entrance. No policy answers so.',
  'missing-token':
    'API Gateway answered Missing Authentication Token: the stage was found, and it has no such path or method, or the method wants a signature.',
  denied: 'A policy denied the call: API, stage and method were found.',
  'authorizer-denied': 'The authorizer of the method denied the call: API, stage and method were found.',
  'null-message': 'The answer denies access without a reason: {"Message":null}. AWS does not document it.',
  'incomplete-signature': 'API Gateway read the header Authorization as a signature, and it is none.',
  signature: 'The signature does not match what arrived.',
  'signature-expired': 'The signature is out of date.',
  scope: 'The signature is made for another region or another service than execute-api in the region of the API.',
  token: 'The keys or the session token of the signature are not accepted.',
  unauthorized: 'The authorizer got no token, or one that it does not take.',
  throttled: 'The call was throttled, or the quota of its usage plan is used up.',
  'bad-request': 'The request was refused by the validation of the method.',
  'server-error': 'API Gateway found the method and failed at its integration.',
  'network-error': 'API Gateway let the call in and could not talk to the backend.',
  'timed-out': 'API Gateway let the call in, and the backend answered too late.',
  'bad-gateway': 'API Gateway let the call in, and the answer of the backend was not usable.',
  unavailable: 'The call was let in, and no backend was there to take it.',
  'not-found': 'No route of the API fits the call.',
  balancer: 'The load balancer answered in the place of its targets.',
  'refused-somehow': 'The call was refused with 403; the text that would say why is not shown.',
  'gateway-timeout': 'The gateway gave up waiting; the text that would say why is not shown.',
  masked: 'The status is good, and the text is a refusal: it comes from behind the integration.',
  'proxy-answer': 'The answer is that of a proxy on the way, not of API Gateway.',
  answered: 'The call got an answer that is none of the refusals of API Gateway: it comes from the application.',
  none: 'Nothing in this text shows how the call ended.',
}

export const saysOf = (seen: Seen): string =>
  (sentences[seen.sort] ?? '').replaceAll('{host}', seen.to?.host ?? 'the server')
