import { ChevronDown } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { choiceOf } from '@/components/callbar/vantages'
import type { CallableUrl } from '@/components/editor/desk'
import { Icon } from '@/components/icons/Icon'
import { Menu, MenuChoice } from '@/components/ui/Menu'
import { Segmented } from '@/components/ui/Segmented'
import type { Resource } from '@/lib/topology/document'
import type { InspectorProps } from '../Inspector'
import { Command } from './Command'
import { choicesOf, firstChoice, groupsOf, type VantageGroup } from './choices'
import { Downloads } from './Downloads'
import { FormRow } from './FormRow'
import { Parameters } from './Parameters'

interface Props extends InspectorProps {
  id: string
  resource: Resource
}

const callers = [
  { value: 'curl', title: 'curl' },
  { value: 'browser', title: 'Browser' },
] as const
const shells = [
  { value: 'bash', title: 'bash' },
  { value: 'powershell', title: 'PowerShell' },
] as const

/** Every URL of a node, per vantage, each with what must go along and whether it gets through. */
export default function Invoke({ document, id, resource, call, hop, trace, urls, onCall }: Props) {
  const [caller, setCaller] = useState<'curl' | 'browser'>('curl')
  const [shell, setShell] = useState<'bash' | 'powershell'>('bash')
  const [params, setParams] = useState<Record<string, string>>({})
  const [found, setFound] = useState<CallableUrl[]>()
  const [chosen, setChosen] = useState<string>()
  const [preview, setPreview] = useState<CallableUrl>()

  useEffect(() => {
    let gone = false
    const api = resource.kind === 'restApi' ? { api: id } : {}
    void urls({ caller, params, ...api }).then((answer) => {
      if (!gone) setFound(answer.filter((url) => url.api === id || url.resource === id))
    })
    return () => {
      gone = true
    }
  }, [urls, id, resource.kind, caller, params])

  const path = trace?.hops.find((each) => each.n === hop && each.resource === id)?.call.path
  const choices = useMemo(() => choicesOf(found ?? []), [found])
  const first = useMemo(() => firstChoice(found ?? [], path), [found, path])
  const choice = choices.find((each) => each.key === chosen) ?? choices.find((each) => each.key === first)
  const groups = useMemo(() => groupsOf(found ?? [], choice?.key ?? '', call?.vantage), [found, choice, call?.vantage])
  if (!found) return <p className="px-3 py-3 text-ink3">The URLs are being traced.</p>
  if (!choice) return <p className="px-3 py-3 text-ink3">No method of a deployed stage can be called here.</p>

  const shown = groups.flatMap((group) => [...group.forms, ...group.debug])
  const current =
    shown.find((form) => form === preview) ??
    shown.find((form) => form.best && form.vantage === call?.vantage) ??
    shown.find((form) => form.best) ??
    shown[0]
  const commandOf = (form: CallableUrl) => (shell === 'bash' ? form.curl : form.powershell)
  const asked = [...new Map(shown.flatMap((form) => form.standsFor ?? []).map((each) => [each.name, each])).values()]

  return (
    <div className="flex h-full flex-col">
      <div className="flex flex-wrap items-center gap-2 px-3 py-2.5">
        <Menu
          label={`Method ${choice.title}`}
          buttonClass="inline-flex h-7 max-w-72 items-center gap-1.5 rounded-control border border-line2 bg-raised px-2.5 text-label hover:bg-hover"
          button={
            <>
              <code className="truncate text-[12px]">{choice.title}</code>
              <ChevronDown size={12} aria-hidden className="shrink-0 text-ink3" />
            </>
          }
        >
          {choices.map((each) => (
            <MenuChoice
              key={each.key}
              chosen={each.key === choice.key}
              onSelect={() => setChosen(each.key)}
              hint={each.stage}
            >
              <code className="truncate text-[12px]">{each.title}</code>
            </MenuChoice>
          ))}
        </Menu>
        {choice.stage !== undefined && <span className="text-label text-ink2">Stage {choice.stage}</span>}
        <span className="ml-auto flex gap-2">
          <Segmented label="Caller" options={callers} value={caller} onChange={setCaller} />
          {caller === 'curl' && <Segmented label="Shell" options={shells} value={shell} onChange={setShell} />}
        </span>
      </div>
      {asked.length > 0 && <Parameters asked={asked} onChange={setParams} />}
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        {groups.map((group) => (
          <Group
            key={group.vantage}
            group={group}
            document={document}
            current={current}
            commandOf={commandOf}
            onChoose={(form) => {
              setPreview(form)
              onCall(form.call)
            }}
          />
        ))}
        <Downloads document={document} urls={shown} commandOf={commandOf} />
      </div>
      {current && (
        <Command form={current} command={commandOf(current)} vantage={choiceOf(document, current.vantage).name} />
      )}
    </div>
  )
}

interface GroupProps {
  group: VantageGroup
  document: Props['document']
  current: CallableUrl | undefined
  commandOf: (form: CallableUrl) => string
  onChoose: (form: CallableUrl) => void
}

function Group({ group, document, current, commandOf, onChoose }: GroupProps) {
  const { name, place, address, icon } = choiceOf(document, group.vantage)
  const row = (form: CallableUrl) => (
    <FormRow
      key={`${form.form} ${form.curl}`}
      form={form}
      command={commandOf(form)}
      chosen={form === current}
      onChoose={() => onChoose(form)}
    />
  )
  const total = group.forms.length + group.debug.length
  return (
    <section aria-label={`From ${name}`}>
      <h3 className="flex items-center gap-2 border-b border-line bg-sunken px-3 py-1.5">
        <Icon name={icon} size={16} className="shrink-0 text-ink2" />
        <span className="font-semibold">{name}</span>
        <span className="truncate text-ink2">{[address, place].filter(Boolean).join(' · ')}</span>
        <span className="ml-auto shrink-0 text-fact text-ink2">{`${group.works} of ${total} work`}</span>
      </h3>
      <ul>{group.forms.map(row)}</ul>
      {group.debug.length > 0 && (
        <>
          <h4 className="border-b border-line px-3 py-1 text-caption text-ink3">
            For debugging: the certificate is not verified
          </h4>
          <ul>{group.debug.map(row)}</ul>
        </>
      )}
    </section>
  )
}
