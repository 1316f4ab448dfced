import { statusOf } from '@/components/trace/lanes'
import type { Picture } from '@/lib/store/picture'
import type { WaveHop } from './wave'

/** The hops of the opening call as the thumbnail draws them. */
export const pictureHops = ({ call }: Picture): WaveHop[] =>
  (call?.hops ?? []).map(({ kind, verdict, vpc }) => ({
    kind,
    status: statusOf[verdict],
    ...(vpc === undefined ? {} : { vpc }),
  }))
