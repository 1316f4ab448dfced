import type { ResourceOf } from '@/lib/topology/document'
import { link } from '../check'
import { connectsCheck } from '../integration/connects'
import { broken, handshakeFails } from '../outcome'
import { listensCheck, type Software } from '../service/listens'
import { runningCheck } from '../service/running'
import { speaksCheck } from '../tls/speaks'
import { version } from '../tls/version'
import type { Outcome } from '../trace'
import { add, type Walk } from '../walk'
import { checkName } from './handshake'
import type { Connection, Next } from './next'

/** What answers last: a service, an instance, a function or a host. Its own answer, whatever it is, means arrival. */
export function softwareStep(walk: Walk, { conn, id }: Next & { step: 'software' }): undefined {
  const { doc } = walk
  const software = softwareOf(walk, id)
  const kind = doc.resources[id]?.kind
  if (kind === 'ecsService') add(walk, runningCheck(doc, id))
  if (kind !== 'lambdaFunction') {
    const backend = conn.by === 'gateway' && conn.via === 'internet' ? conn.integration : undefined
    if (backend) add(walk, connectsCheck(doc, backend.api, id, software, conn.port), backend.hop)
    else add(walk, listensCheck(doc, id, software, conn.port))
    const served = software?.listens.find((l) => l.port === conn.port)
    if (served) handshake(walk, conn, id, served.tls)
  }
  walk.takesMs = software?.answersAfterMs ?? 0
  walk.arrivesAs = { ...walk.arrivesAs, path: conn.path, ...(conn.host === undefined ? {} : { host: conn.host }) }
  walk.answer = [answerOf(software, conn)]
  if (!software) walk.assumes.add(`${doc.resources[id]?.name ?? id} listens on port ${conn.port} and answers at once.`)
}

function softwareOf(walk: Walk, id: string): Software | undefined {
  const resource = walk.doc.resources[id]
  return resource && 'software' in resource ? (resource as ResourceOf<'instance'>).software : undefined
}

type Tls = NonNullable<Software['listens'][number]['tls']>

function handshake(walk: Walk, conn: Connection, id: string, tls: Tls | undefined): void {
  const secure = conn.scheme === 'https'
  // A gateway over the internet answers for a connection that breaks: https://repost.aws/knowledge-center/api-gateway-network-endpoint-error
  const breaks = conn.by === 'gateway' && conn.via === 'internet' ? [broken] : undefined
  add(walk, speaksCheck(link(walk.doc, id), conn.port, secure ? 'tls' : 'plain', tls ? 'tls' : 'plain', breaks))
  if (!secure || !tls) return
  checkName(walk, conn, id, tls)
  // API Gateway calls backends with TLS 1.2 only.
  if (conn.by === 'gateway' && tls.minVersion === '1.3') {
    const fill = { api: link(walk.doc, id, '/software/listens'), accepts: '1.3' }
    add(walk, version.fail('gateway-1.2', [handshakeFails], { fact: 'TLS 1.3 only', fill }))
  }
}

/** The first stated answer that fits; without one there is an answer, and nobody knows which. */
function answerOf(software: Software | undefined, conn: Connection): Outcome {
  const found = software?.answers?.find(({ when }) => {
    if (when.method !== undefined && when.method !== conn.method) return false
    if (when.path !== undefined && when.path !== conn.path) return false
    const { header } = when
    return (
      !header ||
      conn.headers.some((h) => h.name.toLowerCase() === header.name.toLowerCase() && h.value === header.value)
    )
  })
  if (!found) return { kind: 'response' }
  return { kind: 'response', status: found.status, ...(found.body === undefined ? {} : { body: found.body }) }
}
