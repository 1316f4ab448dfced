import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { missingToken, status } from '../outcome'
import { arnsOf } from '../resource-policy/question'
import type { ApiCall } from '../walk/next'

export const length = defineCheck(
  'method.length',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
  {
    'too-long':
      'The ARN of the method, stage and path of the call included, has {bytes} bytes; {api} takes 1600. Shorten the path.',
  },
)

const arnBytesMax = 1600

/** Every private API refuses an ARN that is too long; whether before or after it looks for the route no page says. */
export function lengthCheck(doc: TopologyDocument, call: ApiCall, exists: boolean): Finding | undefined {
  if (call.api.endpointConfiguration.type !== 'PRIVATE' || call.path.length + 60 < arnBytesMax) return undefined
  // A path is ASCII once it is sent: other letters travel as percent codes.
  const bytes = arnsOf(doc, call).arn.length
  if (bytes <= arnBytesMax) return undefined
  const fill = { api: link(doc, call.id), bytes: String(bytes) }
  return length.fail('too-long', exists ? [status(414)] : [status(414), missingToken], { fact: 'path too long', fill })
}
