import type { Shape } from '@/lib/edit/fields/shape'
import { shapesOf } from '@/lib/edit/fields/shapes.generated'

const tree = shapesOf.restApi.find(({ key }) => key === 'resources')?.shape
const resource = tree?.type === 'map' ? tree.of : undefined
const methods = resource?.type === 'object' ? resource.fields.find(({ key }) => key === 'methods')?.shape : undefined

/** One method, its integration included, as the schema has it. */
export const methodShape: Shape = methods?.type === 'map' ? methods.of : { type: 'any' }
