import type { Owner, Part } from '@/lib/templates/part'
import type { idsOf } from '@/lib/wizard/ids'
import type { Site } from '../site'

/** What a starter fills in: where it stands, and the names that are free. */
export interface Making {
  site: Site
  owner: Owner
  /** Logical id of the new resource; what comes along is named after it. */
  id: string
  /** Made-up ids in AWS's form: a drawing needs some for its calls to name anything. */
  ids: ReturnType<typeof idsOf>
}

/** A new resource with what AWS, or any working chain, makes along with it. */
export interface Starter {
  /** The word that its logical ids begin with. */
  word: string
  /** What must be there before, beside what its required references name. */
  needs?: 'vpc' | 'subnet'
  make(making: Making): Part
}
