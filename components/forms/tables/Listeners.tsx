import { useForm } from '../formContext'
import { Typed } from '../Typed'
import type { TableProps } from '../tables'
import { Value } from '../Value'
import { Grid, Pick, useResources } from './Grid'
import { listenerShape } from './listenerShape'
import { rowsOf } from './rows'

const protocolWords = ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'HTTP', 'HTTPS'].map((word) => ({ value: word, title: word }))

/** The listeners of a load balancer, and what each hands on to; rules and certificates stand below. */
export function Listeners({ value, path }: TableProps) {
  const { put } = useForm()
  const groups = useResources('targetGroup')
  const listeners = rowsOf(value)
  const next = Math.max(79, ...listeners.map(({ port }) => Number(port))) + 1
  return (
    <>
      <Grid
        label="Listeners"
        columns={['Protocol', 'Port', 'Forwards to']}
        rowName={(at) => `listener ${at + 1}`}
        onRemove={(at) => put(path, listeners.toSpliced(at, 1))}
        onAdd={() =>
          put(path, [
            ...listeners,
            {
              protocol: listeners[0]?.protocol ?? 'TCP',
              port: next,
              default: { type: 'forward', targetGroups: groups[0] ? [{ targetGroup: groups[0].value }] : [] },
            },
          ])
        }
        rows={listeners.map((listener, at) => [
          <Pick
            key="protocol"
            label={`Protocol of listener ${at + 1}`}
            words={protocolWords}
            value={String(listener.protocol)}
            onPick={(protocol) => put([...path, at, 'protocol'], protocol)}
          />,
          <Typed
            key="port"
            label={`Port of listener ${at + 1}`}
            shape={{ type: 'number', format: 'port' }}
            name="port"
            value={String(listener.port)}
            onCommit={(typed) => put([...path, at, 'port'], Number(typed))}
          />,
          <Pick
            key="group"
            label={`Target group of listener ${at + 1}`}
            words={groups}
            value={firstGroup(listener.default)}
            onPick={(targetGroup) =>
              put([...path, at, 'default'], { type: 'forward', targetGroups: [{ targetGroup }] })
            }
          />,
        ])}
      />
      {listeners.map((listener, at) => (
        <details key={at}>
          <summary className="min-h-6 text-fact text-ink3">{`All of listener ${at + 1}`}</summary>
          <Value shape={listenerShape} value={listener} path={[...path, at]} />
        </details>
      ))}
    </>
  )
}

function firstGroup(action: unknown): string {
  if (typeof action !== 'object' || action === null || !('targetGroups' in action)) return ''
  const [first] = rowsOf(action.targetGroups)
  return String(first?.targetGroup ?? '')
}
