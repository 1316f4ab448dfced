import { isDeepStrictEqual } from 'node:util'
import { callsOf, everyCall, type MatrixCall } from '@/lib/matrix/calls'
import { cellOf, matrix } from '@/lib/matrix/matrix'
import type { TopologyDocument } from '@/lib/topology/document'
import { trace } from '@/lib/trace/engine'
import { vantagesOf } from '@/lib/urls/vantages'
import { largeDocument } from './measure/largeDocument'
import { alternating, finish, median, report } from './measure/ratio'

// What a table of all calls costs, and how the cost of one call grows with the topology that it is made in.

const cells = 10_000
const sizes = [100, 1_000, 10_000]

/** Facts are kept per document: a copy is one that nobody has traced before. */
const cold = (text: string): TopologyDocument => JSON.parse(text)

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** So many of them, spread over all. */
const spread = <T>(all: T[], count: number): T[] =>
  all.filter((_, i) => i % Math.floor(all.length / count) === 0).slice(0, count)

/** Park and Miller's generator: the same draw in every run. */
function drawn(from: number, count: number): number[] {
  let seed = 20_240_611
  return Array.from({ length: count }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % from
  })
}

// Every way to call the first chains, from places all over the largest topology.
const large = largeDocument(10_000)
const text = JSON.stringify(large)
const calls = spread(callsOf(largeDocument(100)), 100)
const vantages = spread(vantagesOf(large), cells / calls.length)
const [vantage = ''] = vantages
const [first] = calls
if (!first) throw new Error('The topology has no call.')
const one = { ...first.invocation, vantage }

const found = matrix(large, vantages, trace, calls)
if (found.cells.length !== cells) throw new Error(`${found.cells.length} cells instead of ${cells}`)
let differing = 0
// Another object is a document that nobody has traced before.
for (const at of drawn(cells, 200)) {
  const cell = found.cells[at]
  const call = calls.find((c) => c.id === cell?.call)
  if (!cell || !call) throw new Error(`There is no cell ${at}.`)
  const single = trace({ ...large }, { ...call.invocation, vantage: cell.vantage })
  if (!isDeepStrictEqual(cell, cellOf(cell.vantage, cell.call, single))) differing += 1
}
report('cells of 200 drawn that differ from a single trace', { ours: differing, theirs: 200, ratio: differing }, 0, '')

const all = await alternating(
  5,
  () => {
    const doc = cold(text)
    return timed(() => void matrix(doc, vantages, trace, calls))
  },
  () =>
    median(
      Array.from({ length: 9 }, () => {
        const doc = cold(text)
        return timed(() => void trace(doc, one))
      }),
    ),
)
report(`matrix of ${cells} cells from cold against one cold trace in its document`, all, 400, 'ms')

/** The first vantages (100 resources have five) and the first calls: those of one chain, the same at each size. */
function chain(doc: TopologyDocument, count: number): { vantages: string[]; calls: MatrixCall[] } {
  const calls: MatrixCall[] = []
  for (const call of everyCall(doc)) if (calls.push(call) === count) break
  return { vantages: vantagesOf(doc).slice(0, count), calls }
}

function traced(doc: TopologyDocument, { vantages, calls }: ReturnType<typeof chain>): void {
  const [call] = calls
  if (call) trace(doc, { ...call.invocation, vantage: vantages[0] ?? '' })
}

/** What is timed at each size, in turn, so that a change of the machine's speed meets all sizes. */
const works = {
  'one cold trace': (doc: TopologyDocument, of: ReturnType<typeof chain>) => timed(() => traced(doc, of)),
  'a 10 × 10 matrix from cold': (doc: TopologyDocument, { vantages, calls }: ReturnType<typeof chain>) =>
    timed(() => void matrix(doc, vantages, trace, calls)),
  'a trace of an unchanged chain': (doc: TopologyDocument, of: ReturnType<typeof chain>) => {
    traced(doc, of)
    return timed(() => traced(doc, of))
  },
}
const documents = sizes.map((size) => {
  const doc = largeDocument(size)
  return { written: JSON.stringify(doc), of: chain(doc, 10) }
})

for (const [what, work] of Object.entries(works)) {
  const ms = sizes.map((): number[] => [])
  for (let run = 0; run <= 9; run++)
    for (const [i, { written, of }] of documents.entries()) {
      const taken = work(cold(written), of)
      if (run > 0) ms[i]?.push(taken)
    }
  const [small = Number.NaN, , large = Number.NaN] = ms.map(median)
  if (work === works['a trace of an unchanged chain']) {
    report(`${what}, in 10,000 resources against 100`, { ours: large, theirs: small, ratio: large / small }, 3, 'ms')
    continue
  }
  const ratio = slope(sizes.map(Math.log), ms.map(median).map(Math.log))
  report(`${what}: slope of log time on log resources, 100 to 10,000`, { ours: large, theirs: small, ratio }, 1.1, 'ms')
}
finish()

/** Of the straight line that lies nearest to all points. */
function slope(xs: number[], ys: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length
  const [x, y] = [mean(xs), mean(ys)]
  const along = xs.reduce((sum, each, i) => sum + (each - x) * ((ys[i] ?? y) - y), 0)
  return along / xs.reduce((sum, each) => sum + (each - x) ** 2, 0)
}
