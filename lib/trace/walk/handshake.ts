import { uriCertificateCheck } from '../integration/certificate'
import { certificateCheck, type Presented } from '../tls/certificate'
import { add, type Walk } from '../walk'
import type { Connection } from './next'

/** The name check of whoever opened the connection, at the server that ends its TLS. */
export function checkName(walk: Walk, conn: Connection, server: string, presented: Presented): void {
  if (conn.by === 'client') {
    add(walk, certificateCheck(presented, conn.verify, conn.sni === undefined))
    return
  }
  // A load balancer does not verify its targets: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
  const { integration } = conn
  if (conn.by === 'balancer' || !integration || conn.sni === undefined) return
  const finding = uriCertificateCheck(
    walk.doc,
    integration.api,
    server,
    presented,
    conn.sni,
    conn.anyAuthority ?? false,
  )
  add(walk, finding, integration.hop)
}
