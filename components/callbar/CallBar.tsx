'use client'

import { useRef, useState } from 'react'
import { curlOf } from '@/components/editor/curlOf'
import type { CallableUrl } from '@/components/editor/desk'
import { useEditing, useEditorState } from '@/components/editor/Editing'
import { CopyButton } from '@/components/ui/CopyButton'
import type { Invocation } from '@/lib/invocation/invocation'
import { HeaderChips } from './HeaderChips'
import { MethodMenu } from './MethodMenu'
import { Remarks } from './Remarks'
import { UrlField } from './UrlField'
import { VantageMenu } from './VantageMenu'

/** The address bar of a request: where it starts, its method, its URL, what goes along. */
export function CallBar() {
  const { store, desk } = useEditing()
  const document = useEditorState((state) => state.document)
  const call = useEditorState((state) => state.call)
  const [remarks, setRemarks] = useState<string[]>([])
  // The call that Escape returns to: the one that stood here when typing began.
  const kept = useRef<Invocation>(undefined)

  if (!call) return <div className="h-8 min-w-0 flex-1 rounded-control border border-line2 bg-sunken" />

  const change = (next: Invocation) => {
    setRemarks([])
    store.getState().setCall(next)
  }

  const command = async (text: string) => {
    const { parseCall } = await import('@/lib/invocation/curl/parse')
    const parsed = parseCall(text, { vantage: call.vantage })
    if (!parsed.ok) {
      setRemarks([parsed.says])
      return false
    }
    store.getState().setCall(parsed.invocation)
    kept.current = parsed.invocation
    setRemarks(parsed.remarks.map((remark) => remark.says))
    return true
  }

  return (
    <div className="relative flex h-8 min-w-0 flex-1 rounded-control border border-line2 bg-panel focus-within:border-accent">
      <VantageMenu document={document} vantage={call.vantage} onVantage={(vantage) => change({ ...call, vantage })} />
      <MethodMenu method={call.method} onMethod={(method) => change({ ...call, method })} />
      <UrlField
        url={call.url}
        onStart={() => {
          kept.current = call
        }}
        onUrl={(url) => change({ ...call, url })}
        onCommand={command}
        onRestore={() => {
          if (kept.current) change(kept.current)
        }}
        forms={async () => {
          const found = await desk.current?.ask('urls', document, { vantage: call.vantage, caller: 'curl' })
          return offered(found ?? [], call.url)
        }}
        onForm={(form) => change(form.call)}
      />
      <div className="flex shrink-0 items-center gap-0.5 pr-1">
        <HeaderChips call={call} onCall={change} />
        <CopyButton text={() => curlOf(call)} label="Copy curl" />
      </div>
      <Remarks remarks={remarks} onClose={() => setRemarks([])} />
    </div>
  )
}

/** All ways to make the call that stands here, what works first; of every other method the best way only. */
function offered(urls: CallableUrl[], url: string): CallableUrl[] {
  const present = urls.find((each) => each.url === url)
  const same = (each: CallableUrl) =>
    present === undefined ||
    (each.api === present.api &&
      each.path === present.path &&
      each.method === present.method &&
      each.stage === present.stage)
  const here = urls.filter(same).sort((a, b) => rank(a) - rank(b))
  return [...here, ...urls.filter((each) => !same(each) && each.best)]
}

const rank = ({ works, best }: CallableUrl) => (best ? 0 : works === true ? 1 : works === 'unknown' ? 2 : 3)
