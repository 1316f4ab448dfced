/** The rows of a list as records: what stands there that is none is left out. */
export const rowsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
    : []

/** A record without the fields that are set to nothing. */
export const without = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))

export const protocols = [
  { value: '-1', title: 'all' },
  { value: 'tcp', title: 'tcp' },
  { value: 'udp', title: 'udp' },
  { value: 'icmp', title: 'icmp' },
]

/** "443", "80-90", or nothing for all ports. */
export function portsOf(text: string): { from: number; to: number } | undefined {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(text.replaceAll(' ', '')) ?? []
  return from === undefined ? undefined : { from: Number(from), to: Number(to ?? from) }
}

export const portsText = (from: unknown, to: unknown): string =>
  typeof from !== 'number' ? '' : from === to || typeof to !== 'number' ? String(from) : `${from}-${to}`

export const portsPattern =
  '^(6553[0-5]|655[0-2]\\d|65[0-4]\\d{2}|6[0-4]\\d{3}|[1-5]?\\d{1,4})(-(6553[0-5]|655[0-2]\\d|65[0-4]\\d{2}|6[0-4]\\d{3}|[1-5]?\\d{1,4}))?$'
