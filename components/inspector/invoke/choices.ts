import type { CallableUrl } from '@/components/editor/desk'

/** One method of one stage, as the picker lists it; nodes without an API have a single choice. */
export interface Choice {
  key: string
  title: string
  stage: string | undefined
}

const keyOf = ({ method, path, stage, api }: CallableUrl) => `${api ?? ''} ${stage ?? ''} ${method ?? ''} ${path ?? ''}`

/** The methods that the URLs call, in their order; with several APIs behind one node each names its API. */
export function choicesOf(urls: CallableUrl[]): Choice[] {
  const apis = new Set(urls.map((url) => url.api))
  const choices = new Map<string, Choice>()
  for (const url of urls) {
    const own = `${url.method ?? 'GET'} ${url.path ?? '/'}`
    const title = apis.size > 1 && url.api !== undefined ? `${own} of ${url.api}` : own
    choices.set(keyOf(url), { key: keyOf(url), title, stage: url.stage })
  }
  return [...choices.values()]
}

export interface VantageGroup {
  vantage: string
  forms: CallableUrl[]
  debug: CallableUrl[]
  works: number
}

/** The forms of one choice by vantage, the present one first; those that are only for debugging apart. */
export function groupsOf(urls: CallableUrl[], choice: string, vantage: string | undefined): VantageGroup[] {
  const groups = new Map<string, VantageGroup>()
  for (const url of urls) {
    if (keyOf(url) !== choice) continue
    const group = groups.get(url.vantage) ?? { vantage: url.vantage, forms: [], debug: [], works: 0 }
    groups.set(url.vantage, group)
    if (url.debug) group.debug.push(url)
    else group.forms.push(url)
    if (url.works === true) group.works += 1
  }
  // What works stands above what does not; the best is first.
  for (const group of groups.values()) {
    group.forms.sort((a, b) => order(a) - order(b))
    group.debug.sort((a, b) => order(a) - order(b))
  }
  return [...groups.values()].sort((a, b) => Number(b.vantage === vantage) - Number(a.vantage === vantage))
}

const order = ({ best, works }: CallableUrl) => (best ? 0 : works === true ? 1 : works === 'unknown' ? 2 : 3)

/** The choice that the traced call makes (`path` as the API gets it, with the stage), else the first that works from somewhere. */
export function firstChoice(urls: CallableUrl[], path: string | undefined): string | undefined {
  const called = urls.find((url) => path !== undefined && `/${url.stage}${url.path}` === path)
  const working = urls.find((url) => url.best && url.works === true)
  const first = called ?? working ?? urls[0]
  return first && keyOf(first)
}
