import 'server-only'
import { dataFolder } from './dataFolder'
import { openStore, type Store } from './store'

declare global {
  // Pages, actions and instrumentation are bundled apart: only globalThis is common to them.
  var throughlineStore: Promise<Store> | undefined
}

/** The one store of this server process. */
export function serverStore(): Promise<Store> {
  globalThis.throughlineStore ??= openStore(dataFolder()).catch((error: unknown) => {
    // The next request tries again.
    globalThis.throughlineStore = undefined
    throw error
  })
  return globalThis.throughlineStore
}
