import { titleOf } from '@/components/outline/tree'
import { Scroll } from '@/components/ui/Scroll'
import { fieldTitle } from '@/lib/edit/fields/fieldTitle'
import type { TopologyDocument } from '@/lib/topology/document'
import { keysOf, valueAt } from '@/lib/topology/pointer'
import type { Check } from '@/lib/trace/trace'
import { statementIn } from './policies/deciding'

interface Props {
  document: TopologyDocument
  check: Pick<Check, 'evidence'>
  /** The AWS page of the rule, where it is not named elsewhere. */
  docs?: string
  onField: (resource: string, path: string) => void
}

/** The fields that were read for the answer, each a link to where it stands. */
export function Evidence({ document, check, docs, onField }: Props) {
  const source = docs !== undefined && (
    <a href={docs} target="_blank" rel="noreferrer" className="text-fact text-accent hover:underline">
      What AWS says
    </a>
  )
  if (check.evidence.length === 0) return source && <p>{source}</p>
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between">
        <h4 className="text-label text-ink2">Evidence</h4>
        {source}
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-sunken">
        {check.evidence.map((evidence, at) => (
          <li key={`${evidence.resource} ${evidence.path} ${at}`} className="flex flex-col gap-0.5 px-2.5 py-1.5">
            <div className="flex items-baseline justify-between gap-2">
              <p className="min-w-0 text-fact text-ink3">
                {`${titleOf(document, evidence.resource)} · ${where(evidence)}`}
              </p>
              <button
                type="button"
                className="shrink-0 text-label text-accent hover:underline"
                aria-label={`Open ${fieldPath(evidence.path)} of ${titleOf(document, evidence.resource)}`}
                onClick={() => onField(evidence.resource, evidence.path)}
              >
                Open
              </button>
            </div>
            <Scroll label={`${where(evidence)}, its value`} className="max-h-28">
              <code className="block text-id break-words whitespace-pre-wrap">
                <Whole text={shownValue(document, evidence)} />
              </code>
            </Scroll>
          </li>
        ))}
      </ul>
    </div>
  )
}

const where = ({ path, value }: Check['evidence'][number]) => {
  const index = statementIn(value)
  return index === undefined ? fieldPath(path) : `statement ${index + 1}`
}

/** One field by its title; a path through ids by its keys, as the document spells them. */
const fieldPath = (path: string) => {
  const keys = keysOf(path)
  const [only] = keys
  return keys.length === 1 && only !== undefined ? fieldTitle(only) : keys.join(' › ')
}

/** A policy is shown by the statement that decides, not as a whole. */
function shownValue(document: TopologyDocument, { resource, path, value }: Check['evidence'][number]): string {
  const index = statementIn(value)
  const text = valueAt(document.resources[resource], path)
  if (index !== undefined && typeof text === 'string') return statementText(text, index) ?? valueText(value)
  return valueText(value)
}

/** The parts of a statement that make the difference: its effect and its condition, else whom and what it names. */
function statementText(text: string, index: number): string | undefined {
  try {
    const { Statement } = JSON.parse(text)
    const { Effect, Condition, Principal, Resource } = Array.isArray(Statement) ? Statement[index] : Statement
    if (Condition === undefined)
      return `"Effect": ${json(Effect)}, "Principal": ${json(Principal)},\n"Resource": ${json(Resource)}`
    const tests = Object.entries(Condition).map(([operator, keys]) => {
      const lines = Object.entries(Object(keys)).map(([key, values]) => `  ${json(key)}: ${json(values)}`)
      return ` ${json(operator)}: {\n${lines.join(',\n')} }`
    })
    return `"Effect": ${json(Effect)}, "Condition": {\n${tests.join(',\n')} }`
  } catch {
    return undefined
  }
}

const json = (value: unknown) => JSON.stringify(value)?.replaceAll('","', '",\n   "') ?? ''

function valueText(value: unknown): string {
  if (value === null) return 'no statement matches'
  if (Array.isArray(value) && value.length === 0) return 'none'
  if (value === undefined) return 'not set'
  if (typeof value === 'string') return value
  return JSON.stringify(value, null, 1)
}

/** Words in quotes are not broken: most are ids. */
function Whole({ text }: { text: string }) {
  return text.split(/("[^"\s]{1,40}")/).map((piece, at) => (
    <span key={at} className={at % 2 === 1 ? 'whitespace-nowrap' : ''}>
      {piece}
    </span>
  ))
}
