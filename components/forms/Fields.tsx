'use client'

import { useState } from 'react'
import { useEditing } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { Mark } from '@/components/ui/Mark'
import { blank } from '@/lib/edit/create/blank'
import { fieldTitle } from '@/lib/edit/fields/fieldTitle'
import { setField } from '@/lib/edit/fields/setField'
import type { Field } from '@/lib/edit/fields/shape'
import { shapesOf } from '@/lib/edit/fields/shapes.generated'
import type { Resource } from '@/lib/topology/document'
import { covers } from '@/lib/topology/pointer'
import { FormContext, type Put, useForm } from './formContext'
import { LogicalId } from './LogicalId'
import { tables } from './tables'
import { Value } from './Value'

interface Props {
  id: string
  resource: Resource
}

/** `deployments` hold what stages serve: that changes by a deployment, never by hand. */
const elsewhere = new Set(['kind', 'notVisible', 'deployments'])

/** What every kind has stands last: the name of a thing is changed less often than its own fields. */
const common = new Set(['physicalId', 'arn', 'account', 'region', 'tags'])

/** Every field of a resource, made from its schema; each commit is one step. */
export default function Fields({ id, resource }: Props) {
  const { store } = useEditing()
  const [opened, setOpened] = useState<string>()
  const { document, readOnly } = store.getState()
  const put: Put = (path, value) => make(store, setField(store.getState().document, id, path, value))
  const known = shapesOf[resource.kind].filter(({ key }) => !elsewhere.has(key))
  const fields = [...known.filter(({ key }) => !common.has(key)), ...known.filter(({ key }) => common.has(key))]
  const set = fields.filter(({ key, optional }) => resource[key] !== undefined || !optional)
  const unset = fields.filter((field) => !set.includes(field))
  const holeAt = (key: string) => resource.notVisible?.find((hole) => covers(hole.path, `/${key}`))

  return (
    <FormContext value={{ document, id, readOnly, put }}>
      <div className="flex flex-col gap-3 px-3 py-3">
        <LogicalId key={id} id={id} />
        {set.map((field) => {
          const Table = tables[`${resource.kind}.${field.key}`]
          const hole = holeAt(field.key)
          return (
            <Row key={field.key} field={field} stated={isStated(field)} onClear={() => put([field.key], undefined)}>
              {hole && (
                <p className="flex gap-1.5 text-fact text-unknown">
                  <Mark status="invisible" size={12} />
                  Not visible: {hole.ask} What is entered here counts as known.
                </p>
              )}
              {Table ? (
                <Table value={resource[field.key]} path={[field.key]} />
              ) : (
                <Value
                  shape={field.shape}
                  value={resource[field.key]}
                  path={[field.key]}
                  optional={field.optional === true}
                  focus={opened === field.key}
                />
              )}
            </Row>
          )
        })}
        {unset.length > 0 && !readOnly && (
          <label className="flex flex-col gap-1 border-t border-line pt-3 text-label text-ink2">
            Set another field
            <select
              className="h-7 rounded-control border border-line2 bg-raised px-1.5 text-body text-ink"
              value=""
              onChange={(event) => {
                const field = unset.find(({ key }) => key === event.target.value)
                if (!field) return
                setOpened(field.key)
                put([field.key], blank(field.shape, refer(document, id), field.key))
              }}
            >
              <option value="">Choose a field …</option>
              {unset.map(({ key, shape }) => (
                <option
                  key={key}
                  value={key}
                  disabled={shape.type === 'text' && shape.ref && !refer(document, id)(shape.ref)}
                >
                  {fieldTitle(key)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </FormContext>
  )
}

const refer = (document: Parameters<typeof setField>[0], self: string) => (kinds: readonly string[]) =>
  Object.entries(document.resources).find(([id, { kind }]) => id !== self && kinds.includes(kind))?.[0]

const isStated = ({ shape, key }: Field) =>
  (shape.type === 'object' && shape.stated === true) || key === 'answers' || key === 'pinned' || key === 'tunnel'

interface RowProps {
  field: Field
  stated: boolean
  children: React.ReactNode
  onClear: () => void
}

function Row({ field, stated, children, onClear }: RowProps) {
  const { readOnly } = useForm()
  const title = fieldTitle(field.key)
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="flex items-baseline gap-2 text-label text-ink2">
        {title}
        <code className="text-caption text-ink3">{field.key}</code>
        {stated && <span className="text-caption text-ink3">stated by you</span>}
        {field.optional && !readOnly && (
          <button
            type="button"
            className="ml-auto min-h-6 rounded-bar px-1 text-caption text-ink3 hover:bg-hover hover:text-ink"
            onClick={onClear}
            aria-label={`Take ${title} away`}
          >
            clear
          </button>
        )}
      </h3>
      {children}
    </section>
  )
}
