import { defineCheck, type Fill, type Finding } from '../check'
import { broken, handshakeFails, status } from '../outcome'
import type { Outcome } from '../trace'

export const speaks = defineCheck(
  'tls.speaks',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html',
  {
    tls: '{server} speaks TLS on port {port}, and so does the call.',
    plain: '{server} speaks plain text on port {port}, and so does the call.',
    'plain-to-tls': 'The call speaks plain HTTP, and {server} expects TLS on port {port}. Use https.',
    'tls-to-plain':
      'The call speaks TLS, and {server} speaks plain text on port {port}. Use http, or give the server a certificate.',
  },
)

/** Whether both ends mean the same by the port. `plainGets`: what plain text to a TLS port ends in. */
export function speaksCheck(
  server: Fill,
  port: number,
  call: 'tls' | 'plain',
  serves: 'tls' | 'plain',
  plainGets: Outcome[] = [broken, status(400)],
): Finding {
  const parts = { fact: serves === 'tls' ? `${port} TLS` : `${port} plain`, fill: { server, port: String(port) } }
  if (call === serves) return speaks.pass(call, parts)
  if (call === 'plain') return speaks.fail('plain-to-tls', plainGets, parts)
  return speaks.fail('tls-to-plain', [handshakeFails], parts)
}
