import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Popover } from '@/components/ui/Popover'
import type { Header, Invocation } from '@/lib/invocation/invocation'

interface Props {
  call: Invocation
  onCall: (call: Invocation) => void
}

const chip =
  'rounded-bar border border-line2 bg-panel px-1.5 font-mono text-id leading-[18px] text-ink2 whitespace-nowrap'

/** Headers and options of the call: the first header in full, the rest counted; a click edits them. */
export function HeaderChips({ call, onCall }: Props) {
  const { headers } = call
  const options = optionWords(call)
  const first = headers[0]
  const few = headers.length === 1 ? '1 header' : `${headers.length} headers`
  const empty = headers.length === 0 && options.length === 0
  return (
    <Popover
      label={empty ? 'Add a header or an option' : `Headers and options: ${[few, ...options].join(', ')}`}
      buttonClass={`flex h-6 shrink-0 items-center gap-1 rounded-control px-1 hover:bg-hover ${empty ? 'w-6 justify-center text-ink3' : ''}`}
      align="end"
      className="w-[420px]"
      button={
        empty ? (
          <Plus size={13} aria-hidden />
        ) : (
          <>
            {first && (
              <span className={`${chip} max-w-72 truncate max-[1180px]:hidden`}>{`${first.name}: ${first.value}`}</span>
            )}
            {headers.length > 1 && <span className={`${chip} max-[1180px]:hidden`}>{`+${headers.length - 1}`}</span>}
            {options.map((word) => (
              <span key={word} className={`${chip} max-[1180px]:hidden`}>
                {word}
              </span>
            ))}
            <span className={`${chip} min-[1181px]:hidden`}>
              {[headers.length > 0 ? few : '', ...options].filter(Boolean).join(' · ')}
            </span>
          </>
        )
      }
    >
      {() => <Form call={call} onCall={onCall} />}
    </Popover>
  )
}

function optionWords({ options }: Invocation): string[] {
  return [
    options.insecure ? '-k' : '',
    options.connectTo?.length ? '--connect-to' : '',
    options.resolve?.length ? '--resolve' : '',
    options.followRedirects ? '-L' : '',
  ].filter(Boolean)
}

const field = 'h-7 min-w-0 rounded-control border border-line2 bg-sunken px-2 font-mono text-id'

function Form({ call, onCall }: Props) {
  // A row without a name is no header yet, so it stays here.
  const [rows, setRows] = useState(call.headers)
  const put = (next: Header[]) => {
    setRows(next)
    onCall({ ...call, headers: next.filter((header) => header.name.trim() !== '') })
  }
  const change = (at: number, part: Partial<Header>) =>
    put(rows.map((header, index) => (index === at ? { ...header, ...part } : header)))
  const { insecure, connectTo, resolve, ...others } = call.options
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-label text-ink2">Headers</h2>
      {rows.map((header, index) => (
        <div key={index} className="flex gap-1">
          <input
            aria-label={`Name of header ${index + 1}`}
            placeholder="Name"
            className={`${field} w-36`}
            value={header.name}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <input
            aria-label={`Value of header ${index + 1}`}
            placeholder="Value"
            className={`${field} flex-1`}
            value={header.value}
            onChange={(event) => change(index, { value: event.target.value })}
          />
          <Button
            look="bare"
            square
            aria-label={`Remove header ${header.name}`}
            onClick={() => put(rows.filter((_, at) => at !== index))}
          >
            <X size={13} aria-hidden />
          </Button>
        </div>
      ))}
      <div className="flex flex-wrap gap-1">
        <Button onClick={() => setRows([...rows, { name: '', value: '' }])}>
          <Plus size={13} aria-hidden />
          Header
        </Button>
      </div>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={insecure ?? false}
          onChange={(event) =>
            onCall({
              ...call,
              options: {
                ...others,
                ...(connectTo ? { connectTo } : {}),
                ...(resolve ? { resolve } : {}),
                ...(event.target.checked ? { insecure: true } : {}),
              },
            })
          }
        />
        <span>
          <code>-k</code>: curl does not verify the certificate
        </span>
      </label>
      {(connectTo || resolve) && (
        <div className="flex items-center justify-between gap-2">
          <code className="text-id text-ink2">
            {[
              ...(connectTo ?? []).map((c) => `--connect-to ${c.host}:${c.port}:${c.toHost}:${c.toPort}`),
              ...(resolve ?? []).map((r) => `--resolve ${r.host}:${r.port}:${r.addresses.join(',')}`),
            ].join(' ')}
          </code>
          <Button
            look="bare"
            onClick={() => onCall({ ...call, options: { ...others, ...(insecure ? { insecure } : {}) } })}
          >
            Remove
          </Button>
        </div>
      )}
    </div>
  )
}
