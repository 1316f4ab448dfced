import { useEditorState } from '@/components/editor/Editing'
import { titleOf } from '@/components/outline/tree'
import { CopyButton } from '@/components/ui/CopyButton'
import { Mark } from '@/components/ui/Mark'
import { fieldTitle } from '@/lib/edit/fields/fieldTitle'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { Plain } from '../Sentence'
import AtTheCaller from './AtTheCaller'
import { fieldWords, type HowTo, howTos, isSeenByCaller } from './howTo'

interface Props {
  document: TopologyDocument
  trace: Trace
  onField: (resource: string, path: string) => void
}

/** What is missing, one fact after another: who settles it, and how. */
export default function Settle({ document, trace, onField }: Props) {
  const readOnly = useEditorState((state) => state.readOnly)
  const gaps = howTos(document, trace)
  return (
    <section aria-label="What settles it" className="flex flex-col gap-2.5">
      {gaps.length > 0 && (
        <h4 className="text-label text-ink2">
          {gaps.length === 1 ? 'One fact settles it' : `${gaps.length} facts are missing`}
        </h4>
      )}
      <ul className="flex flex-col gap-2.5">
        {gaps.map((each) => (
          <Gap
            key={`${each.gap.resource} ${each.gap.path} ${each.gap.ask}`}
            document={document}
            howTo={each}
            onField={onField}
          />
        ))}
      </ul>
      {!readOnly && isSeenByCaller(document, trace) && <AtTheCaller document={document} call={trace.invocation} />}
    </section>
  )
}

interface GapProps {
  document: TopologyDocument
  howTo: HowTo
  onField: (resource: string, path: string) => void
}

function Gap({ document, howTo: { gap, who, how, permission, field }, onField }: GapProps) {
  return (
    <li className="flex gap-2">
      <span className="mt-[3px]">
        <Mark status="unknown" size={13} silent />
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium">
          <Plain text={gap.ask} />
        </p>
        <p className="text-ink2">{`${who}: ${how}`}</p>
        {permission !== undefined && (
          <p className="flex flex-wrap items-center gap-1">
            <code className="text-id">{permission}</code>
            <CopyButton text={permission} label={`Copy ${permission}`} />
          </p>
        )}
        {field && (
          <button
            type="button"
            className="self-start text-left text-label text-accent hover:underline"
            onClick={() => onField(field.resource, field.path)}
          >
            {`Open ${nameOf(fieldWords(gap))} of ${titleOf(document, field.resource)}`}
          </button>
        )}
      </div>
    </li>
  )
}

const nameOf = (words: string) => (words === '' ? 'the fields' : words.includes(' ') ? words : fieldTitle(words))
