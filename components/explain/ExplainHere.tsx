import Link from 'next/link'
import { useEffect, useState } from 'react'
import { selectResource } from '@/components/editor/actions'
import { useEditing, useEditorState } from '@/components/editor/Editing'
import { Button } from '@/components/ui/Button'
import type { Cause, ExplainedCall } from '@/lib/explain/explanation'
import type { Invocation } from '@/lib/invocation/invocation'
import { Empty } from './Empty'
import { ExplainFrame } from './ExplainFrame'
import { Explanation } from './Explanation'
import { answered, pastedOf } from './pasted'
import { useReading } from './reading'
import { Settles } from './Settles'
import { useMatches } from './useMatches'

/** Explains a failed call against the opened topology. */
export default function ExplainHere({ onClose }: { onClose: () => void }) {
  const { store } = useEditing()
  const document = useEditorState((state) => state.document)
  const call = useEditorState((state) => state.call)
  const [pasted, setPasted] = useState(() => pastedOf(store.getState().pasted))
  const { read, failed } = useReading(pasted.raw, { document, call })
  // It is held here alone, and goes with the dialog.
  useEffect(() => store.setState({ pasted: '' }), [store])
  const foreign = read !== undefined && read.identifiers.length > 0 && read.holds === 0

  const use = (next: Invocation) => {
    const { call: before, run, setCall } = store.getState()
    if (before) run({ label: 'Use the pasted request', call: { before, after: next } })
    else setCall(next)
  }
  // From where the call bar calls, where the text leaves it open.
  const best = ({ traced = [] }: ExplainedCall) =>
    (traced.find((each) => each.call.vantage === call?.vantage) ?? traced[0])?.call
  const show = (explained: ExplainedCall, { resource, at }: Cause) => {
    const pastedCall = best(explained)
    if (pastedCall) use(pastedCall)
    selectResource(store, resource, at?.n)
    store.getState().setTab('overview')
    onClose()
  }

  return (
    <ExplainFrame
      pasted={pasted}
      onPasted={setPasted}
      onClose={onClose}
      about={
        <>
          {foreign && <Elsewhere name={document.name} identifiers={read.identifiers} own={store.getState().id} />}
          {read?.settles && <Settles settles={read.settles} />}
        </>
      }
    >
      {failed !== undefined && <p className="text-fail">{`The text could not be read: ${failed}`}</p>}
      {!read && failed === undefined && <Empty />}
      {read && (
        <Explanation
          calls={read.calls}
          document={document}
          onShow={show}
          onAnswer={(command, output) => setPasted(answered(pasted, command, output))}
          actions={(explained) =>
            best(explained) &&
            !explained.assumed && (
              <Button
                look="ink"
                className="self-start"
                onClick={() => {
                  const next = best(explained)
                  if (next) use(next)
                  onClose()
                }}
              >
                Use this request
              </Button>
            )
          }
        />
      )}
    </ExplainFrame>
  )
}

/** The paste names nothing of the opened topology: another one may hold it. */
function Elsewhere({ name, identifiers, own }: { name: string; identifiers: string[]; own: string }) {
  const matches = useMatches(identifiers)?.filter(({ id }) => id !== own)
  return (
    <div className="flex flex-col gap-1">
      <p className="text-unknown">{`Nothing that this text names is in ${name}: ${identifiers.slice(0, 4).join(', ')}.`}</p>
      {matches?.map(({ id, name: other }) => (
        <Link key={id} href={`/t/${id}`} prefetch={false} className="text-accent hover:underline">
          {`Open ${other}, which holds it`}
        </Link>
      ))}
    </div>
  )
}
