import ELK from 'elkjs/lib/elk.bundled.js'
import { describe, expect, it } from 'vitest'
import { templates } from '@/lib/templates'
import { buildTemplate } from '@/lib/templates/build'
import { graphOf } from '../model/graph'
import { layOut } from './layOut'

describe('the layouts that templates bring along', () => {
  it.each(templates.map((t) => t.name))('%s: what the engine gives today (else run bin/layouts.mjs)', async (name) => {
    const document = buildTemplate(name)
    expect(document.layout).toEqual(await layOut(graphOf(document), new ELK()))
  })
})
