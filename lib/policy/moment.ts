import { memo } from './memo'

/** W3C's profile of ISO 8601, as the page on condition operators names it; a time always has its zone. */
const iso = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2}))?)?$/
const epoch = /^\d{5,}(\.\d+)?$/

/** Milliseconds since 1970, from an ISO date or epoch seconds; undefined where the text is neither. */
export const parseMoment = memo(1000, readMoment)

function readMoment(text: string): number | undefined {
  if (epoch.test(text)) return Number(text) * 1000
  const hit = iso.exec(text)
  if (!hit) return undefined
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00', fraction = '0', zone = 'Z'] = hit
  const numbers = [month, day, hour, minute, second].map(Number)
  const [mo = 0, d = 0, h = 0, mi = 0, s = 0] = numbers
  if (mo < 1 || mo > 12 || d < 1 || d > 31 || h > 23 || mi > 59 || s > 60) return undefined
  const utc = Date.UTC(Number(year), mo - 1, d, h, mi, s) + Number(`0.${fraction}`) * 1000
  return utc - offsetOf(zone)
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const digits = zone.replace(':', '')
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}
