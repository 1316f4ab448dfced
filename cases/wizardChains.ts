import { findingsOf } from '@/lib/findings/findings'
import { validate } from '@/lib/topology/validate'
import { trace } from '@/lib/trace/engine'
import { invokeUrls } from '@/lib/urls/invokeUrls'
import { callOf } from '@/lib/urls/openingCall'
import type { Choices } from '@/lib/wizard/choices'
import { readChoices } from '@/lib/wizard/read'
import { drawChain } from '@/lib/wizard/wizard'
import { type CallerPlace, callerPlaces, firstChoices, integrationKinds, needsLink } from '@/lib/wizard/words'

export const regions = ['cn-northwest-1', 'eu-central-1', 'us-gov-west-1']

const places = Object.keys(callerPlaces) as CallerPlace[]
const integrations = Object.keys(integrationKinds) as Choices['integration'][]
const pathSets: Choices['paths'][] = [
  [{ method: 'GET', path: '/orders' }],
  [
    { method: 'GET', path: '/' },
    { method: 'POST', path: '/orders/{id}/lines' },
    { method: 'ANY', path: '/files/{proxy+}' },
  ],
]

/** Every set of callers but the empty one. */
const callerSets = Array.from({ length: 2 ** places.length - 1 }, (_, n) => places.filter((_, i) => ((n + 1) >> i) & 1))

/** Every combination of the wizard's choices in a region. */
export const combinations = (region: string): Choices[] =>
  integrations.flatMap((integration) =>
    (needsLink({ integration }) ? (['V1', 'V2'] as const) : [undefined]).flatMap((link) =>
      callerSets.flatMap((callers) =>
        pathSets.flatMap((paths) =>
          (callers.includes('own-vpc') ? [undefined, '444455556666'] : [undefined]).map((callerAccount) => ({
            ...firstChoices,
            region,
            integration,
            link,
            callers,
            callerAccount,
            paths,
          })),
        ),
      ),
    ),
  )

/** What is wrong with the chain of some choices: it must be in order, without findings, open inside and shut outside. */
export function flawsOf(choices: Choices): string[] {
  const said = `${choices.region} ${choices.integration} ${choices.link} ${choices.callers} ${choices.callerAccount}`
  const read = readChoices(choices)
  if (!read.ok) return [`${said}: ${JSON.stringify(read.errors)}`]
  const document = drawChain(read.choices)
  const valid = validate(JSON.parse(JSON.stringify(document)))
  if (!valid.ok || valid.warnings.length > 0) return [`${said}: ${JSON.stringify(valid)}`]
  const remarked = findingsOf(document).findings.map((finding) => `${said}: ${finding.sentence}`)
  const inside = choices.callers.flatMap((place) => {
    const best = invokeUrls(document, { from: `client-${place}`, trace, best: true })
    const methods = new Set(best.map(({ method, path }) => `${method} ${path}`))
    const blocked = best.filter((url) => {
      const call = callOf(url)
      return !call || trace(document, call).verdict !== 'reaches'
    })
    return methods.size < choices.paths.length || blocked.length > 0
      ? [`${said} from ${place}: ${methods.size} methods, ${blocked.map((b) => `${b.url} ${b.reason}`)}`]
      : []
  })
  const outside = invokeUrls(document, { from: 'internet', trace }).filter(({ works }) => works !== false)
  return [...remarked, ...inside, ...outside.map(({ url, works }) => `${said} from the internet: ${url} ${works}`)]
}
