import type { Shape } from '@/lib/edit/fields/shape'
import { useForm } from '../formContext'
import { Typed } from '../Typed'
import type { TableProps } from '../tables'
import { Grid, Pick } from './Grid'
import { portsOf, portsPattern, portsText, protocols, rowsOf, without } from './rows'

const ports: Shape = { type: 'text', pattern: portsPattern, wants: 'A port such as 443, or a range such as 80-90,' }
const source: Shape = {
  type: 'either',
  of: [
    { type: 'text', format: 'cidr' },
    { type: 'text', ref: ['securityGroup', 'managedPrefixList'] },
  ],
}

/** The rules of a security group: one source a line, whatever list of the rule it stands in. */
export function Rules({ value, path }: TableProps) {
  const { document, put } = useForm()
  const rules = rowsOf(value)
  const label = path[0] === 'ipPermissions' ? 'Inbound rules' : 'Outbound rules'
  const set = (at: number, next: Record<string, unknown>) => put([...path, at], without(next))
  const sourcesOf = (rule: Record<string, unknown>) =>
    ['cidrs', 'groups', 'prefixLists'].flatMap((key) => (Array.isArray(rule[key]) ? rule[key].map(String) : []))
  const withSources = (rule: Record<string, unknown>, sources: string[]) => {
    const kindOf = (each: string) => document.resources[each]?.kind
    const list = (found: string[]) => (found.length > 0 ? found : undefined)
    return {
      ...rule,
      cidrs: list(sources.filter((each) => kindOf(each) === undefined)),
      groups: list(sources.filter((each) => kindOf(each) === 'securityGroup')),
      prefixLists: list(sources.filter((each) => kindOf(each) === 'managedPrefixList')),
    }
  }
  return (
    <Grid
      label={label}
      columns={['Protocol', 'Ports', path[0] === 'ipPermissions' ? 'From' : 'To']}
      rowName={(at) => `rule ${at + 1}`}
      onRemove={(at) => put(path, rules.toSpliced(at, 1))}
      onAdd={() => put(path, [...rules, { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrs: ['10.0.0.0/8'] }])}
      rows={rules.map((rule, at) => [
        <Pick
          key="protocol"
          label={`Protocol of rule ${at + 1}`}
          words={protocols}
          value={String(rule.ipProtocol)}
          onPick={(ipProtocol) =>
            set(
              at,
              ipProtocol === '-1'
                ? { ...rule, ipProtocol, fromPort: undefined, toPort: undefined }
                : { fromPort: 443, toPort: 443, ...rule, ipProtocol },
            )
          }
        />,
        rule.ipProtocol === '-1' ? (
          <span key="ports" className="text-ink3">
            all
          </span>
        ) : (
          <Typed
            key="ports"
            label={`Ports of rule ${at + 1}`}
            shape={ports}
            name="ports"
            value={portsText(rule.fromPort, rule.toPort)}
            onCommit={(typed) => {
              const found = portsOf(typed ?? '')
              if (found) set(at, { ...rule, fromPort: found.from, toPort: found.to })
            }}
          />
        ),
        <div key="sources" className="flex flex-col gap-1">
          {[...sourcesOf(rule), ''].map((each, n) => (
            <Typed
              key={n}
              label={each === '' ? `Another source of rule ${at + 1}` : `Source ${n + 1} of rule ${at + 1}`}
              shape={source}
              name="source"
              optional
              value={each}
              onCommit={(typed) => {
                const next = sourcesOf(rule)
                if (typed === undefined) next.splice(n, 1)
                else next[n] = typed
                set(at, withSources(rule, next))
              }}
            />
          ))}
        </div>,
      ])}
    />
  )
}
