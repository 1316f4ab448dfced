import type { Effect } from '../draft'
import { data } from './data'
import { header } from './header'
import { identity } from './identity'
import { request } from './request'
import { transport } from './transport'

/** What each option that shapes a call does, by its long name. */
export const effects: ReadonlyMap<string, Effect> = new Map(
  [request, header, data, identity, transport].flatMap((group) => Object.entries(group)),
)
