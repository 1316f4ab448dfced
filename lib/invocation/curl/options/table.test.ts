import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { effects } from '../effects'
import { awscurlOptions, curlOptions } from './table'

const help = spawnSync('curl', ['--help', 'all'], { encoding: 'utf8' }).stdout ?? ''

describe("curl's options", () => {
  test.skipIf(help === '')('are those of the curl installed here, with and without values alike', () => {
    const ours = new Map(curlOptions.map((o) => [o.long, o]))
    for (const line of help.split('\n')) {
      const [, short, long, value] = /^ (?:-(.), | {4})--(\S+) ?(<|\[)?/.exec(line) ?? []
      if (long === undefined || long === 'help') continue
      // `--no-buffer` and the like are listed by the switch that they turn off.
      const known = ours.get(long) ?? ours.get(long.replace(/^no-/, ''))
      expect(known, long).toBeDefined()
      expect([long, known?.takesValue, known?.short]).toEqual([long, value !== undefined, short])
    }
  })

  test('each that shapes a call has its effect, and no letter or name stands twice', () => {
    for (const option of [...curlOptions, ...awscurlOptions])
      if (option.sort === 'shaping' && option.long !== 'next') expect(effects.has(option.long), option.long).toBe(true)
    for (const table of [curlOptions, awscurlOptions]) {
      const names = table.flatMap((o) => [o.long, ...(o.short === undefined ? [] : [o.short])])
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
