import { choiceOf } from '@/components/callbar/vantages'
import { useEditing } from '@/components/editor/Editing'
import { printCurl } from '@/lib/invocation/curl/print'
import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Edit } from '@/lib/topology/patch'
import { CommandBlock } from '../fixes/CommandBlock'
import { Paste } from './Paste'
import { premisesOf } from './premises'
import { Questions } from './Questions'

interface Props {
  document: TopologyDocument
  call: Invocation
}

/** What only the place that calls can tell: its commands to run there, and questions to whoever knows it. */
export default function AtTheCaller({ document, call }: Props) {
  const { store, desk } = useEditing()
  const premises = premisesOf(document, call.vantage)
  const name = choiceOf(document, call.vantage).name
  const keep = (edit: Edit, notice: string) => {
    store.getState().run({ label: edit.label, edit })
    store.setState({ notice })
  }
  return (
    <div className="flex flex-col gap-2.5">
      <h4 className="text-label text-ink2">{`Run at ${name}, and paste what it prints`}</h4>
      <CommandBlock title="Name and connection" label="the commands to run there" command={commandsOf(call)} />
      <Paste
        onRead={async (pasted, on) => {
          const settled = await desk.current?.ask('settle', document, { vantage: call.vantage, pasted, on })
          if (!settled) return 'The page is still loading: try it once more.'
          if (!settled.ok) return settled.says
          keep(settled.edit, settled.says.join(' '))
          return undefined
        }}
      />
      {premises && (
        <Questions
          key={premises.network}
          document={document}
          premises={premises}
          onAnswers={(edit) => keep(edit, `${edit.label}. Undo takes it back.`)}
        />
      )}
    </div>
  )
}

/** Five seconds tell a packet that is dropped from one that is slow. */
function commandsOf(call: Invocation): string {
  const host = /^https?:\/\/(\[[^\]]+\]|[^/?#:]+)/i.exec(call.url)?.[1] ?? ''
  const probe = { ...call, options: { ...call.options, connectTimeout: 5 } }
  return `nslookup ${host}\n${printCurl(probe, { shell: 'bash', oneLine: true }).replace(/^curl /, 'curl -v ')}`
}
