import { about, type Effect, remark } from '../draft'

/** Method and URL. */
export const request: Record<string, Effect> = {
  request: (draft, _given, value) => {
    draft.method = value
  },
  head: (draft, given) => {
    draft.head = !given.off
  },
  get: (draft, given) => {
    draft.get = !given.off
  },
  url: (draft, given) => {
    if (given.value) draft.urls.push(given.value)
  },
  'upload-file': (draft, given) => {
    draft.upload = true
    remark(draft, given, about(given, 'the body is in a file, which is not read.'))
  },
  globoff: (draft, given) => {
    draft.globoff = !given.off
  },
  'path-as-is': (draft, given) => {
    draft.pathAsIs = !given.off
  },
}
