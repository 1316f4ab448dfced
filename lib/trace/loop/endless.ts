import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { internalServerError, networkError, timedOut, tooManyRequests } from '../outcome'

export const endless = defineCheck(
  'loop.endless',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  {
    again:
      'The call comes back to {route} of {api}: it goes round until something gives, and never reaches a backend. Point the integration elsewhere.',
  },
)

/** A loop never reaches; what ends it no page says. */
export const endlessCheck = (doc: TopologyDocument, api: string, route: string): Finding =>
  endless.fail('again', [timedOut, networkError, internalServerError, tooManyRequests], {
    fact: 'loop',
    fill: { api: link(doc, api), route },
  })
