import type { RecoveredRequest } from '../explanation'
import type { Log, Reader } from './facts'

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const inGroup = new RegExp(`\\((${id})\\)\\s+(.*)$`)
const ofTest = /^\w{3} \w{3} \d{1,2} (\d\d:\d\d:\d\d) UTC \d{4} : (.*)$/
const time = /(?:T|\s|^)(\d\d:\d\d:\d\d(?:[.,]\d{1,3})?)/
const texts =
  /^(?:Extended Request Id|Starting (?:execution|authorizer)|Verifying Usage Plan|API Key|Usage Plan check|HTTP Method:|Method (?:request|response|completed)|Endpoint (?:request|response)|Sending request to|Received response|Execution failed|Successfully completed|Execution log for request|Authorizer|X-ray|Gateway response)/

/**
 * Execution logs of API Gateway, from the log group, the console or test-invoke-method:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export const readExecutionLog: Reader = (_, lines) => {
  const logs: (Log & { times: number[] })[] = []
  const logOf = (requestId: string | undefined) => {
    const known = logs.find((l) => l.requestId === requestId || requestId === undefined || l.requestId === undefined)
    if (known) {
      known.requestId ??= requestId
      return known
    }
    const made: Log & { times: number[] } = { lines: [], times: [], ...(requestId === undefined ? {} : { requestId }) }
    logs.push(made)
    return made
  }
  for (const line of lines) {
    const entry = entryOf(line)
    if (!entry) continue
    const log = logOf(entry.requestId)
    log.lines.push(entry.text)
    if (entry.at !== undefined && /^(?:Sending request|Execution failed|Received response)/.test(entry.text))
      log.times.push(entry.at)
  }
  return {
    logs: logs
      .filter((log) => log.lines.length > 1 || /^(?:Execution failed|API Key)/.test(log.lines[0] ?? ''))
      .map(({ times, ...log }) => {
        const [first] = times
        const last = times.at(-1)
        return first === undefined || last === undefined || times.length < 2 ? log : { ...log, waitedMs: last - first }
      }),
  }
}

export const isLogLine = (line: string): boolean => entryOf(line) !== undefined

interface Entry {
  requestId?: string
  text: string
  at?: number
}

function entryOf(line: string): Entry | undefined {
  const [, clock, test] = ofTest.exec(line) ?? []
  if (clock !== undefined && test !== undefined) return { text: test, at: msOf(clock), ...named(test) }
  const [, requestId, text] = inGroup.exec(line) ?? []
  if (requestId !== undefined && text !== undefined && texts.test(text)) {
    const at = time.exec(line.slice(0, line.indexOf(requestId)))?.[1]
    return { requestId, text, ...(at === undefined ? {} : { at: msOf(at) }) }
  }
  const bare = line.replace(/^[\d\-/T:., Z|]{0,40}/, '').trimStart()
  return texts.test(bare) ? { text: bare, ...named(bare) } : undefined
}

function named(text: string): { requestId?: string } {
  const requestId = new RegExp(`for request:? (${id})`).exec(text)?.[1]
  return requestId === undefined ? {} : { requestId }
}

function msOf(clock: string): number {
  const [h = 0, m = 0, s = 0] = clock.replace(',', '.').split(':').map(Number)
  return Math.round((h * 3600 + m * 60 + s) * 1000)
}

/** The request as the lines of a log show it. */
export function requestOfLog(log: Log): RecoveredRequest {
  const text = log.lines.join('\n')
  const request: RecoveredRequest = {}
  const [, method, path] = /HTTP Method: (\w+), Resource Path: (\S+)/.exec(text) ?? []
  if (method !== undefined && path !== undefined) Object.assign(request, { method, path })
  const uri = /(?:Endpoint request URI: |Sending request to )(\S+)/.exec(text)?.[1]
  if (uri !== undefined) request.integrationUri = uri
  const api =
    /x-amzn-apigateway-api-id=(\w+)/.exec(text)?.[1] ??
    /AmazonAPIGateway_(\w+)/.exec(text)?.[1] ??
    /API Stage:? (\w{10})\//.exec(text)?.[1]
  if (api !== undefined) request.api = api
  return request
}
