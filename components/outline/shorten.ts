/**
 * Names of one family share heads and tails (`web-app-fargate-nlb-internal2`), so they are cut on a hyphen in the
 * middle: the head's first word stays as far as there is room, and as many whole words of the tail as fit.
 */
export function shorten(name: string, room: number): string {
  if (name.length <= room) return name
  const words = name.split(/(?<=-)/)
  if (words.length < 3) return `${name.slice(0, Math.max(1, room - 1))}…`
  const head = words[0] ?? ''
  let tail = ''
  for (const word of words.slice(1).reverse()) {
    if (head.length + 1 + word.length + tail.length > room) break
    tail = word + tail
  }
  return tail === '' ? `…${name.slice(name.length - room + 1)}` : `${head}…${tail.startsWith('-') ? '' : '-'}${tail}`
}
