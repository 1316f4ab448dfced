import { statusOf } from '@/components/trace/lanes'
import type { Picture } from '@/lib/store/picture'
import type { WaveHop } from './wave'

/** The hops of the opening call as the thumbnail draws them. */
export function pictureHops({ call, nodes }: Picture): WaveHop[] {
  const places = new Map(nodes.map(({ id, x, y }) => [id, { x, y }]))
  return (call?.hops ?? []).map(({ kind, verdict, vpc, account, resource }) => {
    const at = resource === undefined ? undefined : places.get(resource)
    return {
      kind,
      status: statusOf[verdict],
      ...(vpc === undefined ? {} : { vpc }),
      ...(account === undefined ? {} : { account }),
      ...(at === undefined ? {} : { at }),
    }
  })
}
