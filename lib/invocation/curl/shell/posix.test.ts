import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lexPosix } from './posix'

const words = (text: string) => {
  const result = lexPosix(text)
  return result.ok ? result.command.words.map((w) => w.text) : result
}

/** The words as a real shell hands them to a program. */
const shellWords = (shell: string, text: string) => {
  const out = execFileSync(shell, ['-c', `set -f; printf '%s\\0' ${text}`], { encoding: 'utf8', cwd: '/tmp' })
  return out.split('\0').slice(0, -1)
}

describe('words of a POSIX shell', () => {
  test.each([
    `a 'b c' "d e" f\\ g`,
    `-H'Host: x' -H"y: z" --data='{"a": "b"}'`,
    `"a \\" \\\\ \\n \\\` b" 'it'\\''s'`,
    'a\\\n  b \\\n  c',
    '"a\\\nb"',
    `'' "" x`,
    `a#b 'c' # the rest is a comment`,
    `"https://h/p?a=1&b=2"`,
    `'{"k":"v\\n"}'`,
  ])('sh agrees on %s', (text) => {
    expect(words(text)).toEqual(shellWords('sh', text))
  })

  test.each([`$'a\\nb\\'c\\\\d\\t'`, `$'\\xe4\\xb8\\xad\\u00e9\\101'`, `x$'\\e[0m'"y"`, `$'a\\zb'`])(
    'bash agrees on %s',
    (text) => {
      expect(words(text)).toEqual(shellWords('bash', text))
    },
  )

  test('sh agrees on whatever is made of quotes, backslashes and blanks', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      ' ',
      '  ',
      '\t',
      "'",
      '"',
      '\\',
      '\\\n',
      '-',
      '=',
      '{',
      '}',
      ':',
      '/',
      '#',
      '%',
      '@',
      '!',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), (pieces) => {
        const text = `x ${pieces.join('')}`
        const ours = lexPosix(text)
        // Only one command: the shell would run a second one.
        fc.pre(ours.ok && ours.command.end === undefined && !text.endsWith('\\'))
        expect(ours.ok && ours.command.words.map((w) => w.text)).toEqual(shellWords('sh', text))
      }),
      { numRuns: 150 },
    )
  })

  test('the first command ends where the shell ends it', () => {
    const read = (text: string) => {
      const result = lexPosix(text)
      return result.ok && [result.command.words.map((w) => w.text), result.command.end]
    }
    expect(read('curl a&b=2')).toEqual([['curl', 'a'], { at: 6, operator: '&' }])
    expect(read('curl a | jq .')).toEqual([['curl', 'a'], { at: 7, operator: '|' }])
    expect(read('\n\ncurl a\n<html>')).toEqual([['curl', 'a'], { at: 8, operator: '\n' }])
    expect(read('curl a && b')).toEqual([['curl', 'a'], { at: 7, operator: '&&' }])
    expect(read('curl a')).toEqual([['curl', 'a'], undefined])
  })

  test('expansions and redirects are named with their positions', () => {
    const result = lexPosix('curl "https://$HOST/$(date)" ${X:+-H} -o ~/f {a,b} 2>/dev/null >out')
    if (!result.ok) throw new Error(result.says)
    const { words: found, redirects } = result.command
    expect(found.flatMap((w) => w.expansions)).toEqual([
      { at: 14, length: 5, text: '$HOST', what: 'variable' },
      { at: 20, length: 7, text: '$(date)', what: 'command' },
      { at: 29, length: 8, text: '${X:+-H}', what: 'variable' },
      { at: 41, length: 1, text: '~', what: 'home' },
      { at: 45, length: 5, text: '{a,b}', what: 'braces' },
    ])
    expect(found.map((w) => w.bare)).toEqual([undefined, undefined, true, undefined, undefined, true])
    expect(redirects.map((r) => r.text)).toEqual(['2>/dev/null', '>out'])
    expect(found[1]).toMatchObject({ at: 5, length: 23, text: 'https://$HOST/$(date)' })
  })

  test.each([
    [`curl 'abc`, 5],
    ['curl "abc', 5],
    ['curl $(abc', 5],
    ["curl $'abc", 5],
    ['curl `abc', 5],
  ])('%s says what is not closed', (text, at) => {
    expect(lexPosix(text)).toMatchObject({ ok: false, at })
  })
})
