import type { TopologyDocument } from '@/lib/topology/document'
import { linesOf } from './paste/clean'

/** More than these are a list, not a story. */
const identifiersMax = 200

const patterns = [
  /\b(?:vpce-svc|vpce|vpc|subnet|sg|acl|rtb|i|eni|igw|nat|tgw|pcx)-[0-9a-f]{8,17}\b/g,
  /\b([a-z0-9]{10})(?=\.execute-api\.|-vpce-|\/[\w-]+\/(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY)\b)/g,
  /x-apigw-api-id["']?\s*[:=]\s*["']?([a-z0-9]{10})\b/gi,
  /(?:--rest-api-id[ =]|Execution-Logs_|AmazonAPIGateway_|apigateway-api-id=)["']?([a-z0-9]{10})\b/g,
  /\b([\w-]{2,64})\.elb\.[a-z0-9-]+\.amazonaws/g,
  /https?:\/\/([\w-]+(?:\.[\w-]+)+)/g,
  /\b(?:10|172|192|100)(?:\.\d{1,3}){3}\b/g,
]

/** Ids, host names and private addresses that a paste names: they find the topology that it is about. */
export function identifiersIn(text: string): string[] {
  const clean = linesOf(text).join('\n')
  const found = new Set<string>()
  for (const pattern of patterns)
    for (const match of clean.matchAll(pattern)) {
      if (found.size >= identifiersMax) return [...found]
      found.add((match[1] ?? match[0]).toLowerCase())
    }
  return [...found]
}

/** How many of the identifiers a topology holds. An address counts less: blocks repeat between networks. */
export function holdsOf(doc: TopologyDocument, identifiers: readonly string[]): number {
  const text = JSON.stringify(doc.resources).toLowerCase()
  return identifiers
    .filter((identifier) => text.includes(`"${identifier}`) || text.includes(`${identifier}"`))
    .reduce((sum, identifier) => sum + (/^[\d.]+$/.test(identifier) ? 0.5 : 1), 0)
}
