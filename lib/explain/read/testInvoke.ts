import { isRecord, jsonIn } from '../paste/json'
import { readExecutionLog } from './executionLog'
import type { Reader } from './facts'

/**
 * The answer of test-invoke-method, whose log runs the saved API without stage, policies, authorizer or key:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-test-method.html
 */
export const readTestInvoke: Reader = (text) => {
  if (!/"log"\s*:/.test(text)) return {}
  for (const value of jsonIn(text)) {
    if (!isRecord(value) || typeof value.log !== 'string' || typeof value.status !== 'number') continue
    const lines = value.log.split('\n')
    const { logs = [] } = readExecutionLog(value.log, lines)
    const headers = isRecord(value.headers) ? Object.entries(value.headers) : []
    return {
      logs,
      answers: [
        {
          status: value.status,
          headed: true,
          headers: headers.map(([name, v]) => ({ name, value: String(v) })),
          ...(typeof value.body === 'string' ? { body: value.body } : {}),
        },
      ],
      request: { tool: 'test-invoke-method' },
    }
  }
  return {}
}
