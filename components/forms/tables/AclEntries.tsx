import { useForm } from '../formContext'
import { Typed } from '../Typed'
import type { TableProps } from '../tables'
import { Grid, Pick } from './Grid'
import { portsOf, portsPattern, portsText, protocols, rowsOf, without } from './rows'

const words = (...all: string[]) => all.map((word) => ({ value: word, title: word }))

/** The entries of a network ACL, in the order of their numbers: the first that matches decides. */
export function AclEntries({ value, path }: TableProps) {
  const { put } = useForm()
  const entries = rowsOf(value)
  const set = (at: number, more: Record<string, unknown>) => put([...path, at], without({ ...entries[at], ...more }))
  const rangeOf = (entry: Record<string, unknown>) => {
    const range = entry.portRange
    return typeof range === 'object' && range !== null && 'from' in range && 'to' in range
      ? portsText(range.from, range.to)
      : ''
  }
  const last = Math.max(
    0,
    ...entries.flatMap(({ ruleNumber }) => (Number(ruleNumber) < 32767 ? [Number(ruleNumber)] : [])),
  )
  return (
    <Grid
      label="Entries"
      columns={['No.', 'Way', 'Protocol, ports', 'Block', 'Does']}
      rowName={(at) => `entry ${at + 1}`}
      onRemove={(at) => put(path, entries.toSpliced(at, 1))}
      onAdd={() =>
        put(path, [
          ...entries,
          { ruleNumber: last + 10, egress: false, protocol: '-1', cidrBlock: '0.0.0.0/0', ruleAction: 'allow' },
        ])
      }
      rows={entries.map((entry, at) => [
        <Typed
          key="number"
          label={`Number of entry ${at + 1}`}
          shape={{ type: 'number', whole: true, min: 1, max: 32767 }}
          name="ruleNumber"
          value={String(entry.ruleNumber)}
          onCommit={(typed) => set(at, { ruleNumber: Number(typed) })}
        />,
        <Pick
          key="way"
          label={`Way of entry ${at + 1}`}
          words={words('in', 'out')}
          value={entry.egress === true ? 'out' : 'in'}
          onPick={(way) => set(at, { egress: way === 'out' })}
        />,
        <div key="what" className="flex flex-col gap-1">
          <Pick
            label={`Protocol of entry ${at + 1}`}
            words={protocols}
            value={String(entry.protocol)}
            onPick={(protocol) => set(at, protocol === '-1' ? { protocol, portRange: undefined } : { protocol })}
          />
          {entry.protocol !== '-1' && (
            <Typed
              label={`Ports of entry ${at + 1}`}
              shape={{
                type: 'text',
                pattern: portsPattern,
                wants: 'A port such as 443, or a range such as 1024-65535,',
              }}
              name="ports"
              optional
              value={rangeOf(entry)}
              onCommit={(typed) => set(at, { portRange: typed === undefined ? undefined : portsOf(typed) })}
            />
          )}
        </div>,
        <Typed
          key="block"
          label={`Block of entry ${at + 1}`}
          shape={{ type: 'text', format: 'cidr' }}
          name="cidrBlock"
          value={String(entry.cidrBlock)}
          onCommit={(typed) => set(at, { cidrBlock: typed })}
        />,
        <Pick
          key="does"
          label={`What entry ${at + 1} does`}
          words={words('allow', 'deny')}
          value={String(entry.ruleAction)}
          onPick={(ruleAction) => set(at, { ruleAction })}
        />,
      ])}
    />
  )
}
