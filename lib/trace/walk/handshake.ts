import type { Finding } from '../check'
import { uriCertificateCheck } from '../integration/certificate'
import { certificateCheck, type Presented } from '../tls/certificate'
import type { Hop } from '../trace'
import { add, type Walk } from '../walk'
import type { Connection } from './next'

/** The name check of whoever opened the connection, at the server that ends its TLS. False: the name was wrong. */
export function checkName(walk: Walk, conn: Connection, server: string, presented: Presented): boolean {
  if (conn.by === 'client') return passes(walk, certificateCheck(presented, conn.verify, conn.sni === undefined))
  // A load balancer does not verify its targets: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
  const { integration } = conn
  if (conn.by === 'balancer' || !integration || conn.sni === undefined) return true
  const finding = uriCertificateCheck(
    walk.doc,
    integration.api,
    server,
    presented,
    conn.sni,
    conn.anyAuthority ?? false,
    integration.at,
  )
  return passes(walk, finding, integration.hop)
}

function passes(walk: Walk, finding: Finding, hop?: Hop): boolean {
  add(walk, finding, hop)
  return finding.verdict !== 'fail'
}
