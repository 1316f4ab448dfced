import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nameOf } from '@/lib/naming/host'
import { parseCall } from './parse'

const read = (name: string) => readFileSync(`cases/oracle/documents/${name}`, 'utf8')

function callOf(name: string) {
  const call = parseCall(read(name), { vantage: 'client' })
  if (!call.ok) throw new Error(call.says)
  return call
}

const hostOf = (url: string) => nameOf(new URL(url).host)

describe('what a browser copies as curl', () => {
  it('for bash: quotes with escapes, no cookie kept, the second command told of', () => {
    const { invocation, remarks } = callOf('doc-007-chrome-copy-as-curl-bash.sh')
    expect(invocation).toMatchObject({ method: 'POST', body: `{"note":"it's über","qty":2}` })
    expect(hostOf(invocation.url)).toMatchObject({
      form: 'alias',
      api: 'p5d8r2w6nh',
      vpcEndpoint: 'vpce-0e9d8c7b6a5f43210',
    })
    expect(new URL(invocation.url).pathname).toBe('/prod/catalog')
    expect(JSON.stringify(invocation)).not.toContain('REDACTED')
    expect(remarks.length).toBeGreaterThan(0)
  })

  it('for cmd: carets before quotes, percent signs and line ends', () => {
    const { invocation } = callOf('doc-008-chrome-copy-as-curl-cmd.txt')
    expect(invocation).toMatchObject({ method: 'POST', body: '{"id":"7%20A","tags":["x"]}' })
    expect(invocation.options.insecure).toBe(true)
    expect(invocation.headers).toContainEqual({ name: 'x-apigw-api-id', value: 'a7k2m9q4xz' })
    expect(hostOf(invocation.url)).toMatchObject({ of: 'execute-api', form: 'endpoint' })
    expect(new URL(invocation.url).pathname).toBe('/dev/orders')
  })
})
