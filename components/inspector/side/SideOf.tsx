import { useEditorState } from '@/components/editor/Editing'
import { CopyButton } from '@/components/ui/CopyButton'
import { Scroll } from '@/components/ui/Scroll'
import type { Trace } from '@/lib/trace/trace'
import { Plain } from '../Sentence'

/** On whose side the verdict lies, and what to send to the owner of the API where that is somebody else. */
export function SideOf({ trace }: { trace: Trace }) {
  const side = useEditorState((state) => (state.mended?.trace === trace ? state.mended.side : undefined))
  if (!side) return null
  return (
    <section aria-label="Whose side" className="flex flex-col gap-1.5">
      <p className="text-ink2">
        <Plain text={side.sentence} />
      </p>
      {side.message !== undefined && (
        <div className="flex flex-wrap items-start gap-2">
          <CopyButton look="line" text={side.message} label="Copy a message to the owner of the API">
            Copy a message to the owner
          </CopyButton>
          <details className="min-w-0 flex-1 basis-full">
            <summary className="rounded-bar text-ink3 hover:text-ink">Read it first</summary>
            <Scroll
              label="The message to the owner"
              className="mt-1 max-h-48 rounded-panel border border-line bg-sunken"
            >
              <pre className="p-2.5 font-mono text-id leading-[17px] whitespace-pre-wrap break-words">
                {side.message}
              </pre>
            </Scroll>
          </details>
        </div>
      )}
    </section>
  )
}
