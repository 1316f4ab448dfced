import { Flow } from './flow'

/** React Flow and nothing else: what a canvas page costs before it does anything. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { nodes = '20', edges = '20' } = await searchParams
  return <Flow nodes={Number(nodes)} edges={Number(edges)} />
}
