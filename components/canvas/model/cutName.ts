// Hundredths of an em of IBM Plex Sans at 86 % width and weight 600, as Chromium measures them; digits stand at 57.
const widths: Record<number, string> = {
  27: 'ijl/. ',
  34: 'ft',
  38: 'r-I',
  47: 'sczL',
  50: 'vyxJ',
  53: 'geako_',
  55: 'Fhnu',
  57: 'STZbdpqE',
  60: 'YCPV',
  63: 'BRXKA',
  67: 'DUGOQHN',
  77: 'Mw',
  84: 'm…',
  90: 'W',
}

const widthOfChar = new Map(Object.entries(widths).flatMap(([w, chars]) => [...chars].map((c) => [c, Number(w) / 100])))

/** How wide a text stands in the font of node names, in em. */
export function widthOf(text: string): number {
  let width = 0
  for (const c of text) width += widthOfChar.get(c) ?? 0.57
  return width
}

/**
 * A name shortened in its middle, cut at hyphens: names of one chain share heads and tails, and what tells them apart
 * stands at the end. A name without hyphens loses characters from its middle.
 */
export function cutName(name: string, ems: number): string {
  if (widthOf(name) <= ems) return name
  const parts = name.split('-')
  let best: { text: string; kept: number } | undefined
  for (let head = 1; head < parts.length; head += 1)
    for (let tail = 1; head + tail < parts.length; tail += 1) {
      const text = `${parts.slice(0, head).join('-')}-…-${parts.slice(parts.length - tail).join('-')}`
      // Of two cuts of one length the one that keeps more of the end is the better.
      const kept = text.length + tail / 100
      if (widthOf(text) <= ems && (!best || kept > best.kept)) best = { text, kept }
    }
  return best?.text ?? cutMiddle(name, ems)
}

function cutMiddle(name: string, ems: number): string {
  for (let kept = name.length - 1; kept > 2; kept -= 1) {
    const head = Math.floor(kept * 0.45)
    const text = `${name.slice(0, head)}…${name.slice(name.length - (kept - head))}`
    if (widthOf(text) <= ems) return text
  }
  return '…'
}
