import { useEffect, useRef, useState } from 'react'
import type { Draft } from '@/components/editor/draft'
import { useEditing } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { Icon } from '@/components/icons/Icon'
import { kindIcon } from '@/components/icons/kindIcon'
import { create } from '@/lib/edit/create/create'
import { kindTitles } from '@/lib/edit/kindTitles'
import { titleOf } from '@/lib/edit/titleOf'
import { fieldsOf } from '@/lib/topology/fields.generated'
import type { Kind } from '@/lib/topology/kinds'
import { chainKinds } from './chainKinds'
import { Pick } from './Pick'
import { settled } from './settled'

const kindNames = Object.keys(fieldsOf) as Kind[]

interface Props {
  draft: Extract<Draft, { what: 'add' }>
  onClose: () => void
  onReveal: (id: string) => void
}

/** Adds a resource: asks for its kind, and for the VPC where there are several. */
export function AddDialog({ draft, onClose, onReveal }: Props) {
  const { store } = useEditing()
  const { document } = store.getState()
  const [kind, setKind] = useState(() => kindNames.find((each) => each === draft.kind))
  const tryIn = (wanted: Kind, into: string | undefined) => create(document, wanted, into, draft.at)
  const add = (wanted: Kind, into: string | undefined) => {
    const made = tryIn(wanted, into)
    if (!made.ok) return setKind(wanted)
    onClose()
    make(store, settled(document, made.change), made.id)
    onReveal(made.id)
  }
  // Where nothing is left to ask, the tile that was let go is all that it takes.
  const begun = useRef(false)
  useEffect(() => {
    if (!kind || begun.current) return
    begun.current = true
    const made = tryIn(kind, draft.into)
    if (made.ok) return add(kind, draft.into)
    if (made.choices.length > 0) return
    onClose()
    store.setState({ notice: made.why })
  })
  const asked = kind && tryIn(kind, draft.into)
  if (asked && (asked.ok || asked.choices.length === 0)) return null
  if (kind && asked && !asked.ok && asked.choices.length > 0)
    return (
      <Pick
        key="place"
        title={`Where the ${kindTitles[kind].title} stands`}
        placeholder={asked.why}
        groups={[
          {
            title: asked.why,
            options: asked.choices.map((id) => ({
              value: id,
              words: titleOf(document, id),
              title: (
                <>
                  <Icon name={kindIcon(document.resources[id]?.kind ?? 'vpc')} size={15} />
                  {titleOf(document, id)}
                </>
              ),
            })),
          },
        ]}
        onPick={(into) => add(kind, into)}
        onClose={onClose}
      />
    )

  const options = (kinds: readonly Kind[]) =>
    kinds.map((each) => {
      const made = tryIn(each, draft.into)
      return {
        value: each,
        words: `${kindTitles[each].title} ${kindTitles[each].says}`,
        title: (
          <>
            <Icon name={kindIcon(each)} size={15} className="text-ink2" />
            {kindTitles[each].title}
          </>
        ),
        hint: kindTitles[each].says,
        ...(made.ok || made.choices.length > 0 ? {} : { why: made.why }),
      }
    })
  return (
    <Pick
      title="Add a resource"
      placeholder="A kind: VPC, endpoint, API, load balancer …"
      groups={[
        { title: 'On the way of a call', options: options(['vpc', ...chainKinds.filter((each) => each !== 'vpc')]) },
        { title: 'Everything else', options: options(kindNames.filter((each) => !chainKinds.includes(each))) },
      ]}
      onPick={(word) => {
        const picked = kindNames.find((each) => each === word)
        if (picked) add(picked, draft.into)
      }}
      onClose={onClose}
    />
  )
}
