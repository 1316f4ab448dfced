import { CommandText } from '@/components/ui/CommandText'
import { CopyButton } from '@/components/ui/CopyButton'
import { Scroll } from '@/components/ui/Scroll'

interface Props {
  title: string
  /** For a screen reader, and for the label of what is copied. */
  label: string
  command: string
}

/** A command with its title line. A long one is copied whole; its end, where the change itself stands, is in sight. */
export function CommandBlock({ title, label, command }: Props) {
  return (
    <div className="overflow-hidden rounded-panel border border-line bg-sunken">
      <div className="flex min-h-7 items-center gap-2 border-b border-line pr-1 pl-2.5">
        <span className="min-w-0 flex-1 py-1 text-fact text-ink2">
          <CommandText text={title} />
        </span>
        <CopyButton text={command} label={`Copy ${label}`} />
      </div>
      <Scroll label={label} className="max-h-36">
        <pre
          ref={(text) => text?.parentElement?.scrollTo({ top: text.scrollHeight })}
          className="p-2.5 font-mono text-id leading-[17px] whitespace-pre-wrap break-words"
        >
          <CommandText text={command} />
        </pre>
      </Scroll>
    </div>
  )
}
