import type { TopologyDocument } from '@/lib/topology/document'
import { migrate } from '@/lib/topology/migrations'
import { parseDocument, type Validation } from '@/lib/topology/validate'
import { AppError } from './appError'
import { checked } from './topologies'

/** A document that somebody hands in, brought to the present version. @throws AppError with every problem's path */
export function documentFromText(text: string): TopologyDocument {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // parseDocument says where the text stops being JSON.
    return orThrow(parseDocument(text))
  }
  const migrated = migrate(value)
  if (migrated.state === 'newer')
    throw new AppError('newer', `A newer Throughline wrote this document (schemaVersion ${migrated.version}).`)
  // Too large to be kept is said before it is read.
  return migrated.state === 'current' ? orThrow(parseDocument(text)) : checked(migrated.document).document
}

function orThrow(result: Validation): TopologyDocument {
  if (result.ok) return result.document
  const [first] = result.errors
  const where = first?.path ? `${first.path}: ` : ''
  throw new AppError('badInput', `${where}${first?.message ?? ''}`, result.errors)
}
