import { formTitles } from '@/components/callbar/formTitles'
import { verdictSentence } from '@/components/callbar/verdictWords'
import type { CallableUrl } from '@/components/editor/desk'
import { CopyButton } from '@/components/ui/CopyButton'
import type { Verdict } from '@/lib/trace/trace'
import { CommandLines } from './UrlLines'

interface Props {
  form: CallableUrl
  command: string
  vantage: string
}

const tones = { reaches: 'text-pass', blocked: 'text-fail', unknown: 'text-unknown' } satisfies Record<Verdict, string>

const verdictOf = ({ works }: CallableUrl): Verdict => (works === 'unknown' ? 'unknown' : works ? 'reaches' : 'blocked')

/** The chosen command in full, with what it is expected to answer. */
export function Command({ form, command, vantage }: Props) {
  const verdict = verdictOf(form)
  return (
    <section aria-label="Command" className="flex shrink-0 flex-col gap-1.5 border-t border-line bg-sunken px-3 py-2">
      <p className="flex items-baseline justify-between gap-3 text-label">
        <span className="truncate text-ink2">{`${vantage}, ${formTitles[form.form]}`}</span>
        {form.outcome && (
          <span className="shrink-0 text-ink2">
            Expected: <span className={tones[verdict]}>{verdictSentence({ verdict, outcome: form.outcome })}</span>
          </span>
        )}
      </p>
      <div className="flex items-start gap-2 rounded-panel border border-line bg-raised p-2">
        <code className="min-w-0 flex-1 text-[11.5px] leading-[17px]">
          <CommandLines command={command} />
        </code>
        <CopyButton look="ink" text={command} label="Copy this command">
          Copy
        </CopyButton>
      </div>
    </section>
  )
}
