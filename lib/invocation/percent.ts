/** The bytes of a text in UTF-8; half a surrogate pair becomes the replacement character, as in every encoder. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = []
  for (const [found, hex] of encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).matchAll(
    /%([0-9A-F]{2})|[\s\S]/g,
  ))
    bytes.push(hex === undefined ? found.charCodeAt(0) : Number.parseInt(hex, 16))
  return bytes
}

const percent = (text: string) =>
  utf8Bytes(text)
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')

/** What cannot stand in a URL at all: blanks, control characters and everything beyond ASCII. `%XX` stays as it is. */
export const encodeForbidden = (url: string): string => url.replace(/[^!-~]+/g, percent)

/**
 * A path segment or parameter value: everything but RFC 3986's `pchar` is encoded, and `%` too
 * (https://www.rfc-editor.org/rfc/rfc3986#section-3.3).
 */
export const encodeSegment = (text: string): string => text.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@]+/g, percent)

/** As curl encodes `--data-urlencode`: unreserved characters stay, a blank becomes `+`. */
export const encodeForm = (text: string): string => text.replace(/[^A-Za-z0-9\-._~]+/g, percent).replaceAll('%20', '+')
