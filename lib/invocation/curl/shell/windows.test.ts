import { describe, expect, test } from 'vitest'
import { dialectOf, lex } from './dialect'

const words = (text: string) => {
  const { lexed } = lex(text)
  return lexed.ok ? lexed.command.words.map((w) => w.text) : lexed
}

describe('words of PowerShell', () => {
  test.each([
    [`PS C:\\> curl.exe 'https://h/p' \`\n  -H 'Host: it''s'`, ['curl.exe', 'https://h/p', '-H', "Host: it's"]],
    ['PS C:\\> curl.exe "a `"b`" ""c"" `n" # rest', ['curl.exe', 'a "b" "c" \n']],
    ['PS C:\\> & curl.exe -H"x: y" a`&b; ls', ['curl.exe', '-Hx: y', 'a&b']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('variables and expressions are named', () => {
    const { lexed } = lex(
      'curl.exe --user "${env:AK}:$env:SK" @(if ($env:T) { \'-H\', "x: $env:T" }) > out.txt 2>&1 \'u\'',
    )
    if (!lexed.ok) throw new Error(lexed.says)
    expect(lexed.command.words.flatMap((w) => w.expansions.map((e) => e.text))).toEqual([
      '${env:AK}',
      '$env:SK',
      '@(if ($env:T) { \'-H\', "x: $env:T" })',
    ])
    expect(lexed.command.words.map((w) => w.bare === true)).toEqual([false, false, false, true, false])
    expect(lexed.command.redirects.map((r) => r.text)).toEqual(['> out.txt', '2>&1'])
  })
})

describe('words of cmd', () => {
  test.each([
    ['curl ^"https://h/p?a=1^&b=2^" ^\n  -H ^"Host: x^"', ['curl', 'https://h/p?a=1&b=2', '-H', 'Host: x']],
    ['C:\\dir> curl.exe "https://h/p?a=1&b=2" & dir', ['curl.exe', 'https://h/p?a=1&b=2']],
    ['curl -d ^"^{\\^"a\\^":1^}^" x', ['curl', '-d', '{"a":1}', 'x']],
    ['C:\\> curl "a""b" \\\\x\\ "c\\\\"', ['curl', 'a"b', '\\\\x\\', 'c\\']],
  ])('%s', (text, expected) => {
    expect(dialectOf(text)).toBe('cmd')
    expect(words(text)).toEqual(expected)
  })

  test('a quote left open is said', () => {
    expect(lex('C:\\> curl "abc').lexed).toMatchObject({ ok: false, at: 10 })
  })
})

describe('what stands before a command', () => {
  test.each([
    ['[ec2-user@ip-10-0-2-83 workspace]$ curl x', ['curl', 'x']],
    ['    [ec2-user@ip-172-31-42-173 ~]$ curl x', ['curl', 'x']],
    ['$ curl x', ['curl', 'x']],
    ['# curl x', ['curl', 'x']],
    ['ubuntu@host:~/dir$ curl x', ['curl', 'x']],
    ['# HTTP Integration with Proxy Mode\n$ curl x', ['curl', 'x']],
    ['curl x \\\n> -H a', ['curl', 'x', '-H', 'a']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})
