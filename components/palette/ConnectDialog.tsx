import { useState } from 'react'
import { kindWord } from '@/components/canvas/model/kindWord'
import type { Draft } from '@/components/editor/draft'
import { useEditing } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { FormContext } from '@/components/forms/formContext'
import { Typed } from '@/components/forms/Typed'
import { Icon } from '@/components/icons/Icon'
import { iconOf } from '@/components/icons/kindIcon'
import { Button } from '@/components/ui/Button'
import { Modal } from '@/components/ui/Modal'
import { linksBetween } from '@/lib/edit/connect/connect'
import type { Link } from '@/lib/edit/connect/link'
import { titleOf } from '@/lib/edit/titleOf'
import type { Patch } from '@/lib/topology/patch'
import { keysOf } from '@/lib/topology/pointer'
import { Pick } from './Pick'

interface Props {
  draft: Extract<Draft, { what: 'connect' }>
  onClose: () => void
}

/** Draws an arrow: asks for its other end, the reference that it sets, and the one thing that this needs. */
export function ConnectDialog({ draft, onClose }: Props) {
  const { store } = useEditing()
  const { document } = store.getState()
  const { from } = draft
  const [to, setTo] = useState(draft.to)
  const [chosen, setChosen] = useState<Link>()
  const done = (link: Link, answers: Record<string, unknown>) => {
    const change = link.make(answers)
    onClose()
    make(store, change)
    store.setState({ notice: `${change.label}. Set: ${fieldsIn(change.patch)}.` })
  }
  const follow = (links: Link[]) => {
    const [first, ...more] = links
    if (!first) return
    if (more.length === 0 && first.asks.length === 0) done(first, {})
    else if (more.length === 0) setChosen(first)
  }
  const start = titleOf(document, from)
  if (to === undefined) {
    const ends = Object.entries(document.resources)
      .filter(([id, { kind }]) => id !== from && kind !== 'account')
      .map(([id, resource]) => ({ id, resource, links: linksBetween(document, from, id) }))
    const option = ({ id, resource, links }: (typeof ends)[number]) => ({
      value: id,
      words: `${titleOf(document, id)} ${kindWord(resource)}`,
      title: (
        <>
          <Icon name={iconOf(resource)} size={15} className="text-ink2" />
          {titleOf(document, id)}
          <span className="text-caption text-ink3">{kindWord(resource)}</span>
        </>
      ),
      ...(links.ok ? { hint: links.links.map(({ title }) => title).join(' or ') } : { why: links.why }),
    })
    return (
      <Pick
        title={`Connect ${start} with`}
        placeholder={`Connect ${start} with …`}
        groups={[
          { title: 'An arrow may end here', options: ends.filter(({ links }) => links.ok).map(option) },
          { title: 'No arrow ends here', options: ends.filter(({ links }) => !links.ok).map(option) },
        ]}
        onPick={(id) => {
          const found = linksBetween(document, from, id)
          if (!found.ok) return
          setTo(id)
          follow(found.links)
        }}
        onClose={onClose}
      />
    )
  }
  const found = linksBetween(document, from, to)
  const end = titleOf(document, to)
  if (!found.ok)
    return (
      <Modal title={`No arrow from ${start} to ${end}`} onClose={onClose} className="w-[min(440px,92vw)]">
        <p className="px-4 pb-3">{found.why}</p>
        <div className="flex justify-end border-t border-line px-4 py-3">
          <Button data-first onClick={onClose}>
            Close
          </Button>
        </div>
      </Modal>
    )
  const link = chosen ?? (found.links.length === 1 ? found.links[0] : undefined)
  if (!link)
    return (
      <Pick
        key="reference"
        title={`Which reference the arrow from ${start} to ${end} sets`}
        placeholder="Which reference the arrow sets"
        groups={[
          { title: 'References', options: found.links.map(({ id, title }) => ({ value: id, words: title, title })) },
        ]}
        onPick={(id) => {
          const picked = found.links.find((each) => each.id === id)
          if (picked && picked.asks.length === 0) done(picked, {})
          else setChosen(picked)
        }}
        onClose={onClose}
      />
    )
  return (
    <Questions
      id={from}
      link={link}
      title={`From ${start} to ${end}`}
      onDone={(answers) => done(link, answers)}
      onClose={onClose}
    />
  )
}

/** The fields that a change sets, each with its resource. */
const fieldsIn = (patch: Patch) =>
  patch
    .map(({ path }) => {
      const [, id = '', ...field] = keysOf(path)
      return `${field.join('.')} of ${id}`
    })
    .join(', ')

interface QuestionsProps {
  id: string
  link: Link
  title: string
  onDone: (answers: Record<string, unknown>) => void
  onClose: () => void
}

function Questions({ id, link, title, onDone, onClose }: QuestionsProps) {
  const { store } = useEditing()
  const { document } = store.getState()
  const [answers, setAnswers] = useState<Record<string, unknown>>(() =>
    Object.fromEntries(link.asks.map((ask) => [ask.id, ask.value])),
  )
  const put = (key: string, value: unknown) => setAnswers((before) => ({ ...before, [key]: value }))
  return (
    <Modal title={title} onClose={onClose} className="w-[min(440px,92vw)]">
      <FormContext value={{ document, id, readOnly: false, put: () => undefined }}>
        <form
          className="flex flex-col gap-2.5 px-4 pb-3"
          onSubmit={(event) => {
            event.preventDefault()
            // What is said to be wrong is no answer.
            if (!event.currentTarget.querySelector('[aria-invalid="true"]')) onDone(answers)
          }}
        >
          {link.asks.map((ask, at) => (
            <div key={ask.id} className="flex flex-col gap-0.5">
              <span className="text-label text-ink2">{ask.title}</span>
              {ask.shape.type === 'choice' ? (
                <select
                  aria-label={ask.title}
                  className="h-7 rounded-control border border-line2 bg-sunken px-1.5 font-mono text-[12px]"
                  value={String(answers[ask.id])}
                  onChange={(event) => put(ask.id, event.target.value)}
                >
                  {ask.shape.words.map((word) => (
                    <option key={word}>{word}</option>
                  ))}
                </select>
              ) : (
                <Typed
                  label={ask.title}
                  shape={ask.shape}
                  name={ask.id}
                  value={String(answers[ask.id] ?? '')}
                  focus={at === 0}
                  onCommit={(typed) => put(ask.id, ask.shape.type === 'number' ? Number(typed) : typed)}
                />
              )}
            </div>
          ))}
          <div className="flex justify-end gap-2 pt-1">
            <Button look="bare" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" look="ink">
              Draw the arrow
            </Button>
          </div>
        </form>
      </FormContext>
    </Modal>
  )
}
