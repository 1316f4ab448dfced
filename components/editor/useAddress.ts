import { useEffect } from 'react'
import { readAddress, writeAddress } from './address'
import { curlOf } from './curlOf'
import type { EditorState, EditorStore } from './store'

const rest = 200

/** Takes node, tab, hop and call from the address that was opened; the worker reads the call. */
export function useOpenedAddress(store: EditorStore) {
  useEffect(() => {
    const { node, tab, from, call, hop } = readAddress(location.search, location.hash)
    const { document } = store.getState()
    store.setState({
      ...(node !== undefined && document.resources[node] ? { selected: node } : {}),
      ...(tab ? { tab } : {}),
      ...(hop === undefined ? {} : { hop }),
      asked: { ...(from === undefined ? {} : { from }), ...(call === undefined ? {} : { curl: call }) },
    })
  }, [store])
}

/** Keeps the page's address in step, so that it can be reloaded, or sent to a colleague, as it stands. */
export function useAddress(store: EditorStore) {
  useEffect(() => {
    // The opening call goes without saying until something else was called, or the topology changed under it.
    const opening = store.getState().call
    const written = new URLSearchParams(location.search).has('call')
    let timer: ReturnType<typeof setTimeout> | undefined
    let first = opening
    const steps = store.getState().past
    const stop = store.subscribe((now, before) => {
      first ??= now.call
      if (!differs(now, before)) return
      clearTimeout(timer)
      timer = setTimeout(async () => {
        const { selected, tab, call, hop, past } = store.getState()
        const changed = past !== steps
        const said = call !== undefined && (written || changed || call !== first)
        const curl = said ? await curlOf(call) : undefined
        // A newer change writes the address itself.
        if (store.getState().call !== call) return
        const address = writeAddress({
          ...(selected === undefined ? {} : { node: selected }),
          tab,
          ...(said && curl !== undefined ? { from: call.vantage, call: curl } : {}),
          ...(hop === undefined ? {} : { hop }),
        })
        history.replaceState(null, '', `${location.pathname}${address}`)
      }, rest)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store])
}

const differs = (now: EditorState, before: EditorState) =>
  now.selected !== before.selected ||
  now.tab !== before.tab ||
  now.call !== before.call ||
  now.hop !== before.hop ||
  now.past !== before.past
