import { selectResource } from '@/components/editor/actions'
import { useEditing, useEditorState } from '@/components/editor/Editing'
import { Button } from '@/components/ui/Button'
import { printCurl } from '@/lib/invocation/curl/print'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Fix, Trace } from '@/lib/trace/trace'
import { Plain } from '../Sentence'
import { AwsFix } from './AwsFix'
import { Blockers } from './Blockers'
import { CommandBlock } from './CommandBlock'
import { tryFixes } from './tryFixes'

interface Props {
  document: TopologyDocument
  trace: Trace
}

/** What lets the call through: another call where one is enough, then changes in AWS. */
export default function Fixes({ document, trace }: Props) {
  const { store } = useEditing()
  const readOnly = useEditorState((state) => state.readOnly)
  const found = useEditorState((state) => state.mended?.trace === trace)
  const { fixes } = trace
  const calls = fixes.filter((fix) => fix.call)
  const changes = fixes.filter((fix) => fix.patch)
  const left = fixes.filter((fix) => !fix.call && !fix.patch)
  if (!found) return <p className="text-ink3">Looking for what lets the call through.</p>
  return (
    <section aria-label="Fix" className="flex flex-col gap-2.5">
      <Blockers document={document} trace={trace} onSelect={(resource, n) => selectResource(store, resource, n)} />
      {fixes.length === 0 && <p className="text-ink2">No change tried here is proved to let the call through.</p>}
      {calls.map((fix) => (
        <CallFix key={fix.label} fix={fix} onUse={() => take(fix)} />
      ))}
      {changes.length > 0 && (
        <h4 className="flex justify-between text-label text-ink2">
          {calls.length === 0 ? 'Fix' : calls.some((fix) => fix.together) ? 'And change AWS' : 'Or change AWS'}
          {changes.length > 1 && <span className="font-normal text-ink3">{`all ${changes.length} are needed`}</span>}
        </h4>
      )}
      {changes.map((fix, at) => (
        <AwsFix
          key={fix.label}
          document={document}
          fix={fix}
          button={!readOnly && at === 0 && <Try fixes={[fix]} all={changes} />}
        />
      ))}
      {left.length > 0 && <h4 className="text-label text-ink2">What is left to do</h4>}
      {left.map((fix) => (
        <AwsFix key={fix.label} document={document} fix={fix} />
      ))}
    </section>
  )

  function take({ label, call }: Fix) {
    if (!call) return
    store.getState().run({ label: `Call: ${label}`, call: { before: trace.invocation, after: call } })
  }
}

/** One step on the drawing; AWS is another matter, and that is said beside the button. */
function Try({ fixes, all }: { fixes: Fix[]; all: Fix[] }) {
  const { store } = useEditing()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="ink" onClick={() => tryFixes(store, fixes, all.length > fixes.length)}>
        Try on the drawing
      </Button>
      {all.length > fixes.length && (
        <Button onClick={() => tryFixes(store, all, false)}>{`Try all ${all.length}`}</Button>
      )}
      <span className="min-w-32 flex-1 text-caption text-ink3">One step to undo. AWS is unchanged.</span>
    </div>
  )
}

function CallFix({ fix, onUse }: { fix: Fix; onUse: () => void }) {
  const { call, label } = fix
  if (!call) return null
  return (
    <div className="flex flex-col gap-2">
      <h4 className="text-label text-ink2">Fix</h4>
      <p className="font-medium">
        <Plain text={label} />.
      </p>
      <div className="flex items-center gap-2">
        <Button look="ink" onClick={onUse}>
          Use this call
        </Button>
        <span className="text-fact text-ink3">Nothing changes in AWS.</span>
      </div>
      <CommandBlock
        title="The corrected call"
        label="the corrected call"
        command={printCurl(call, { shell: 'bash' })}
      />
    </div>
  )
}
