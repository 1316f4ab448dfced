import type { Effect } from '../draft'

/** Who signs, and how. The key itself is never kept. */
export const identity: Record<string, Effect> = {
  user: (draft, given) => {
    draft.user = given
  },
  'aws-sigv4': (draft, given) => {
    draft.sigv4 = given
  },
  region: (draft, _given, value) => {
    draft.region = value
  },
  service: (draft, _given, value) => {
    draft.service = value
  },
}
