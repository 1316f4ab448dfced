/** A stretch of the text that was pasted. */
export interface Span {
  at: number
  length: number
}

/** What a shell would fill in; its value is not in the text. */
export interface Expansion extends Span {
  text: string
  what: 'variable' | 'command' | 'home' | 'braces'
}

/** One argument as the program gets it; an expansion stands in `text` as it was written. */
export interface Word extends Span {
  text: string
  expansions: Expansion[]
  /** Nothing but one unquoted expansion: the shell may make no word, one or several of it. */
  bare?: true
}

/** The first command of a text, and where the shell stops reading it. */
export interface CommandLine {
  words: Word[]
  /** `2>/dev/null` and the like, and what they are. */
  redirects: (Span & { text: string })[]
  end?: { at: number; operator: string }
}

export type Lexed = { ok: true; command: CommandLine } | { ok: false; at: number; says: string }

/** Where a lexer stops because a quote or a bracket never ends. */
export class Unclosed extends Error {
  constructor(
    readonly at: number,
    readonly says: string,
  ) {
    super(says)
  }
}

export const lexed = (read: () => CommandLine): Lexed => {
  try {
    return { ok: true, command: read() }
  } catch (error) {
    if (error instanceof Unclosed) return { ok: false, at: error.at, says: error.says }
    throw error
  }
}
