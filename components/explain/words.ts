import type { AnsweredBy, CauseVerdict } from '@/lib/explain/explanation'

export const answeredByWords = {
  gateway: 'API Gateway',
  backend: 'what stands behind the integration',
  network: 'nobody: the network ended the call',
  client: 'nobody: the caller itself ended the call',
  unknown: 'not known',
} satisfies Record<AnsweredBy, string>

export const verdictWords = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
} satisfies Record<CauseVerdict, string>

/** Parts of ids that are written otherwise in a sentence. */
const written: Record<string, string> = {
  api: 'API',
  dns: 'DNS',
  http: 'HTTP',
  https: 'HTTPS',
  ip: 'IP',
  nacl: 'network ACL',
  nlb: 'NLB',
  onprem: 'on premises',
  privatelink: 'PrivateLink',
  sg: 'security group',
  sourceip: 'aws:SourceIp',
  tls: 'TLS',
  v2: 'V2',
  vpc: 'VPC',
  waf: 'AWS WAF',
}

/** A cause in a few words: those of its id. */
export const causeTitle = (id: string): string => {
  const words = id
    .split('-')
    .map((word) => written[word] ?? word)
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
