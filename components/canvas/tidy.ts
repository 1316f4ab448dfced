import type { ELK } from 'elkjs/lib/elk-api'
import type { Layout } from './layout/layOut'
import type { Graph } from './model/graph'

/** The engine's worker is a static classic script: bundlers turn module workers of this size into broken ones. */
const workerUrl = '/elk-worker.min.js'

let engine: Promise<ELK> | undefined

/** A tidy layout of the whole graph, computed off the main thread. Engine and recipe are loaded at the first use. */
export async function tidied(graph: Graph): Promise<Layout> {
  engine ??= import('elkjs/lib/elk-api').then(({ default: Engine }) => new Engine({ workerUrl }))
  const { layOut } = await import('./layout/layOut')
  return layOut(graph, await engine)
}
