import { titleOf } from '@/components/outline/tree'
import type { TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import type { Check } from '@/lib/trace/trace'
import { fieldTitle } from './facts/fieldTitle'

interface Props {
  document: TopologyDocument
  check: Check
  fallback: string
  onField: (resource: string, path: string) => void
}

/** The fields that were read for the answer, each a link to where it stands. */
export function Evidence({ document, check, onField }: Props) {
  if (check.evidence.length === 0) return null
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-label text-ink2">Evidence</h4>
      <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-sunken">
        {check.evidence.map((evidence, at) => (
          <li key={`${evidence.resource} ${evidence.path} ${at}`} className="flex items-start gap-2 px-2.5 py-1.5">
            <div className="min-w-0 flex-1">
              <p className="text-fact text-ink3">
                {`${titleOf(document, evidence.resource)} · ${fieldPath(evidence.path)}`}
              </p>
              <code className="block max-h-32 overflow-y-auto text-id whitespace-pre-wrap break-words">
                {valueText(evidence.value)}
              </code>
            </div>
            <button
              type="button"
              className="shrink-0 text-label text-accent hover:underline"
              aria-label={`Open ${fieldPath(evidence.path)} of ${titleOf(document, evidence.resource)}`}
              onClick={() => onField(evidence.resource, evidence.path)}
            >
              Open
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const fieldPath = (path: string) =>
  keysOf(path)
    .map((key) => (/^\d+$/.test(key) ? key : fieldTitle(key)))
    .join(' › ')

function valueText(value: unknown): string {
  if (value === undefined) return 'not set'
  if (typeof value === 'string') return value
  return JSON.stringify(value, null, 1)
}
