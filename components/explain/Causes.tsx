import { CommandBlock } from '@/components/inspector/fixes/CommandBlock'
import { Plain } from '@/components/inspector/Sentence'
import { titleOf } from '@/components/outline/tree'
import { Button } from '@/components/ui/Button'
import { HopBadge } from '@/components/ui/HopBadge'
import type { Cause, CauseVerdict, ExplainedCall } from '@/lib/explain/explanation'
import type { TopologyDocument } from '@/lib/topology/document'
import { NextStep } from './NextStep'
import { nextStep } from './steps'
import { causeTitle, verdictWords } from './words'

interface Props {
  call: ExplainedCall
  document: TopologyDocument | undefined
  onShow: ((cause: Cause) => void) | undefined
  onAnswer: (command: string, output: string) => void
}

const looks = {
  certain: 'bg-ink text-panel',
  likely: 'border border-ink2 text-ink',
  possible: 'border border-line2 text-ink3',
} satisfies Record<CauseVerdict, string>

/** The causes that are left, best first: the first with the command to run now, the others with what proves them. */
export function Causes({ call: { causes }, document, onShow, onAnswer }: Props) {
  const step = nextStep(causes)
  if (!step) return null
  return (
    <section aria-label="Causes that are left">
      <h3 className="mb-1 text-label text-ink2">
        {causes.length === 1 ? 'The cause that is left' : `The ${causes.length} causes that are left, best first`}
      </h3>
      <ol className="divide-y divide-line rounded-panel border border-line bg-raised">
        {causes.map((cause, at) => (
          <li key={cause.id} className="flex flex-col gap-1.5 px-3 py-2.5">
            <div className="flex items-center gap-2">
              <span
                className={`inline-flex h-[18px] items-center rounded-bar px-1.5 text-caption ${looks[cause.verdict]}`}
              >
                {verdictWords[cause.verdict]}
              </span>
              <span className="min-w-0 flex-1 font-medium">{causeTitle(cause.id)}</span>
              <a
                href={cause.docs}
                target="_blank"
                rel="noreferrer"
                className="text-label text-accent hover:underline"
                aria-label={`What AWS says about: ${causeTitle(cause.id)}`}
              >
                AWS
              </a>
            </div>
            <p className="break-words">
              <Plain text={cause.sentence} />
            </p>
            {document && onShow && cause.resource !== undefined && document.resources[cause.resource] && (
              <Button className="self-start" onClick={() => onShow(cause)}>
                {cause.at && <HopBadge n={cause.at.n} status="unchecked" />}
                {`Show ${titleOf(document, cause.resource)}`}
              </Button>
            )}
            {at === 0 ? (
              <NextStep key={step.command} step={step} of={causes.length} onAnswer={onAnswer} />
            ) : (
              <Proof cause={cause} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Proof({ cause: { tellApart } }: { cause: Cause }) {
  return (
    <details>
      <summary className="rounded-bar text-ink2 hover:text-ink">The fact that proves it</summary>
      <div className="mt-1.5 flex flex-col gap-1.5">
        <CommandBlock title="bash" label="the command that proves it" command={tellApart.command} />
        <p>
          <span className="text-ink3">If it is this cause: </span>
          <Plain text={tellApart.ifSo} />
        </p>
        <p>
          <span className="text-ink3">If not: </span>
          <Plain text={tellApart.ifNot} />
        </p>
      </div>
    </details>
  )
}
