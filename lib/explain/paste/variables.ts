const assignment =
  /^\s*(?:[^\s=]{0,60}[$#>%]\s+)?(?:export\s+|set\s+|declare\s+|\$(?:env:)?)?([A-Za-z_]\w{0,40})\s?=\s?(?:"([^"$`]{1,300})"|'([^']{1,300})'|([^\s"'$`;&|()]{1,300}))\s*;?$/

/** Names that hold what must not be repeated. */
const secret = /secret|token|password|passwd|key/i

/** Shell variables that the paste itself sets: `API=https://…`, `export HOST=…`, `$url = '…'`. */
export function variablesOf(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of lines) {
    const [, name, double, single, bare] = assignment.exec(line) ?? []
    const value = double ?? single ?? bare
    if (name !== undefined && value !== undefined && !secret.test(name)) found.set(name, value)
  }
  return found
}

/** The command with the variables that the paste sets filled in. */
export const filledIn = (command: string, variables: ReadonlyMap<string, string>): string =>
  variables.size === 0
    ? command
    : command.replaceAll(
        /\$\{(\w+)\}|\$(\w+)|%(\w+)%/g,
        (whole, a?: string, b?: string, c?: string) => variables.get(a ?? b ?? c ?? '') ?? whole,
      )
