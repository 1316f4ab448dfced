import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openingTemplate } from '@/lib/store/opening'
import { historyOf } from '@/lib/store/saving'
import { openStore } from '@/lib/store/store'
import { openTopology } from '@/lib/store/topologies'
import { Client } from './client'
import { type BenchServer, kill, startServer } from './server'

// 50 times: the server takes edits one after the other and is killed by `kill -9` in the middle. Every edit that it
// acknowledged must be in the database afterwards, in the history and in the document.

const rounds = Number(process.env.ROUNDS || '50')
const data = await mkdtemp(path.join(tmpdir(), 'throughline-kill-'))
const client = new Client()
const acknowledged: { revision: number; x: number }[] = []
let inFlight = 0

/** Sends edits until the server is gone. */
async function edit(server: BenchServer, first: number, onFirst: () => void): Promise<void> {
  for (let revision = first; ; revision++) {
    const place = { x: revision + 1, y: 0 }
    const patch = [{ op: 'add', path: '/layout/client-consumer', value: place }]
    const edits = [{ label: `Move ${place.x}`, patch, inverse: [], source: 'user' }]
    const address = `${server.url}/t/${openingTemplate}`
    // A refused or broken connection is the kill.
    const answer = await client
      .action(address, 'saveEdits', { id: openingTemplate, revision, edits })
      .catch(() => undefined)
    if (answer === undefined) return
    if (!isSaved(answer)) throw new Error(`An edit was refused: ${JSON.stringify(answer)}`)
    acknowledged.push({ revision: answer.data.revision, x: place.x })
    onFirst()
  }
}

/** The edits of a round, once the first is acknowledged: a server just started takes a while for it. */
function editsUnderWay(server: BenchServer, first: number): Promise<{ end: Promise<void> }> {
  return new Promise((resolve, reject) => {
    const end = edit(server, first, () => resolve({ end }))
    end.catch(reject)
  })
}

const isSaved = (answer: unknown): answer is { ok: true; data: { revision: number } } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true

async function stored(): Promise<{ revision: number; x: number | undefined; labels: Map<number, string> }> {
  const store = await openStore(data)
  const { revision, document } = await openTopology(store, openingTemplate)
  const history = await historyOf(store, openingTemplate, 1_000_000)
  await store.close()
  return {
    revision,
    x: document.layout['client-consumer']?.x,
    labels: new Map(history.map((entry) => [entry.revision, entry.label])),
  }
}

let lost = 0
let wrong = 0
let server = await startServer(data)
await client.signIn(server)
for (let round = 1; round <= rounds; round++) {
  const before = acknowledged.length
  const { revision: first } = await stored()
  const editing = await editsUnderWay(server, first)
  // Up to 1 s after the first answer, spread so that the kill falls on every stage of a save.
  await new Promise((resolve) => setTimeout(resolve, (round * 97) % 1000))
  await kill(server, 'SIGKILL')
  await editing.end
  const after = await stored()
  lost = acknowledged.filter(({ revision, x }) => after.labels.get(revision) !== `Move ${x}`).length
  if (after.x !== undefined && after.x !== after.revision) wrong++
  inFlight += after.revision - first - (acknowledged.length - before)
  process.stdout.write(`round ${round}: ${acknowledged.length - before} acknowledged, lost so far ${lost}\n`)
  if (round < rounds) server = await startServer(data)
}
await rm(data, { recursive: true })

process.stdout.write(
  `${rounds} × kill -9: ${acknowledged.length} edits acknowledged, ${lost} lost, ` +
    `${inFlight} kept that were not yet acknowledged, ${wrong} documents unlike their history\n`,
)
process.exitCode = lost === 0 && wrong === 0 && acknowledged.length > rounds ? 0 : 1
