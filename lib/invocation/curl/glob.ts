export type Globbed = { ok: true; url: string; several: boolean } | { ok: false; says: string }

/**
 * curl reads `{a,b}` and `[1-3]` in a URL as a list of URLs (https://everything.curl.dev/cmdline/globbing.html). The
 * first of them is the call.
 */
export function firstOfGlob(url: string): Globbed {
  let out = ''
  let several = false
  for (let i = 0; i < url.length; i++) {
    const char = url[i] ?? ''
    if (char === '\\' && /[{}[\]]/.test(url[i + 1] ?? '')) out += url[++i]
    else if (char === '{') {
      const set = /^\{([^{}]+)\}/.exec(url.slice(i))
      if (!set)
        return { ok: false, says: 'curl takes { as the head of a list and finds no end of it; -g turns that off.' }
      out += set[1]?.split(',')[0] ?? ''
      several ||= set[1]?.includes(',') ?? false
      i += set[0].length - 1
    } else if (char === '[') {
      const address = /^\[[0-9a-fA-F:.]*:[0-9a-fA-F:.%\w]*\]/.exec(url.slice(i))?.[0]
      const range = /^\[(\d+|[a-z]|[A-Z])-(\d+|[a-z]|[A-Z])(?::\d+)?\]/.exec(url.slice(i))
      if (/:\/\/(?:[^/?#]*@)?$/.test(out) && address !== undefined) {
        out += address
        i += address.length - 1
      } else if (range) {
        out += range[1] ?? ''
        several ||= range[1] !== range[2]
        i += range[0].length - 1
      } else return { ok: false, says: 'curl takes [ as the head of a range and cannot read it; -g turns that off.' }
    } else if (char === '}' || char === ']')
      return { ok: false, says: `curl finds a ${char} that nothing opens; -g turns that off.` }
    else out += char
  }
  return { ok: true, url: out, several }
}
