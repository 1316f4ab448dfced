import { resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import type { Fix } from '@/lib/trace/trace'

/** Where commands run, in words: the account as the console writes it, and the region of what is changed. */
export function placeOf(document: TopologyDocument, fix: Fix, account: string | undefined): string {
  const regions = (fix.patch ?? []).flatMap(({ path }) => document.resources[keysOf(path)[1] ?? '']?.region ?? [])
  const words = [account === undefined ? 'an account that is not known' : accountWords(document, account), regions[0]]
  return words.filter(Boolean).join(', ')
}

function accountWords(document: TopologyDocument, accountId: string): string {
  const name = resourcesOf(document, 'account').find(([, each]) => each.accountId === accountId)?.[1].name
  const number = accountId.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')
  return name === undefined ? number : `${name} ${number}`
}
