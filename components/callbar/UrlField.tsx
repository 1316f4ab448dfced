'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { CallableUrl } from '@/components/editor/desk'
import { UrlChoices } from './UrlChoices'
import { UrlText } from './UrlText'

interface Props {
  url: string
  /** Every readable text is taken at once; what is no URL yet is only kept as a draft. */
  onUrl: (url: string) => void
  /** A whole command, pasted or typed. False: it is no command. */
  onCommand: (text: string) => Promise<boolean>
  /** Typing begins. */
  onStart: () => void
  /** Escape: back to the call that stood here when typing began. */
  onRestore: () => void
  forms: () => Promise<CallableUrl[]>
  onForm: (form: CallableUrl) => void
}

const isUrl = (text: string) => /^https?:\/\/[^\s/]/i.test(text) && !/\s/.test(text)

export function UrlField({ url, onUrl, onCommand, onStart, onRestore, forms, onForm }: Props) {
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string>()
  const [choices, setChoices] = useState<CallableUrl[]>()
  const [at, setAt] = useState(0)
  const open = choices !== undefined

  // The choices belong to one vantage and document: a change behind them closes the list.
  useEffect(() => {
    if (draft === undefined) setChoices(undefined)
  }, [draft])

  const type = (text: string) => {
    setDraft(text)
    setChoices(undefined)
    if (isUrl(text)) onUrl(text)
  }

  const pick = (form: CallableUrl) => {
    setChoices(undefined)
    setDraft(form.url)
    onForm(form)
    input.current?.blur()
  }

  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !open) {
      event.preventDefault()
      void forms().then((found) => {
        setChoices(found)
        setAt(
          Math.max(
            0,
            found.findIndex((form) => form.best),
          ),
        )
      })
    } else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((at + step + choices.length) % Math.max(1, choices.length))
    } else if (event.key === 'Enter') {
      const form = open ? choices[at] : undefined
      if (form) pick(form)
      else if (draft !== undefined && !isUrl(draft)) void onCommand(draft).then((read) => read && input.current?.blur())
      else input.current?.blur()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      if (open) setChoices(undefined)
      else {
        onRestore()
        setDraft(undefined)
        input.current?.blur()
      }
    }
  }

  return (
    <div className="flex h-full min-w-0 flex-1">
      <div className="relative flex h-full min-w-0 flex-1 items-center">
        <input
          ref={input}
          id="call-url"
          role="combobox"
          aria-label="URL of the call"
          aria-expanded={open}
          aria-controls={open ? list : undefined}
          aria-activedescendant={open ? `${list}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="h-full w-full bg-transparent px-3 font-mono text-body text-ink opacity-0 max-[1180px]:px-2 outline-none focus:opacity-100"
          value={draft ?? url}
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => {
            setDraft(url)
            onStart()
            event.target.select()
          }}
          onBlur={() => setDraft(undefined)}
          onKeyDown={keys}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain').trim()
            if (isUrl(text) || !/\s/.test(text)) return
            event.preventDefault()
            setDraft(text)
            void onCommand(text).then((read) => read && input.current?.blur())
          }}
        />
        {draft === undefined && (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-0 flex items-center overflow-hidden px-3 max-[1180px]:px-2"
          >
            <UrlText url={url} />
          </span>
        )}
      </div>
      {open && <UrlChoices id={list} forms={choices} at={at} onPick={pick} onAt={setAt} />}
    </div>
  )
}
