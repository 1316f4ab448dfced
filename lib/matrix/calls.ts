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
export function callsOf(doc: TopologyDocument): MatrixCall[] {
  const calls = new Map<string, MatrixCall>()
  const keep = (call: Omit<MatrixCall, 'id'>) => {
    const id = idOf(call.invocation)
    if (!calls.has(id)) calls.set(id, { id, ...call })
  }
  const methods = restApis(doc).flatMap(([id, api]) => methodsOf(doc, id, api, {}))
  for (const { form, ofMethod, ofDocument } of forms) {
    for (const method of methods)
      for (const proposal of ofMethod?.(method.call) ?? []) {
        if (proposal.unnamed !== undefined) continue
        const { api, stage } = method.call
        keep({ form, resource: proposal.resource, api, stage, invocation: invocationOf('', proposal, method) })
      }
    for (const proposal of ofDocument?.(doc) ?? [])
      if (proposal.unnamed === undefined)
        keep({ form, resource: proposal.resource, invocation: invocationOf('', proposal, undefined) })
  }
  return [...calls.values()]
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
