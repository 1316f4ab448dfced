import { type Command, commandAt } from './commands'

/** A command with what it printed, or what stands before the first command. */
export interface Block {
  command?: Command
  /** What the shell showed before it. */
  prompt: string
  /** What it printed. */
  lines: string[]
  /** Comments that stand right before it or within: what somebody tells of the call. */
  comments: string[]
}

/** `# …`, `// …`, `REM …` and the like; curl's own lines begin otherwise. */
const comment = /^\s*(?:#(?!!)|\/\/|::|rem\s|--\s|<!--)\s*(.*)$/i

export function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let current: Block = { prompt: '', lines: [], comments: [] }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const command = commandAt(lines, i)
    if (command) {
      if (current.command || current.lines.some((l) => l.trim() !== '') || current.comments.length > 0)
        blocks.push(current)
      current = { command, prompt: line.slice(0, 200), lines: [], comments: [] }
      i += command.lines - 1
      continue
    }
    const told = comment.exec(line)?.[1]
    if (told === undefined) current.lines.push(line)
    else current.comments.push(told)
  }
  blocks.push(current)
  return blocks
}
