/** More than this of a paste is not read: a log of a day is no failed call. */
export const pasteMax = 200_000

/** A line longer than this is an answer of an application; its tail says nothing about why a call failed. */
const lineMax = 8_000

/** Terminal colours (ECMA-48). */
const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[ -/]*[@-~]`, 'g')

/** The lines of a paste, as a terminal would show them: no colours, no carriage returns, no fences of a chat. */
export function linesOf(text: string): string[] {
  return text
    .slice(0, pasteMax)
    .replace(/^\uFEFF/, '')
    .replaceAll(escapes, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .split('\n')
    .filter((line) => !/^\s*```\w*\s*$/.test(line))
    .map((line) => line.slice(0, lineMax).trimEnd())
}
