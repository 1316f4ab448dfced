import { useEffect, useRef } from 'react'
import type { CallableUrl } from '@/components/editor/desk'
import { Mark } from '@/components/ui/Mark'
import type { Status } from '@/components/ui/status'
import { formTitles } from './formTitles'

interface Props {
  id: string
  forms: CallableUrl[]
  at: number
  onPick: (form: CallableUrl) => void
  onAt: (at: number) => void
}

export const worksStatus = (works: CallableUrl['works']): Status =>
  works === 'unknown' ? 'unknown' : works ? 'passes' : 'blocked'

/** The URL forms of a vantage, as wide as the call bar that it hangs from; those that cannot work are greyed and say why. */
export function UrlChoices({ id, forms, at, onPick, onAt }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="URL forms for this vantage"
      className="absolute top-full right-0 left-0 z-(--z-popover) mt-1.5 max-h-[60vh] overflow-y-auto rounded-panel border border-line bg-raised p-1 shadow-popover"
    >
      {forms.length === 0 && (
        <div role="option" aria-selected="false" aria-disabled="true" tabIndex={-1} className="px-2 py-1 text-ink3">
          No URL of this topology can be called from here.
        </div>
      )}
      {forms.map((form, index) => (
        <div
          key={`${form.form} ${form.curl}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={`cursor-pointer rounded-control px-2 py-1 ${index === at ? 'bg-accent-tint' : ''}`}
          onPointerMove={() => index !== at && onAt(index)}
          onPointerDown={(event) => {
            event.preventDefault()
            onPick(form)
          }}
        >
          <span className="flex items-center gap-2">
            <Mark status={worksStatus(form.works)} size={13} />
            <span className={`whitespace-nowrap ${form.works === false ? 'text-ink3' : 'font-medium'}`}>
              {formTitles[form.form]}
            </span>
            {form.best && (
              <span className="rounded-bar bg-pass-tint px-1.5 text-caption whitespace-nowrap text-pass">
                Use this one
              </span>
            )}
            <span className="ml-auto min-w-0 truncate font-mono text-id text-ink3">{`${form.method ?? ''} ${form.path ?? ''}`}</span>
          </span>
          <span className={`block truncate font-mono text-id ${form.works === false ? 'text-ink3' : 'text-ink2'}`}>
            {form.url}
          </span>
          {form.works !== true && form.reason && (
            <span className="line-clamp-2 text-fact text-ink3">{form.reason}</span>
          )}
        </div>
      ))}
    </div>
  )
}
