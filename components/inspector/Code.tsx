import { CommandText } from '@/components/ui/CommandText'
import { CopyButton } from '@/components/ui/CopyButton'

/** Commands as they are pasted: nothing is cut, long lines turn over. */
export function Code({ text, label }: { text: string; label: string }) {
  return (
    <div className="relative rounded-panel border border-line bg-sunken">
      <pre className="overflow-x-auto p-2.5 font-mono text-id leading-[17px] whitespace-pre-wrap break-words">
        <CommandText text={text} />
      </pre>
      <CopyButton look="line" text={text} label={label} className="absolute top-1.5 right-1.5" />
    </div>
  )
}
