import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Finding } from '@/lib/findings/finding'
import type { Findings } from '@/lib/findings/findings'
import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Edit } from '@/lib/topology/patch'
import type { Fix, Trace } from '@/lib/trace/trace'
import type { Save } from './autosave'
import type { Draft } from './draft'
import type { Mended } from './mend'

export const tabs = ['overview', 'invoke', 'policies', 'methods', 'fields'] as const
export type Tab = (typeof tabs)[number]

/** What one undo takes back: an edit of the document, a change of the call, or both. */
export interface Step {
  label: string
  /** Id of the breakage, where this step broke something on purpose. */
  breakage?: string
  edit?: Edit
  call?: { before: Invocation; after: Invocation }
}

export interface EditorState {
  id: string
  readOnly: boolean
  document: TopologyDocument
  past: Step[]
  future: Step[]
  call: Invocation | undefined
  trace: Trace | undefined
  /** What is known of `trace` beside its verdict; of another trace it says nothing. */
  mended: Mended | undefined
  /** The fixes that were tried last on the drawing, with the step that they are and the document before it. */
  tried: { fixes: Fix[]; step: Step; document: TopologyDocument } | undefined
  /** Why there is no new trace: the worker's own failure, never a verdict. */
  failed: string | undefined
  /** What the address asked to call, until it is read. */
  asked: { from?: string; curl?: string }
  /** Logical id of the selected resource; `hop` says which of its hops, where the call passes it more than once. */
  selected: string | undefined
  hop: number | undefined
  tab: Tab
  onlyCall: boolean
  save: Save
  shown: { left: boolean; right: boolean; strip: boolean }
  /** What the left panel shows. */
  left: 'outline' | 'findings'
  /** What the rules remark; undefined until they have looked for the first time. */
  findings: Findings | undefined
  /** The finding that is opened in the panel: the canvas shows it beside its node. */
  finding: Finding | undefined
  dialog: 'palette' | 'keys' | 'explain' | 'draft' | undefined
  /** What is about to be drawn, while a dialog asks for the rest of it. */
  draft: Draft | undefined
  /** A failure that was pasted onto the page, until the dialog that explains it takes it. */
  pasted: string
  /** The next answer leads to the hop that decides it. */
  follow: boolean
  /** One line to be read once. */
  notice: string | undefined
  /** What was changed last, for a screen reader. */
  changed: string | undefined

  run(step: Step): void
  /** The first layout of a document that had none: no step of anybody, kept along with the first edit. */
  settle(layout: Edit): void
  undo(): void
  /** Takes back what was broken last, also where other steps came after it. */
  mend(): void
  redo(): void
  /** Undoes or redoes until this many steps are done. */
  jump(to: number): void
  setCall(call: Invocation): void
  select(resource: string | undefined, hop?: number): void
  setTab(tab: Tab): void
  show(panel: keyof EditorState['shown'], on?: boolean): void
}

export type EditorStore = StoreApi<EditorState>

export interface Opening {
  id: string
  readOnly: boolean
  document: TopologyDocument
  past?: Step[]
  call?: Invocation
  trace?: Trace
  asked?: { from?: string; curl?: string }
  selected?: string
  hop?: number
  tab?: Tab
}

/** `send` takes every edit that must reach the server, in order: undo and redo are edits too. */
export function createEditorStore(opening: Opening, send: (edit: Edit) => void): EditorStore {
  let layout: Edit | undefined
  const keep = (edit: Edit) => {
    if (layout) send(layout)
    layout = undefined
    send(edit)
  }
  return createStore<EditorState>()((set, get) => ({
    id: opening.id,
    readOnly: opening.readOnly,
    document: opening.document,
    past: opening.past ?? [],
    future: [],
    call: opening.call,
    trace: opening.trace,
    mended: undefined,
    tried: undefined,
    failed: undefined,
    asked: opening.asked ?? {},
    selected: opening.selected,
    hop: opening.hop,
    tab: opening.tab ?? 'overview',
    onlyCall: false,
    save: { word: 'saved' },
    shown: { left: true, right: true, strip: true },
    left: 'outline',
    findings: undefined,
    finding: undefined,
    dialog: undefined,
    pasted: '',
    follow: false,
    notice: undefined,
    changed: undefined,
    draft: undefined,

    run(step) {
      const changes = step.edit !== undefined && step.edit.patch.length > 0
      if (!changes && !step.call) return
      set((state) => ({ ...forward(state, step), past: [...state.past, step].slice(-200), future: [] }))
      if (changes && step.edit) keep(step.edit)
    },
    settle(edit) {
      layout = edit
      set((state) => ({ document: applyPatch(state.document, edit.patch) }))
    },
    undo() {
      const step = get().past.at(-1)
      if (!step) return
      set((state) => ({
        ...backward(state, step),
        past: state.past.slice(0, -1),
        future: [...state.future, step],
        changed: `Undone: ${step.label}`,
      }))
      if (step.edit) keep(inverseOf(step.edit))
    },
    mend() {
      const { past, undo, run } = get()
      const at = past.findLastIndex((step) => step.breakage !== undefined)
      const step = past[at]
      if (!step) return
      if (at === past.length - 1) return undo()
      const { breakage: _mended, ...plain } = step
      set({ past: past.with(at, plain) })
      run({
        label: `Undo: ${step.label}`,
        ...(step.edit ? { edit: inverseOf(step.edit) } : {}),
        ...(step.call ? { call: { before: step.call.after, after: step.call.before } } : {}),
      })
    },
    redo() {
      const step = get().future.at(-1)
      if (!step) return
      set((state) => ({
        ...forward(state, step),
        past: [...state.past, step],
        future: state.future.slice(0, -1),
        changed: `Done again: ${step.label}`,
      }))
      if (step.edit) keep(step.edit)
    },
    jump(to) {
      const wanted = Math.max(0, Math.min(to, get().past.length + get().future.length))
      while (get().past.length > wanted) get().undo()
      while (get().past.length < wanted) get().redo()
    },
    setCall: (call) => set({ call }),
    select: (selected, hop) => set({ selected, hop }),
    setTab: (tab) => set({ tab }),
    show: (panel, on) => set(({ shown }) => ({ shown: { ...shown, [panel]: on ?? !shown[panel] } })),
  }))
}

type Changed = Pick<EditorState, 'document' | 'call'>

const forward = (state: EditorState, step: Step): Changed => ({
  document: step.edit ? applyPatch(state.document, step.edit.patch) : state.document,
  call: step.call ? step.call.after : state.call,
})

const backward = (state: EditorState, step: Step): Changed => ({
  document: step.edit ? applyPatch(state.document, step.edit.inverse) : state.document,
  call: step.call ? step.call.before : state.call,
})

const inverseOf = (edit: Edit): Edit => ({
  label: `Undo: ${edit.label}`,
  patch: edit.inverse,
  inverse: edit.patch,
  source: edit.source,
})
