import type { Hole } from '@/lib/topology/document'
import { CallFailed } from './failure'
import { readOperations } from './operations'

/** What a failed read leaves behind at `path`: why, what would show it, and the permission that is missing. */
export function holeOf(path: string, error: unknown): Hole {
  if (!(error instanceof CallFailed)) {
    const message = error instanceof Error ? error.message : String(error)
    return { path, why: 'failed', ask: `AWS's answer could not be read: ${message}.` }
  }
  const { operation, code } = error
  const permission = readOperations[operation] ?? operation
  switch (error.why) {
    case 'accessDenied':
      return {
        path,
        why: 'accessDenied',
        ask: `AWS refused ${operation} (${code}). Allow ${permission} to the identity that reads.`,
        permission,
      }
    case 'throttled':
      return { path, why: 'throttled', ask: `AWS throttled ${operation}. Read again.` }
    case 'gone':
      return { path, why: 'failed', ask: `${operation} says that it does not exist any more (${code}). Read again.` }
    default:
      return { path, why: 'failed', ask: `${operation} did not answer (${code}). Read again.` }
  }
}

/** Collects what of one resource could not be read, beside the parts that could. */
export class Parts {
  readonly holes: Hole[] = []

  /** The part, or undefined and a hole at each path. */
  async read<T>(paths: string | string[], run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run()
    } catch (error) {
      for (const path of [paths].flat()) this.holes.push(holeOf(path, error))
      return undefined
    }
  }

  hide(path: string, why: Hole['why'], ask: string): void {
    this.holes.push({ path, why, ask })
  }

  /** To be spread into the resource. */
  get notVisible(): { notVisible?: Hole[] } {
    return this.holes.length > 0 ? { notVisible: this.holes } : {}
  }
}
