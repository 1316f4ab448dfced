import { useState } from 'react'
import { useEditing } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { Button } from '@/components/ui/Button'
import { putMethod } from '@/lib/edit/connect/integrating'
import { deployment } from '@/lib/edit/deployment'
import { titleOf } from '@/lib/edit/titleOf'
import { resourceOf } from '@/lib/topology/document'
import { useForm } from '../formContext'
import type { TableProps } from '../tables'
import { Value } from '../Value'
import { methodShape } from './methodShape'

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY']

/** Every method of an API with its integration; what is saved counts once it is deployed. */
export function MethodsTable({ path }: TableProps) {
  const { store } = useEditing()
  const { document, id, put, readOnly } = useForm()
  const [at, setAt] = useState('/')
  const [verb, setVerb] = useState('GET')
  const api = resourceOf(document, id, 'restApi')
  if (!api) return null
  const rows = Object.entries(api.resources)
    .flatMap(([key, each]) =>
      Object.entries(each.methods).map(([name, method]) => ({ key, name, path: each.path, method })),
    )
    .sort((a, b) => a.path.localeCompare(b.path))
  const stages = Object.keys(api.stages).flatMap((stage) => deployment(document, id, stage) ?? [])
  const waiting = Object.keys(api.stages).length === 0 ? [deployment(document, id)] : stages
  const add = () => {
    const value = {
      authorizationType: 'NONE',
      integration: { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode": 200}' } },
    }
    const label = `Add ${verb} ${at} to ${titleOf(document, id)}`
    make(store, { label, patch: putMethod(id, api, at, verb, value) })
  }
  const taken = rows.some((row) => row.path === at && row.name === verb)
  return (
    <div className="flex flex-col gap-1.5">
      {rows.map((row) => (
        <details key={`${row.key} ${row.name}`} className="rounded-control border border-line px-2 py-1">
          <summary className="min-h-6">
            <code className="text-[12px]">
              <span className="text-ink3">{row.name}</span> {row.path}
            </code>{' '}
            <span className="text-fact text-ink2">
              {[row.method.integration?.type, row.method.integration?.connection].filter(Boolean).join(' · ')}
            </span>
          </summary>
          <Value shape={methodShape} value={row.method} path={[...path, row.key, 'methods', row.name]} />
          {!readOnly && (
            <Button look="bare" onClick={() => put([...path, row.key, 'methods', row.name], undefined)}>
              Take {row.name} {row.path} away
            </Button>
          )}
        </details>
      ))}
      {!readOnly && (
        <div className="flex gap-1">
          <select
            aria-label="Method to add"
            className="h-7 rounded-control border border-line2 bg-sunken px-1 font-mono text-[12px]"
            value={verb}
            onChange={(event) => setVerb(event.target.value)}
          >
            {verbs.map((word) => (
              <option key={word}>{word}</option>
            ))}
          </select>
          <input
            aria-label="Path to add"
            className="h-7 min-w-0 flex-1 rounded-control border border-line2 bg-sunken px-2 font-mono text-[12px]"
            value={at}
            onChange={(event) => setAt(event.target.value)}
          />
          <Button disabled={!at.startsWith('/') || taken} onClick={add}>
            Add
          </Button>
        </div>
      )}
      {!readOnly &&
        waiting.map(
          (change) =>
            change && (
              <p key={change.label} className="flex items-center gap-2 text-fact text-ink2">
                <span className="flex-1">What is saved differs from what the stage serves.</span>
                <Button onClick={() => make(store, change)}>{change.label}</Button>
              </p>
            ),
        )}
    </div>
  )
}
