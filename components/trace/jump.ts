import { resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import type { Hop } from '@/lib/trace/trace'

/**
 * The API that a connection was opened to by its name (the name in TLS stays that of the URL), where Host or
 * x-apigw-api-id then led to another: the call jumps past it.
 */
export function jumpedPast(document: TopologyDocument, hop: Hop): string | undefined {
  const { sni } = hop.call
  if (hop.kind !== 'restApi' || !sni?.includes('.execute-api.')) return undefined
  // An alias has the endpoint behind the id: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html
  const [named] = sni.split(/[.-]/)
  const past = resourcesOf(document, 'restApi').find(([, api]) => api.physicalId === named)?.[0]
  return past === hop.resource ? undefined : past
}

export function jumpWords(document: TopologyDocument, hop: Hop): string | undefined {
  const past = jumpedPast(document, hop)
  if (past === undefined) return undefined
  return `Jumps past ${document.resources[past]?.physicalId ?? past}: the connection is to its name, and the call names another API.`
}
