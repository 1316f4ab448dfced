import { buildTemplate, TemplateError } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { AppError } from './appError'

interface Asked {
  template: string
  variant?: string
  region?: string
  name?: string
}

/** @throws AppError `badInput` for a template, variant or region that does not exist, with the nearest one */
export function fromTemplate({ template, variant, region, name }: Asked): {
  document: TopologyDocument
  name?: string
} {
  try {
    const document = buildTemplate(template, { ...(variant && { variant }), ...(region && { region }) })
    return { document, ...(name && { name }) }
  } catch (error) {
    if (error instanceof TemplateError) throw new AppError('badInput', error.message)
    throw error
  }
}
