import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the page, or in one part of it: each look at a whole editor takes seconds. */
export async function violations(page: Page, part?: string): Promise<string[]> {
  const look = new AxeBuilder({ page })
  const { violations: found } = await (part === undefined ? look : look.include(part)).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
}
