import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { load } from '@/app/t/[id]/actions'
import { writeAddress } from '@/components/editor/address'
import { curlOf } from '@/components/editor/curlOf'
import { Button } from '@/components/ui/Button'
import type { Cause, ExplainedCall } from '@/lib/explain/explanation'
import type { Holding } from '@/lib/store/holding'
import type { TopologyDocument } from '@/lib/topology/document'
import { Empty } from './Empty'
import { ExplainFrame } from './ExplainFrame'
import { Explanation } from './Explanation'
import { answered, nothing } from './pasted'
import { useReading } from './reading'
import { useMatches } from './useMatches'

/** Explains a failed call with no topology open: what the paste names finds the one that it is about. */
export default function ExplainAnywhere({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const [pasted, setPasted] = useState(nothing)
  const [named, setNamed] = useState<string[]>()
  const matches = useMatches(named)
  const [chosen, setChosen] = useState<string>()
  const about = matches?.find(({ id }) => id === chosen) ?? matches?.[0]
  const document = useDocument(about?.id)
  const { read, failed } = useReading(pasted.raw, { document, call: undefined })
  useEffect(() => setNamed(read?.identifiers), [read])

  const open = async ({ traced }: ExplainedCall, cause?: Cause) => {
    if (!about) return
    const [first] = traced ?? []
    const address = writeAddress({
      ...(cause?.resource === undefined ? {} : { node: cause.resource }),
      ...(first ? { from: first.call.vantage, call: await curlOf(first.call) } : {}),
      ...(cause?.at ? { hop: cause.at.n } : {}),
    })
    router.push(`/t/${about.id}${address}`)
  }

  return (
    <ExplainFrame
      pasted={pasted}
      onPasted={setPasted}
      onClose={onClose}
      about={named && named.length > 0 && <About matches={matches} about={about} named={named} onChoose={setChosen} />}
    >
      {failed !== undefined && <p className="text-fail">{`The text could not be read: ${failed}`}</p>}
      {!read && failed === undefined && <Empty />}
      {read && (
        <Explanation
          calls={read.calls}
          document={document}
          onShow={about && ((call, cause) => void open(call, cause))}
          onAnswer={(command, output) => setPasted(answered(pasted, command, output))}
          actions={(call) =>
            about &&
            call.traced?.[0] && (
              <Button look="ink" className="self-start" onClick={() => void open(call)}>
                {`Use this request in ${about.name}`}
              </Button>
            )
          }
        />
      )}
    </ExplainFrame>
  )
}

interface AboutProps {
  matches: Holding[] | undefined
  about: Holding | undefined
  named: string[]
  onChoose: (id: string) => void
}

/** Which topology the paste is about, and on what ground. */
function About({ matches, about, named, onChoose }: AboutProps) {
  if (!matches) return null
  if (!about)
    return (
      <p className="text-ink2">{`No topology here holds what this text names: ${named.slice(0, 4).join(', ')}. The causes are those that fit the text alone.`}</p>
    )
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-label text-ink2">It is about</legend>
      {matches.map(({ id, name, holds }) => (
        <label key={id} className="flex min-h-6 items-center gap-2">
          <input
            type="radio"
            name="about"
            className="size-4 accent-accent"
            checked={id === about.id}
            onChange={() => onChoose(id)}
          />
          <span className="min-w-0 flex-1 break-words">{name}</span>
          <span className="text-fact text-ink3">{`holds ${Math.ceil(holds)} of ${named.length}`}</span>
        </label>
      ))}
    </fieldset>
  )
}

function useDocument(id: string | undefined): TopologyDocument | undefined {
  const [opened, setOpened] = useState<{ id: string; document: TopologyDocument }>()
  useEffect(() => {
    if (id === undefined) return
    let gone = false
    void load({ id }).then((answer) => {
      if (!gone && answer.ok) setOpened({ id, document: answer.data.document })
    })
    return () => {
      gone = true
    }
  }, [id])
  return id !== undefined && opened?.id === id ? opened.document : undefined
}
