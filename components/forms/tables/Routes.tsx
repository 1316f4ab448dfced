import { useForm } from '../formContext'
import { Typed } from '../Typed'
import type { TableProps } from '../tables'
import { Grid, Pick, useResources } from './Grid'
import { rowsOf } from './rows'

/** The routes of a table. */
export function Routes({ value, path }: TableProps) {
  const { put } = useForm()
  const routes = rowsOf(value)
  const targets = [
    { value: 'local', title: 'local' },
    ...useResources('gateway'),
    ...useResources('vpcPeeringConnection'),
    ...useResources('transitGateway'),
  ]
  const set = (at: number, key: string, next: unknown) => put([...path, at, key], next)
  return (
    <Grid
      label="Routes"
      columns={['Destination', 'Target', 'State']}
      rowName={(at) => `route ${at + 1}`}
      onRemove={(at) => put(path, routes.toSpliced(at, 1))}
      onAdd={() =>
        put(path, [...routes, { destination: '0.0.0.0/0', target: targets[1]?.value ?? 'local', state: 'active' }])
      }
      rows={routes.map((route, at) => [
        <Typed
          key="destination"
          label={`Destination of route ${at + 1}`}
          shape={{
            type: 'either',
            of: [
              { type: 'text', format: 'cidr' },
              { type: 'text', ref: ['managedPrefixList'] },
            ],
          }}
          name="destination"
          value={String(route.destination)}
          onCommit={(typed) => set(at, 'destination', typed)}
        />,
        <Pick
          key="target"
          label={`Target of route ${at + 1}`}
          words={targets}
          value={String(route.target)}
          onPick={(target) => set(at, 'target', target)}
        />,
        <Pick
          key="state"
          label={`State of route ${at + 1}`}
          words={['active', 'blackhole', 'filtered'].map((word) => ({ value: word, title: word }))}
          value={String(route.state)}
          onPick={(state) => set(at, 'state', state)}
        />,
      ])}
    />
  )
}
