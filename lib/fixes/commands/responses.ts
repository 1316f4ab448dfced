import type { Integration, Method } from '@/lib/topology/document'
import { type Flag, line, reads } from './line'
import type { Act, Reading, Step } from './step'

type Responses = NonNullable<Integration['integrationResponses']>

/**
 * A method declares a response before the integration may make one of it; undone in the other order.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-response.html
 */
export function responseSteps(at: Flag[], name: string, before: Method, now: Method): Step[] {
  return [...declared(at, name, before, now), ...made(at, name, before, now)]
}

function declared(at: Flag[], name: string, before: Method, now: Method): Step[] {
  const [held, wanted] = [Object.keys(before.methodResponses ?? {}), Object.keys(now.methodResponses ?? {})]
  const reading = keys(at, `The method responses of ${name}`, 'get-method', 'methodResponses')
  return wanted
    .filter((code) => !held.includes(code))
    .map((code) => ({
      does: {
        command: line('apigateway put-method-response', [...at, ['--status-code', code]]),
        reading: reading(held),
      },
      undoes: {
        command: line('apigateway delete-method-response', [...at, ['--status-code', code]]),
        reading: reading([...held, code]),
      },
    }))
}

function made(at: Flag[], name: string, before: Method, now: Method): Step[] {
  const held: Responses = before.integration?.integrationResponses ?? {}
  const reading = keys(at, `The integration responses of ${name}`, 'get-integration', 'integrationResponses')
  return Object.entries(now.integration?.integrationResponses ?? {}).flatMap(([code, { selectionPattern = '' }]) => {
    const code_: Flag = ['--status-code', code]
    const old = held[code]
    if (!old)
      return [
        {
          does: {
            command: line('apigateway put-integration-response', [...at, code_]),
            reading: reading(Object.keys(held)),
          },
          undoes: {
            command: line('apigateway delete-integration-response', [...at, code_]),
            reading: reading([...Object.keys(held), code]),
          },
        },
      ]
    const was = old.selectionPattern ?? ''
    return was === selectionPattern ? [] : [pattern([...at, code_], `${code} of ${name}`, was, selectionPattern)]
  })
}

const keys =
  (at: Flag[], of: string, command: string, field: string) =>
  (codes: string[]): Reading => ({
    of,
    command: reads(`apigateway ${command}`, at, `keys(${field} || \`{}\`)`, 'json'),
    expects: JSON.stringify(codes),
    as: 'words',
  })

function pattern(at: Flag[], name: string, before: string, now: string): Step {
  const act = (from: string, to: string): Act => ({
    command: line('apigateway update-integration-response', [
      ...at,
      ['--patch-operations', JSON.stringify([{ op: 'replace', path: '/selectionPattern', value: to }])],
    ]),
    reading: {
      of: `The pattern of the integration response ${name}`,
      command: reads('apigateway get-integration-response', at, "selectionPattern || ''"),
      expects: from,
      as: 'words',
    },
  })
  return { does: act(before, now), undoes: act(now, before) }
}
