import type { CanvasHandle } from '@/components/canvas/Canvas'
import { switchTheme } from '@/components/theme/theme'
import { copyText } from '@/components/ui/copyText'
import { openTab, selectDeciding, selectResource, walkHops } from './actions'
import { curlOf } from './curlOf'
import { propose } from './propose'
import type { EditorStore } from './store'

/** Something that a key or the palette does. */
export interface Command {
  title: string
  /** As on the keyboard: `mod` is ⌘ on a Mac, Ctrl elsewhere. */
  keys?: string
  group: 'Call' | 'View' | 'Edit' | 'Panels'
  run: () => void
}

export interface Reach {
  store: EditorStore
  canvas: { current: CanvasHandle | null }
}

/** Every command that is not about one resource, in the order of the list of keys. */
export function commandsOf({ store, canvas }: Reach): Command[] {
  const state = () => store.getState()
  const step = (title: string, n: number): Command => ({
    title,
    keys: String(n),
    group: 'Panels',
    run: () => openTab(store, n),
  })
  return [
    { title: 'Explain an error', keys: 'e', group: 'Call', run: () => store.setState({ dialog: 'explain' }) },
    { title: 'Edit the call', keys: 'u', group: 'Call', run: () => focusOn('call-url') },
    { title: 'Copy curl', keys: 'y', group: 'Call', run: () => copyCurl(store) },
    { title: 'Previous hop', keys: '[', group: 'Call', run: () => walkHops(store, -1) },
    { title: 'Next hop', keys: ']', group: 'Call', run: () => walkHops(store, 1) },
    { title: 'Go to the deciding hop', keys: '.', group: 'Call', run: () => selectDeciding(store) },
    { title: 'Find a resource', keys: '/', group: 'View', run: () => openOutline(store) },
    { title: 'Commands', keys: 'mod+k', group: 'View', run: () => store.setState({ dialog: 'palette' }) },
    { title: 'Fit everything', keys: 'f', group: 'View', run: () => canvas.current?.fit() },
    { title: 'Fit the path', keys: 'shift+f', group: 'View', run: () => canvas.current?.fitPath() },
    { title: 'Only this call', keys: 'o', group: 'View', run: () => store.setState({ onlyCall: !state().onlyCall }) },
    { title: 'Light or dark', group: 'View', run: switchTheme },
    { title: 'Select nothing', keys: 'escape', group: 'View', run: () => selectResource(store, undefined) },
    { title: 'Undo', keys: 'mod+z', group: 'Edit', run: () => state().undo() },
    { title: 'Redo', keys: 'shift+mod+z', group: 'Edit', run: () => state().redo() },
    ...(state().readOnly ? [] : drawing(store)),
    ...(state().readOnly
      ? []
      : [{ title: 'Tidy the layout', group: 'Edit' as const, run: () => canvas.current?.tidy() }]),
    step('Overview', 1),
    step('Invoke', 2),
    step('Policies', 3),
    step('Methods', 4),
    step('Fields', 5),
    { title: 'Outline', keys: '\\', group: 'Panels', run: () => state().show('left') },
    { title: 'Findings', group: 'Panels', run: () => openFindings(store) },
    { title: 'Inspector', keys: 'shift+\\', group: 'Panels', run: () => state().show('right') },
    { title: 'Trace', keys: 't', group: 'Panels', run: () => state().show('strip') },
    { title: 'List of keys', keys: '?', group: 'Panels', run: () => store.setState({ dialog: 'keys' }) },
  ]
}

/** What is drawn with keys: the dialogs of `components/palette` ask for the rest. */
function drawing(store: EditorStore): Command[] {
  const chosen = (run: (id: string) => void) => () => {
    const { selected } = store.getState()
    if (selected === undefined) store.setState({ notice: 'Nothing is selected: choose a node first.' })
    else run(selected)
  }
  const add = () => {
    const { selected } = store.getState()
    propose(store, { what: 'add', ...(selected === undefined ? {} : { into: selected }) })
  }
  const all: [title: string, keys: string | undefined, run: () => void][] = [
    ['Add a resource', 'a', add],
    ['Connect the chosen node', 'c', chosen((from) => propose(store, { what: 'connect', from }))],
    ['Move the chosen node to another VPC or subnet', 'shift+m', chosen((id) => propose(store, { what: 'move', id }))],
    ['Delete the chosen node', 'delete', chosen((id) => propose(store, { what: 'delete', ids: [id] }))],
    ['Copy the chosen node', undefined, chosen((id) => void clipboard().then(({ copy }) => copy(store, [id])))],
    [
      'Duplicate the chosen node',
      'shift+d',
      chosen((id) => void clipboard().then(({ double }) => double(store, [id]))),
    ],
    ['Duplicate everything', undefined, () => void clipboard().then(({ double }) => double(store, undefined))],
    [
      'Deploy what is saved',
      undefined,
      () => void import('@/components/palette/deploySaved').then(({ deploySaved }) => deploySaved(store)),
    ],
    ['Search and replace', undefined, () => propose(store, { what: 'replace' })],
    ['Steps', 's', () => propose(store, { what: 'history' })],
  ]
  return all.map(([title, keys, run]) => ({ title, ...(keys === undefined ? {} : { keys }), group: 'Edit', run }))
}

const clipboard = () => import('@/components/palette/clipboard')

const focusOn = (id: string) => document.getElementById(id)?.focus()

/** The search field may stand in a folded panel: it is there after the next render. */
function openOutline(store: EditorStore) {
  store.getState().show('left', true)
  requestAnimationFrame(() => focusOn('outline-search'))
}

function openFindings(store: EditorStore) {
  const { show, findings } = store.getState()
  show('left', true)
  store.setState(
    findings?.findings.length || findings?.suppressed.length
      ? { left: 'findings' }
      : { notice: 'The rules find nothing to remark on this topology.' },
  )
}

function copyCurl(store: EditorStore) {
  const { call } = store.getState()
  if (!call) return
  void copyText(curlOf(call)).then(() => store.setState({ notice: 'The curl command is copied.' }))
}
