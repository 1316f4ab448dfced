import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identifiersIn } from '@/lib/explain/identifiers'
import { buildTemplate } from '@/lib/templates/build'
import { topologiesHolding } from './holding'
import { openStore, type Store } from './store'
import { createTopology, deleteTopology } from './topologies'

let folder: string
let store: Store

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'throughline-holding-'))
  store = await openStore(folder)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const make = (template: string) =>
  createTopology(store, { document: buildTemplate(template), name: template, owner: 'owner' })

describe('topologies that hold what a paste names', () => {
  const paste = `[ec2-user@ip-172-16-48-25 ~]$ curl -v https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/x
*   Trying 172.16.1.118:443...`

  it('come best first, without those that hold none of it', async () => {
    await make('nlb-fargate')
    const { id } = await make('two-api-chain')
    const found = await topologiesHolding(store, identifiersIn(paste))
    expect(found[0]).toMatchObject({ id, name: 'two-api-chain' })
    expect(found.map(({ name }) => name)).not.toContain('nlb-fargate')
  })

  it('are none that was deleted, and none for a paste that names nothing', async () => {
    const { id } = await make('two-api-chain')
    await deleteTopology(store, id)
    expect(await topologiesHolding(store, identifiersIn(paste))).toEqual([])
    expect(await topologiesHolding(store, identifiersIn('403 {"message":"Forbidden"}'))).toEqual([])
  })
})
