import { domainNames } from '@/lib/network/perDocument'
import { executeApiCertificate } from '@/lib/network/tls'
import { resourceOf } from '@/lib/topology/document'
import { portCheck } from '../endpoint/port'
import type { Presented } from '../tls/certificate'
import { noNameCheck } from '../tls/noName'
import { add, type Walk } from '../walk'
import { checkName } from './handshake'
import type { Next } from './next'

/** An interface endpoint: it ends TLS with API Gateway's certificate and hands the request to the region's APIs. */
export function endpointStep(walk: Walk, { conn, id, sources }: Next & { step: 'endpoint' }): Next {
  const region = resourceOf(walk.doc, id, 'vpcEndpoint')?.region ?? ''
  add(walk, portCheck(walk.doc, id, conn.port, conn.scheme))
  if (conn.scheme === 'https') {
    checkName(walk, conn, id, presentedBy(walk, conn.sni, id, region))
    const skips = conn.by === 'client' && conn.sni === undefined && conn.verify === undefined
    if (skips) add(walk, noNameCheck(walk.doc, id))
  }
  return { step: 'select', conn, entrance: { region, endpoint: id, sources } }
}

/** A private custom domain has a certificate of its own, chosen by the server name, once it is associated. */
function presentedBy(walk: Walk, sni: string | undefined, id: string, region: string): Presented {
  const domain = domainNames(walk.doc).find(
    ([, d]) => d.domainName === sni && d.type === 'PRIVATE' && d.accessAssociations?.some((a) => a.vpcEndpoint === id),
  )?.[1]
  if (!domain) return { names: executeApiCertificate(region) }
  return domain.certificate ?? { names: [domain.domainName] }
}
