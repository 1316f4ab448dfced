import Link from 'next/link'
import type { Role } from '@/lib/auth/roles'
import type { TopologyEntry } from '@/lib/store/topologies'

export interface HomeProps {
  topologies: TopologyEntry[]
  templates: { name: string; title: string; says: string; variants: { name: string; says: string }[] }[]
  user: { name: string; role: Role }
}

export function Home({ topologies }: HomeProps) {
  return (
    <main>
      <h1>Topologies</h1>
      <ul>
        {topologies.map((topology) => (
          <li key={topology.id}>
            <Link href={`/t/${topology.id}`}>{topology.name}</Link>
          </li>
        ))}
      </ul>
    </main>
  )
}
