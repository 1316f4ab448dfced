import { type Partition, partitionOf, partitions } from './partitions'

const listed: readonly Partition[] = partitions

/** Longest first: `….amazonaws.com.cn` also ends in text that looks like another suffix. */
const suffixes: readonly string[] = [...new Set(listed.map((p) => p.dnsSuffix))].sort((a, b) => b.length - a.length)

/** The labels of a name before AWS's DNS suffix, and that suffix; undefined for a name that is not AWS's. */
export function splitSuffix(name: string): { labels: string[]; suffix: string } | undefined {
  const suffix = suffixes.find((s) => name.endsWith(`.${s}`))
  return suffix === undefined ? undefined : { labels: name.slice(0, -suffix.length - 1).split('.'), suffix }
}

/** The DNS suffix of a region. A region that no partition knows gives the commercial one, as AWS's SDKs do. */
export const suffixOf = (region: string): string => partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'

export const isRegion = (word: string): boolean => partitionOf(word) !== undefined
