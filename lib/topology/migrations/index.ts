import { schemaVersion } from '../document'

/** One step from a version to the next. Older documents run through all that follow. */
export interface Migration {
  from: number
  name: string
  up: (document: Record<string, unknown>) => Record<string, unknown>
}

/** In order of `from`. Version 1 is the first, so there is no step yet. */
export const migrations: Migration[] = []

export type Migrated =
  | { state: 'current' | 'migrated'; document: unknown; steps: string[] }
  | { state: 'newer'; document: unknown; version: number }

/** Brings an older document to the present version; one from a newer product is handed back to be opened read-only. */
export function migrate(value: unknown, steps: Migration[] = migrations, present: number = schemaVersion): Migrated {
  const version = versionOf(value)
  if (version === undefined || version === present) return { state: 'current', document: value, steps: [] }
  if (version > present) return { state: 'newer', document: value, version }
  let document = value as Record<string, unknown>
  const taken: string[] = []
  for (const step of steps)
    if (step.from >= version) {
      document = { ...step.up(document), schemaVersion: step.from + 1 }
      taken.push(step.name)
    }
  return { state: 'migrated', document, steps: taken }
}

function versionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const version = (value as Record<string, unknown>).schemaVersion
  return typeof version === 'number' ? version : undefined
}
