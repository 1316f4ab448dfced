import { formTitles } from '@/components/callbar/formTitles'
import { worksStatus } from '@/components/callbar/UrlChoices'
import type { CallableUrl } from '@/components/editor/desk'
import { CopyButton } from '@/components/ui/CopyButton'
import { Mark } from '@/components/ui/Mark'
import { HeaderLine, UrlLines } from './UrlLines'

interface Props {
  form: CallableUrl
  command: string
  chosen: boolean
  onChoose: () => void
}

/** One way to make the call: whether it works, its URL, what must go along, and why not. */
export function FormRow({ form, command, chosen, onChoose }: Props) {
  const dead = form.works === false
  const options = optionLines(form)
  return (
    <li
      className={`grid grid-cols-[18px_112px_minmax(0,1fr)_auto] gap-x-2 border-b border-line px-3 py-1.5 ${chosen ? 'bg-accent-tint' : ''}`}
    >
      <span className="mt-[3px]">
        <Mark status={worksStatus(form.works)} size={13} />
      </span>
      <button
        type="button"
        aria-pressed={chosen}
        className={`self-start text-left ${dead ? 'text-ink3' : 'font-medium'} hover:underline`}
        onClick={onChoose}
      >
        {formTitles[form.form]}
      </button>
      <div className="min-w-0">
        <UrlLines url={form.url} quiet={dead} />
        {options.map((line) => (
          <code key={line} className="block text-id break-words text-ink2">
            {line}
          </code>
        ))}
        {form.headers.map(({ name, value }) => (
          <HeaderLine key={`${name} ${value}`} name={name} value={value} />
        ))}
        {form.best && (
          <p className="mt-0.5">
            <strong className="font-semibold text-pass">Use this one.</strong>{' '}
            <span className="text-ink2">{form.reason}</span>
          </p>
        )}
        {!form.best && form.works !== true && form.reason !== undefined && <p className="text-ink2">{form.reason}</p>}
      </div>
      <span className="flex items-start">
        <CopyButton text={form.url} label={`Copy URL: ${formTitles[form.form]}`} />
        <CopyButton text={command} label={`Copy curl: ${formTitles[form.form]}`}>
          curl
        </CopyButton>
      </span>
    </li>
  )
}

function optionLines({ call }: CallableUrl): string[] {
  const { insecure, connectTo } = call.options
  return [
    ...(insecure ? ['-k'] : []),
    ...(connectTo ?? []).map((c) => `--connect-to ${c.host}:${c.port}:${c.toHost}:${c.toPort}`),
    ...(call.signing ? [`--aws-sigv4 aws:amz:${call.signing.region}:${call.signing.service}`] : []),
  ]
}
