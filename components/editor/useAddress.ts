import { useEffect } from 'react'
import { printCurl } from '@/lib/invocation/curl/print'
import { readAddress, writeAddress } from './address'
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
    const stop = store.subscribe((now, before) => {
      first ??= now.call
      if (!differs(now, before)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        const { selected, tab, call, hop, past, future } = store.getState()
        const changed = past.length + future.length > 0
        const said = call !== undefined && (written || changed || call !== first)
        history.replaceState(
          null,
          '',
          location.pathname +
            writeAddress({
              ...(selected === undefined ? {} : { node: selected }),
              tab,
              ...(said ? { from: call.vantage, call: printCurl(call, { shell: 'bash', oneLine: true }) } : {}),
              ...(hop === undefined ? {} : { hop }),
            }),
        )
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
