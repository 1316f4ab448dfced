import { type Tab, tabs } from './store'

/** What the page's address says beside the topology: a node, a tab, the call, and in the fragment a hop. */
export interface Address {
  node?: string
  tab?: Tab
  from?: string
  /** The call as one curl line. */
  call?: string
  hop?: number
}

export function readAddress(search: string, hash: string): Address {
  const query = new URLSearchParams(search)
  const hop = /^#hop=(\d+)$/.exec(hash)?.[1]
  const tab = tabs.find((word) => word === query.get('tab'))
  return {
    ...optional('node', query.get('node')),
    ...(tab ? { tab } : {}),
    ...optional('from', query.get('from')),
    ...optional('call', query.get('call')),
    ...(hop === undefined ? {} : { hop: Number(hop) }),
  }
}

/** The search and fragment of an address; what is as it would be anyway is left out. */
export function writeAddress({ node, tab, from, call, hop }: Address): string {
  const query = new URLSearchParams()
  if (node !== undefined) query.set('node', node)
  if (tab !== undefined && tab !== 'overview') query.set('tab', tab)
  if (from !== undefined) query.set('from', from)
  if (call !== undefined) query.set('call', call)
  const search = query.toString()
  return `${search === '' ? '' : `?${search}`}${hop === undefined ? '' : `#hop=${hop}`}`
}

const optional = <K extends string>(key: K, value: string | null) =>
  value === null || value === '' ? {} : ({ [key]: value } as { [P in K]: string })
