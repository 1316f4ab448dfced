import type { Missing } from '@/lib/known/known'
import { holes } from '@/lib/network/holes'
import { domainNames } from '@/lib/network/perDocument'
import { executeApiCertificate } from '@/lib/network/tls'
import { resourceOf } from '@/lib/topology/document'
import { link } from '../check'
import { portCheck } from '../endpoint/port'
import type { Presented } from '../tls/certificate'
import { certificateHidden } from '../tls/certificate'
import { noNameCheck } from '../tls/noName'
import { speaksCheck } from '../tls/speaks'
import { add, currentHop, type Walk } from '../walk'
import { checkName } from './handshake'
import type { Next } from './next'

/** An interface endpoint: it ends TLS with API Gateway's certificate and hands the request to the region's APIs. */
export function endpointStep(walk: Walk, { conn, id, sources }: Next & { step: 'endpoint' }): Next {
  const region = resourceOf(walk.doc, id, 'vpcEndpoint')?.region ?? ''
  const entrance = { region, endpoint: id, hop: currentHop(walk), sources }
  add(walk, portCheck(walk.doc, id, conn.port))
  if (conn.port === 443)
    add(walk, speaksCheck(link(walk.doc, id), 443, conn.scheme === 'https' ? 'tls' : 'plain', 'tls'))
  if (conn.scheme !== 'https') return { step: 'select', conn, entrance }
  const unread = unreadCertificate(walk, conn.sni)
  if (unread.length > 0) add(walk, certificateHidden(conn.sni ?? '', unread))
  const presented = unread.length > 0 ? undefined : presentedBy(walk, conn.sni, id, region)
  const named = presented === undefined || checkName(walk, conn, id, presented)
  if (conn.by === 'client' && conn.sni === undefined && conn.verify === undefined) add(walk, noNameCheck(walk.doc, id))
  return { step: 'select', conn: named ? conn : { ...conn, misnamed: true }, entrance }
}

function unreadCertificate(walk: Walk, sni: string | undefined): Missing[] {
  const domain = domainNames(walk.doc).find(([, d]) => d.domainName === sni && d.type === 'PRIVATE')?.[0]
  return holes(walk.doc, domain, '/certificate', '/accessAssociations')
}

/**
 * A private custom domain has a certificate of its own, chosen by the server name once it is associated. Without the
 * association no page says which one is presented: the check of the association speaks for it.
 */
function presentedBy(walk: Walk, sni: string | undefined, id: string, region: string): Presented | undefined {
  const domain = domainNames(walk.doc).find(([, d]) => d.domainName === sni && d.type === 'PRIVATE')?.[1]
  if (!domain) return { names: executeApiCertificate(region) }
  if (!domain.accessAssociations?.some((a) => a.vpcEndpoint === id)) return undefined
  return domain.certificate ?? { names: [domain.domainName] }
}
