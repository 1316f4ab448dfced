import type { Invocation } from '@/lib/invocation/invocation'
import { restApis } from '@/lib/network/perDocument'
import type { TopologyDocument } from '@/lib/topology/document'
import { invocationOf } from '@/lib/urls/call'
import { forms } from '@/lib/urls/forms'
import type { Form } from '@/lib/urls/invokeUrl'
import { methodsOf } from '@/lib/urls/methods'

/** A column of the matrix: one call, whoever makes it. `id` tells it from the others. */
export interface MatrixCall {
  id: string
  form: Form
  resource: string
  api?: string
  stage?: string
  invocation: Invocation
}

/** Every call that somebody can make: each method in each form, and the nodes that answer by themselves. */
export const callsOf = (doc: TopologyDocument): MatrixCall[] => [...everyCall(doc)]

/** As `callsOf`, each when it is asked for: a large topology has more calls than anybody reads. */
export function* everyCall(doc: TopologyDocument): Generator<MatrixCall> {
  const seen = new Set<string>()
  const methods = restApis(doc).flatMap(([id, api]) => methodsOf(doc, id, api, {}))
  for (const { form, ofMethod, ofDocument } of forms) {
    for (const method of methods)
      for (const proposal of ofMethod?.(method.call) ?? []) {
        const { api, stage } = method.call
        const { resource } = proposal
        const call = { form, resource, api, stage, invocation: invocationOf('', proposal, method) }
        if (proposal.unnamed === undefined) yield* once(seen, call)
      }
    for (const proposal of ofDocument?.(doc) ?? [])
      if (proposal.unnamed === undefined)
        yield* once(seen, { form, resource: proposal.resource, invocation: invocationOf('', proposal, undefined) })
  }
}

function* once(seen: Set<string>, call: Omit<MatrixCall, 'id'>): Generator<MatrixCall> {
  const id = idOf(call.invocation)
  if (seen.has(id)) return
  seen.add(id)
  yield { id, ...call }
}

/** What makes two calls the same: method, URL, headers, and what curl is told beside them. */
function idOf({ method, url, headers, options }: Invocation): string {
  const beside = [
    ...headers.map((h) => `${h.name}: ${h.value}`),
    ...(options.insecure ? ['-k'] : []),
    ...(options.connectTo ?? []).map((c) => `--connect-to ${c.host}:${c.port}:${c.toHost}:${c.toPort}`),
  ]
  return [`${method} ${url}`, ...beside].join(' · ')
}
