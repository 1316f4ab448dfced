'use client'

import { Flag, ListTree, PanelRight } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useRef } from 'react'
import type { CanvasHandle } from '@/components/canvas/Canvas'
import { Inspector } from '@/components/inspector/Inspector'
import { shownTab } from '@/components/inspector/tabsOf'
import { Outline } from '@/components/outline/Outline'
import { openField, selectResource } from './actions'
import { CanvasArea } from './CanvasArea'
import { curlOf } from './curlOf'
import { Dialogs } from './Dialogs'
import type { UrlsQuestion } from './desk'
import { EditingProvider, useEditing, useEditorState } from './Editing'
import { statusesOf } from './hops'
import { LeftPanel } from './LeftPanel'
import { PaletteArea } from './PaletteArea'
import { SidePanel } from './SidePanel'
import { StripPanel } from './StripPanel'
import { canvasMin, limits, rail, rightKey, roomOf, useSizes, useWindowWidth } from './sizes'
import type { EditorState } from './store'
import { TopBar } from './TopBar'
import { useCopying } from './useCopying'
import type { Editing } from './useEditor'
import { useKeys } from './useKeys'
import { callOf, traceOf, useLater } from './useLater'
import { VerdictAnnouncer } from './VerdictAnnouncer'

/** Only the smallest screens draw it. */
const HopList = lazy(() => import('./HopList'))

interface Props extends Editing {
  user: { name: string; role: string }
}

export function Frame({ user, ...editing }: Props) {
  return (
    <EditingProvider value={editing}>
      <Panels user={user} />
    </EditingProvider>
  )
}

function Panels({ user }: Pick<Props, 'user'>) {
  const { store, desk } = useEditing()
  const document = useEditorState((state) => state.document)
  const trace = useLater(traceOf)
  const call = useLater(callOf)
  const selected = useEditorState((state) => state.selected)
  const hop = useEditorState((state) => state.hop)
  const tab = useEditorState((state) => state.tab)
  const readOnly = useEditorState((state) => state.readOnly)
  const finding = useEditorState((state) => state.finding)
  const count = useEditorState((state) => state.findings?.findings.length ?? 0)
  const [sizes, setSizes] = useSizes()
  const shown = useEditorState((state) => state.shown)
  const left = useEditorState((state) => (state.left === 'findings' ? 'findings' : 'left'))
  const { show } = store.getState()
  const canvas = useRef<CanvasHandle>(null)
  useKeys({ store, canvas })
  useCopying(store)
  const width = useWindowWidth()
  const room = roomOf(width)
  const statuses = useMemo(() => statusesOf(trace), [trace])
  const curl = useMemo(() => call && (() => curlOf(call)), [call])

  const urls = useCallback(
    async (question: UrlsQuestion) => (await desk.current?.ask('urls', document, question)) ?? [],
    [desk, document],
  )

  const pickLeft = (next: EditorState['left']) => store.setState({ left: next })
  const side = rightKey(shownTab(document, selected, tab))
  const rightWidth = Math.min(sizes[side], width - rail - 320)
  const rightRail = room === 'rails'
  const leftRail = rightRail || (shown.right && width - sizes[left] - rightWidth < canvasMin)

  if (room === 'list')
    return (
      <div className="flex h-dvh flex-col">
        <TopBar user={user} titleWidth={Math.max(160, width - 230)} small />
        <Suspense>
          <HopList document={document} trace={trace} />
        </Suspense>
        <VerdictAnnouncer trace={trace} />
      </div>
    )

  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <TopBar user={user} titleWidth={leftRail ? 190 : sizes.left} />
      <div className="relative flex min-h-0 flex-1">
        <SidePanel
          side="left"
          label="Outline"
          rail={leftRail}
          open={shown.left}
          width={sizes[left]}
          limits={limits[left]}
          buttons={[
            { label: 'Outline', icon: ListTree, onPick: left === 'findings' ? () => pickLeft('outline') : undefined },
            ...(count > 0
              ? [
                  {
                    label: `Findings, ${count}`,
                    icon: Flag,
                    count,
                    onPick: left === 'left' ? () => pickLeft('findings') : undefined,
                  },
                ]
              : []),
          ]}
          asked={finding}
          onOpen={(on) => show('left', on)}
          onWidth={(next) => setSizes({ [left]: next })}
        >
          <LeftPanel user={user.name}>
            <div className="flex h-full min-h-0 flex-col">
              <div className="min-h-0 flex-1">
                <Outline
                  document={document}
                  statuses={statuses}
                  selected={selected}
                  width={leftRail ? 240 : sizes.left}
                  onSelect={(resource) => selectResource(store, resource)}
                />
              </div>
              {!readOnly && <PaletteArea />}
            </div>
          </LeftPanel>
        </SidePanel>
        <main className="relative min-w-40 flex-1 bg-canvas">
          <CanvasArea handle={canvas} />
        </main>
        <SidePanel
          side="right"
          label="Inspector"
          rail={rightRail}
          open={shown.right}
          width={rightWidth}
          limits={limits[side]}
          buttons={[{ label: 'Inspector', icon: PanelRight }]}
          onOpen={(on) => show('right', on)}
          onWidth={(next) => setSizes({ [side]: next })}
        >
          <Inspector
            document={document}
            trace={trace}
            call={call}
            selected={selected}
            hop={hop}
            tab={tab}
            statuses={statuses}
            curl={curl}
            urls={urls}
            onTab={(next) => store.getState().setTab(next)}
            onSelect={(resource, n) => selectResource(store, resource, n)}
            onField={(resource, path) => openField(store, resource, path)}
            onCall={(next) => store.getState().setCall(next)}
          />
        </SidePanel>
      </div>
      <StripPanel
        open={shown.strip}
        height={room === 'rails' ? 146 : sizes.trace}
        bars={room === 'rails'}
        curl={curl}
        onOpen={(on) => show('strip', on)}
      />
      <VerdictAnnouncer trace={trace} />
      <Dialogs canvas={canvas} />
    </div>
  )
}
