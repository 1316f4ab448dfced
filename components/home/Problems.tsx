import { Button } from '@/components/ui/Button'
import { Mark } from '@/components/ui/Mark'

export interface Problem {
  path: string
  message: string
  suggestion?: string
}

interface Refusal {
  message: string
  details?: unknown
}

/** What the server found wrong, each with its place in the file; its one sentence where there is no list. */
export function problemsOf({ message, details }: Refusal): Problem[] {
  const listed = Array.isArray(details) ? details.filter(isProblem) : []
  return listed.length > 0 ? listed : [{ path: '', message }]
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'path' in value && 'message' in value

/** A suggestion is a word that was meant, or a whole sentence. */
const suggested = (text: string) => (/\s/.test(text) ? text : `The nearest is “${text}”.`)

/** A dialog over the page, so that a long list stays readable. */
export function Problems({ file, problems, onClose }: { file: string; problems: Problem[]; onClose: () => void }) {
  return (
    <dialog
      ref={(dialog) => {
        if (dialog && !dialog.open) dialog.showModal()
      }}
      aria-labelledby="problems"
      className="m-auto w-[min(640px,92vw)] rounded-panel border border-line bg-raised p-0 text-ink shadow-hovercard backdrop:bg-canvas/70"
      onClose={onClose}
    >
      <h2 id="problems" className="flex items-center gap-2 px-4 pt-3.5 text-section">
        <Mark status="blocked" size={15} silent />
        {file} is no topology
      </h2>
      <p className="px-4 text-ink2">Nothing was changed. Mend these places and upload it again.</p>
      <ul className="m-4 max-h-[50vh] divide-y divide-line overflow-y-auto rounded-panel border border-line bg-sunken">
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.message}`} className="px-3 py-2">
            {problem.path !== '' && <code className="block text-id break-all text-ink2">{problem.path}</code>}
            {problem.message}
            {problem.suggestion !== undefined && <span className="text-ink2"> {suggested(problem.suggestion)}</span>}
          </li>
        ))}
      </ul>
      <p className="flex justify-end px-4 pb-4">
        <Button look="ink" onClick={onClose}>
          Close
        </Button>
      </p>
    </dialog>
  )
}
