/** Values as the query services of AWS write them: lists in `item` (EC2) or `member` (the others). */
export type Value = string | number | boolean | undefined | Value[] | { [tag: string]: Value }

export function xml(value: Value, element: 'item' | 'member'): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((v) => `<${element}>${xml(v, element)}</${element}>`).join('')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([tag, v]) => (v === undefined ? '' : named(tag, v, element)))
      .join('')
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Numbered parameters of a query: `Filter.1.Name`, `SubnetId.2`, `LoadBalancerArns.member.1`. */
export function listed(query: URLSearchParams, name: string): string[] {
  const found: string[] = []
  for (const [key, value] of query)
    if (key.startsWith(`${name}.`) && /^\d+$/.test(key.slice(name.length + 1).replace(/^member\./, '')))
      found.push(value)
  return found
}

/** `Name*` holds elements of that name beside each other, as Route 53 writes lists. */
function named(tag: string, value: Value, element: 'item' | 'member'): string {
  const repeated = tag.endsWith('*') && Array.isArray(value) ? value : undefined
  if (!repeated) return `<${tag}>${xml(value, element)}</${tag}>`
  const name = tag.slice(0, -1)
  return repeated.map((v) => `<${name}>${xml(v, element)}</${name}>`).join('')
}
