/** What a command of a paste does: calls, asks for a name, asks AWS, tries a port, or runs a program that calls. */
export type Sort = 'call' | 'lookup' | 'aws' | 'probe' | 'program'

export interface Command {
  sort: Sort
  /** The program, lower case, without folder and `.exe`. */
  tool: string
  /** The command as it was written, without the prompt, its continuation lines included. */
  text: string
  /** The number of lines it takes. */
  lines: number
}

/** What shells print before a command. */
const prompt =
  /^\s*(?:\([\w.-]{1,40}\)\s*)?(?:\[[^\]\n]{1,80}\]\s?[$#>]|[\w.-]{1,40}@[\w.-]{1,80}[:\s][^\n$#]{0,80}[$#]|(?:ba|da|z|a)?sh-[\d.]+[$#]|PS [^\n>]{0,120}>|[A-Za-z]:\\[^\n>]{0,120}>|[$%>❯➜]|[/~][\w/~.-]{0,60}\s?[$#]|\w[\w.-]{0,40}:[~/][^\s$#]{0,60}[$#])\s*/

/** What may stand before the program on its line. */
const launchers =
  /^(?:(?:sudo|time|env|exec|nohup|command|winpty|noglob|then|do|else)\s+|[A-Z_][A-Z0-9_]*=\S*\s+|(?:for|while|until|if)\b[^\n]{0,200}?\b(?:do|then)\s+|(?:kubectl|docker|podman|ssh|aws-vault|watch|timeout|xargs|vpn|nsenter)\b[^\n]{0,300}?\s(?=(?:[\w./-]*\/)?(?:curl|awscurl|wget|nslookup|dig)\s))+/i

const tools: Record<Sort, RegExp> = {
  call: /^(?:curl|awscurl|wget|invoke-webrequest|iwr|invoke-restmethod|irm|http|https|xh)$/,
  lookup: /^(?:nslookup|dig|host|drill|kdig|resolve-dnsname|getent)$/,
  aws: /^aws$/,
  probe: /^(?:nc|ncat|netcat|telnet|test-netconnection|tnc|openssl|traceroute|tracepath|tracert|mtr|ping|nmap)$/,
  program: /^(?:python\d?(?:\.\d+)?|node|npx|java|go|dotnet|ruby|php|deno|bun|ts-node)$/,
}

const named = /^(?:\.?[\w.:\\/-]*[\\/])?([A-Za-z][\w.-]*?)(?:\.exe)?(?=\s|$)/

/** The command that begins on this line, if one does. */
export function commandAt(lines: readonly string[], index: number): Command | undefined {
  const line = lines[index] ?? ''
  const shown = prompt.exec(line)?.[0] ?? rootPrompt(line)
  const rest = line.slice(shown?.length ?? 0).trimStart()
  const start = rest.slice(launchers.exec(rest)?.[0].length ?? 0)
  const program = named.exec(start)
  const tool = program?.[1]?.toLowerCase()
  if (!program || tool === undefined) return undefined
  const sort = sortOf(tool)
  if (!sort || !isMeant(sort, start, start.slice(program[0].length), shown !== undefined)) return undefined
  const count = continued(lines, index, start)
  const text = [start, ...lines.slice(index + 1, index + count)].join('\n')
  return { sort: /\btest-invoke-method\b/.test(text) ? 'call' : sort, tool, text, lines: count }
}

/** `# curl …` is root's prompt where a command and nothing else follows; a comment tells a story. */
const rootPrompt = (line: string): string | undefined =>
  /^\s*#\s+(?=(?:aws)?curl\s+(?:-\S+\s+)*["']?https?:\S+["']?(?:\s+-|\s*$))/.exec(line)?.[0]

function sortOf(tool: string): Sort | undefined {
  for (const sort of ['call', 'lookup', 'aws', 'probe', 'program'] as const) if (tools[sort].test(tool)) return sort
  return undefined
}

/** Without a prompt before it, a word that begins a sentence is no command. */
function isMeant(sort: Sort, text: string, rest: string, prompted: boolean): boolean {
  if (/^\s*:/.test(rest)) return false
  switch (sort) {
    case 'call':
      return /https?:|\$\{?\w|[\w-]+\.[\w-]+|[\\^`]$/i.test(rest) && (prompted || /^\S+\s+\S/.test(text))
    case 'aws':
      return /^aws\s+(?:--\S+\s+(?:\S+\s+)?)*[a-z][\w-]+\s+[a-z][\w-]+/.test(text)
    case 'lookup':
      return prompted ? /\S\s+\S/.test(text) : /^\S+\s+(?:[-@+]\S+\s+)*[\w.-]+\.[\w.-]+(?:\s+\S+){0,4}$/.test(text)
    case 'probe':
      return prompted || /^\S+\s+(?:-\S+\s+)*[\w.-]+\.[\w.-]+/.test(text) || /^openssl\s+s_client/.test(text)
    case 'program':
      return prompted
  }
}

/** More lines than this belong to no one command. */
const linesMax = 40

/** How many lines a command takes: continuation signs of the three shells, and quotes that are still open. */
function continued(lines: readonly string[], index: number, first: string): number {
  let count = 1
  let text = first
  while (count < linesMax && index + count < lines.length && (/(?:\\|\^|`|&&|\|)$/.test(text) || isOpen(text))) {
    text += `\n${lines[index + count]}`
    count++
  }
  return isOpen(text) ? signed(lines, index) : count
}

/** A quote that never ends is a slip of the paste, not a command of forty lines. */
function signed(lines: readonly string[], index: number): number {
  let count = 1
  while (count < linesMax && /(?:\\|\^|`)$/.test(lines[index + count - 1] ?? '')) count++
  return count
}

function isOpen(text: string): boolean {
  let open = ''
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (open === '' && (c === '"' || c === "'")) open = c
    else if (c === '\\' && open !== "'") i++
    else if (c === open) open = ''
  }
  return open !== ''
}
