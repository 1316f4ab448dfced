import { utf8Bytes } from './percent'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 of a text's UTF-8 bytes. The pure core has neither `btoa` nor `Buffer`. */
export function base64(text: string): string {
  const bytes = utf8Bytes(text)
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.slice(i, i + 3)
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const four = [18, 12, 6, 0].map((shift) => letters[(bits >> shift) & 63])
    out += four.slice(0, b === undefined ? 2 : c === undefined ? 3 : 4).join('')
  }
  return out.padEnd(Math.ceil(out.length / 4) * 4, '=')
}
