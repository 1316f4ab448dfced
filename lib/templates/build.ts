import { allRegions } from '@/lib/naming/partitions'
import { schemaVersion, type TopologyDocument } from '@/lib/topology/document'
import { nearest } from '@/lib/topology/nearest'
import { templates } from '.'
import { addOns } from './addOns'
import { layouts } from './layouts.generated'
import { guideRegion, settingOf } from './setting'

export interface TemplateOptions {
  region?: string
  variant?: string
  addOns?: readonly string[]
}

/** A template, variant, add-on or region that does not exist, with the nearest one that does. */
export class TemplateError extends Error {
  constructor(what: string, word: string, words: readonly string[], listed = true) {
    const meant = nearest(word, words)
    const all = listed && words.length > 0 ? ` There are: ${words.join(', ')}.` : ''
    super(`There is no ${what} "${word}".${meant === undefined ? all : ` The nearest is "${meant}".`}`)
  }
}

/** The whole chain as a document, laid out. @throws TemplateError for a word that does not exist. */
export function buildTemplate(name: string, options: TemplateOptions = {}): TopologyDocument {
  const template = named('template', templates, name)
  const chosen = (options.addOns ?? []).map((word) => named('add-on', addOns, word))
  const variant = options.variant === undefined ? undefined : named('variant', template.variants, options.variant)
  const region = chosen.find((addOn) => addOn.region !== undefined)?.region ?? options.region ?? guideRegion
  const setting = settingOf(region)
  if (!setting) throw new TemplateError('region', region, allRegions, false)
  let part = template.chain(setting)
  for (const { add } of chosen) if (add) part = add(part, setting)
  if (variant) part = variant.change(part, setting)
  // An add-on's resources have no place yet: the canvas lays such a document out as a whole.
  const layout = chosen.length > 0 ? {} : (layouts[template.name] ?? {})
  return { schemaVersion, name: template.title, resources: part, layout }
}

function named<T extends { name: string }>(what: string, list: readonly T[], word: string): T {
  const found = list.find((item) => item.name === word)
  if (!found)
    throw new TemplateError(
      what,
      word,
      list.map((item) => item.name),
    )
  return found
}
