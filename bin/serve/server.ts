import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { log } from '@/lib/auth/log'
import type { Settings } from './settings'

export interface Running {
  port: number
  stop: () => Promise<void>
}

/** Requests that are under way get this long when the server ends. */
const graceMs = 3000

/** Serves the built pages in this process: no child that could outlive it. */
export async function serve({ root, host, port, publicUrl }: Settings): Promise<Running> {
  const app = next({ dev: false, dir: root, hostname: host, port })
  await quietly(() => app.prepare())
  const handle = app.getRequestHandler()
  const server = createServer((request, response) => {
    name(request, response)
    void handle(request, response)
  })
  await listening(server, host, port)
  const address = server.address() as AddressInfo
  log('info', 'listening', { host, port: address.port, publicUrl })
  return { port: address.port, stop: () => stop(server, () => app.close()) }
}

// Next prints notes of its own between the numbered steps.
async function quietly(work: () => Promise<void>): Promise<void> {
  const print = console.log
  console.log = () => undefined
  try {
    await work()
  } finally {
    console.log = print
  }
}

/** Gives the request its id and the caller's address, and logs its answer. The query stays out: it may hold secrets. */
function name(request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID()
  const began = performance.now()
  request.headers['x-request-id'] = requestId
  // What a client writes here is not believed, unless a proxy in front of the server overwrites it.
  if (process.env.THROUGHLINE_TRUST_PROXY !== '1')
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown'
  const path = request.url?.split('?')[0] ?? ''
  if (path.startsWith('/_next/static/')) return
  response.once('close', () => {
    log('info', 'request', {
      requestId,
      method: request.method,
      path,
      status: response.statusCode,
      ms: Math.round(performance.now() - began),
      ...(response.writableFinished ? {} : { aborted: true }),
    })
  })
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

async function stop(server: Server, closeApp: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const deadline = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(deadline)
  await closeApp()
}
