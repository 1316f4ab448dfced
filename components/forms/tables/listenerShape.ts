import type { Shape } from '@/lib/edit/fields/shape'
import { shapesOf } from '@/lib/edit/fields/shapes.generated'

const list = shapesOf.loadBalancer.find(({ key }) => key === 'listeners')?.shape

/** One listener, as the schema has it. */
export const listenerShape: Shape = list?.type === 'list' ? list.of : { type: 'any' }
