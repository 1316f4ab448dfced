import type { TopologyDocument } from '@/lib/topology/document'
import type { Layer } from '@/lib/trace/trace'

/** 4444-5555-6666, as the AWS console writes it. */
export const grouped = (account: string): string => account.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')

export const called = (doc: TopologyDocument, id: string): string =>
  doc.resources[id]?.physicalId ?? doc.resources[id]?.name ?? id

export const listed = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What the caller holds, by the layers that speak of it. */
export const parts: [word: string, layers: Layer[]][] = [
  ['network', ['dns', 'route', 'network-acl', 'security-group']],
  ['TLS', ['tls']],
  ['endpoint', ['endpoint', 'endpoint-policy']],
]
