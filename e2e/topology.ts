import { test as base } from '@playwright/test'
import { openStore, type Store } from '@/lib/store/store'
import { createTopology } from '@/lib/store/topologies'
import { buildTemplate, type TemplateOptions } from '@/lib/templates/build'
import { testPlace } from './place'

interface Fixtures {
  /** Makes a topology of the test's own from a template and answers with its address. */
  fromTemplate: (name: string, options?: TemplateOptions) => Promise<string>
}

export const test = base.extend<Fixtures, { store: Store }>({
  store: [
    // Playwright reads the names of what a fixture needs from this pattern, and wants one.
    async ({ playwright: _playwright }, use) => {
      const store = await openStore(testPlace.data)
      await use(store)
      await store.close()
    },
    { scope: 'worker' },
  ],
  fromTemplate: async ({ store }, use) => {
    await use(async (name, options) => {
      const { id } = await createTopology(store, { document: buildTemplate(name, options), owner: 'test' })
      return `/t/${id}`
    })
  },
})

export { expect } from '@playwright/test'
