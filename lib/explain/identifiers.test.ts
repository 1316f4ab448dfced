import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { holdsOf, identifiersIn } from './identifiers'

describe('identifiers of a paste', () => {
  it('are its ids, names and addresses', () => {
    const text = readFileSync('cases/oracle/curl-outputs/out-011/input.txt', 'utf8')
    expect(identifiersIn(text)).toEqual(expect.arrayContaining(['vpce-0abc12345def67890', 'r9t8y7u6i5']))
  })

  it('find the topology that a paste is about', () => {
    const paste = `$ curl -v https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc\n*   Trying 172.16.1.118...`
    const ids = identifiersIn(paste)
    const mine = holdsOf(buildTemplate('two-api-chain'), ids)
    const other = holdsOf(buildTemplate('regional-api'), ids)
    expect(mine).toBeGreaterThan(other)
    expect(identifiersIn('It does not work.')).toEqual([])
  })
})
