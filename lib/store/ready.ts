import type { Store } from './store'

/** Whether the database opens and answers a query. */
export async function isReady(open: () => Promise<Store>): Promise<boolean> {
  try {
    const store = await open()
    await store.db.selectFrom('migration').select('name').limit(1).execute()
    return true
  } catch {
    // Readiness is a yes or no; the first request that needs the store logs why.
    return false
  }
}
