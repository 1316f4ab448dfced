import type { Resource, TopologyDocument } from './document'
import { pointer } from './pointer'

/** `${LOGICALID.field}` in text: the fields that may be asked for. AWS's own `${aws:…}`, `${context.…}` are left alone. */
export const textFields = ['id', 'arn', 'accountId', 'dnsName', 'host'] as const
export type TextField = (typeof textFields)[number]

const token = /\$\$\{|\$\{([^${}]+)\.(id|arn|accountId|dnsName|host)\}/g

export interface TextId {
  id: string
  field: TextField
  /** Offset of the token in the text, and its length. */
  at: number
  length: number
}

/** The `${LOGICALID.field}` tokens of a text. `${stageVariables.id}` and `${context.…}` are AWS's. */
export function idsOfText(text: string): TextId[] {
  const found: TextId[] = []
  for (const hit of text.matchAll(token)) {
    const [whole, id, field] = hit
    if (id === undefined || id === 'stageVariables' || id.startsWith('context') || id.startsWith('aws:')) continue
    found.push({ id, field: field as TextField, at: hit.index, length: whole.length })
  }
  return found
}

/** The tokens in all texts of a resource, with a JSON Pointer to the text. */
export function idsInText(resource: Resource): { path: string; id: string; field: TextField }[] {
  const found: { path: string; id: string; field: TextField }[] = []
  const walk = (value: unknown, path: (string | number)[]) => {
    if (typeof value === 'string') {
      if (value.includes('${'))
        for (const { id, field } of idsOfText(value)) found.push({ path: pointer(path), id, field })
    } else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key])
  }
  walk(resource, [])
  return found
}

/**
 * The text as AWS would hold it. A token whose value nobody knows yet is handed to `unknownId`; the default is an
 * opaque word that equals only itself. `$${` is a literal `${`.
 */
export function resolveText(
  doc: TopologyDocument,
  text: string,
  unknownId: (id: string, field: TextField) => string = opaque,
): string {
  if (!text.includes('${')) return text
  const ids = new Map(idsOfText(text).map((t) => [t.at, t]))
  return text.replaceAll(token, (whole, _id, _field, at: number) => {
    if (whole === '$${') return '${'
    const named = ids.get(at)
    return named ? (fieldValue(doc, named.id, named.field) ?? unknownId(named.id, named.field)) : whole
  })
}

const opaque = (id: string, field: TextField) => `unknown-${field}-of-${id}`

function fieldValue(doc: TopologyDocument, id: string, field: TextField): string | undefined {
  const resource = doc.resources[id]
  if (!resource) return undefined
  switch (field) {
    case 'id':
      return resource.physicalId
    case 'arn':
      return resource.arn
    case 'accountId': {
      const account = resource.kind === 'account' ? resource : doc.resources[resource.account ?? '']
      return account?.kind === 'account' ? account.accountId : undefined
    }
    case 'dnsName':
      return dnsNameOf(resource)
    case 'host':
      return resource.kind === 'httpEndpoint' ? resource.host : dnsNameOf(resource)
  }
}

function dnsNameOf(resource: Resource): string | undefined {
  if (resource.kind === 'loadBalancer') return resource.dnsName
  if (resource.kind === 'vpcEndpoint') return resource.dnsEntries?.[0]
  if (resource.kind === 'domainName') return resource.domainName
  return undefined
}
