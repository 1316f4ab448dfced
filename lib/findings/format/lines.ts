import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import { keysOf } from '@/lib/topology/pointer'

/**
 * Which line of a JSON text a pointer stands on, counted from 1: that of the deepest part that is there, since a finding
 * may be about a field that is missing, and a patch may have added it.
 */
export function lineFinder(text: string): (pointer: string) => number {
  const tree = parseTree(text)
  const starts = lineStarts(text)
  return (pointer) => {
    let node: Node | undefined = tree
    for (const key of keysOf(pointer)) {
      const next: Node | undefined = node && findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key])
      if (!next) break
      node = next
    }
    // A value begins where its key does.
    const offset = node?.parent?.type === 'property' ? node.parent.offset : (node?.offset ?? 0)
    return lineAt(starts, offset)
  }
}

const lineStarts = (text: string): number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The last line that begins at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
