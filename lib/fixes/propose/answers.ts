import type { Method } from '@/lib/topology/document'
import type { Propose } from '../proposal'
import { changed, integrating, leadingTo } from './integrations'

/** A template that gives a status, and a response for it. */
export const mock: Propose = (stopped) => {
  const leading = leadingTo(stopped)
  const status = (integration: NonNullable<Method['integration']>) =>
    Object.keys(integration.integrationResponses ?? {}).find((code) => /^2/.test(code)) ?? '200'
  if (stopped.check.reason === 'no-status')
    return integrating(
      stopped,
      ({ name }) => `Give the request template of ${name} a statusCode`,
      (integration) => ({
        ...integration,
        requestTemplates: {
          ...integration.requestTemplates,
          'application/json': `{"statusCode": ${status(integration)}}`,
        },
      }),
    )
  return leading ? withDefault(stopped) : []
}

/** A response for every answer that no pattern fits; and what the integration makes of it must be declared. */
export const withDefault: Propose = (stopped) => {
  const leading = leadingTo(stopped)
  if (!leading) return []
  const { integration, api, resource, verb, name } = leading
  const held = integration.integrationResponses ?? {}
  const [code = '200'] = [/answers (\d{3})/.exec(stopped.check.says)?.[1] ?? Object.keys(held)[0]]
  const declared = api.resources[resource]?.methods[verb]?.methodResponses
  const chosen = Object.entries(held).find(([, e]) => !e.selectionPattern)?.[0]
  const wanted = chosen ?? code
  return [
    changed(stopped, leading, `Give ${name} a default integration response ${wanted}, and declare it`, {
      ...(declared ? { methodResponses: { ...declared, [wanted]: declared[wanted] ?? {} } } : {}),
      integration: {
        ...integration,
        integrationResponses: { ...held, [wanted]: chosen ? (held[wanted] ?? {}) : withoutPattern(held[wanted]) },
      },
    }),
  ]
}

function withoutPattern(entry: NonNullable<NonNullable<Method['integration']>['integrationResponses']>[string] = {}) {
  const { selectionPattern: _pattern, ...rest } = entry
  return rest
}

/** Headers that API Gateway keeps for itself leave the mapping. */
export const mappedHeaders: Propose = (stopped) => {
  const header = /maps the header (\S+?),/.exec(stopped.check.says)?.[1]
  const key = `integration.request.header.${header}`
  return integrating(
    stopped,
    ({ name }) => `Take ${header} out of the header mapping of ${name}`,
    (integration) => {
      const { [key]: mapped, ...requestParameters } = integration.requestParameters ?? {}
      return mapped === undefined ? undefined : { ...integration, requestParameters }
    },
  )
}
