import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { type Branch, filterTree, outlineOf } from './tree'

const document = buildTemplate('two-api-chain')
const tree = outlineOf(document)
const leaves = (branches: Branch[]): string[] =>
  branches.flatMap((branch) => [
    ...(branch.resource === undefined ? [] : [branch.resource]),
    ...leaves(branch.children),
  ])
const titles = (branches: Branch[]) => branches.map((branch) => branch.title)

describe('the outline', () => {
  it('holds every resource exactly once', () => {
    expect(leaves(tree).toSorted()).toEqual(Object.keys(document.resources).toSorted())
    for (const name of ['nlb-fargate', 'regional-api', 'private-api', 'cross-account']) {
      const other = buildTemplate(name)
      expect(leaves(outlineOf(other)).toSorted()).toEqual(Object.keys(other.resources).toSorted())
    }
  })

  it('puts API Gateway beside the VPCs of its account, never into one', () => {
    const [account] = tree
    expect(titles(account?.children ?? [])).toContain('API Gateway')
    const gateway = account?.children.find((branch) => branch.title === 'API Gateway')
    expect(leaves(gateway?.children ?? [])).toEqual(['3i95y1yx06', 'v944po9kjb', 't0f7wl', 'lsm4cw'])
  })

  it('finds by name, id, address and kind, with what leads there', () => {
    expect(leaves(filterTree(document, tree, 'vpce-0d4d'))).toContain('vpce-0d4d61b31cecd49fc')
    expect(leaves(filterTree(document, tree, '172.16.48.25'))).toContain('client-consumer')
    expect(filterTree(document, tree, 'no such thing')).toEqual([])
  })
})
