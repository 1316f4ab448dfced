import { quote } from '@/lib/invocation/curl/shell/quote'
import type { Act, Reading } from './step'

/** Where a block is to run. */
export interface Site {
  account?: string
  region?: string
}

/**
 * Commands as one block to paste into bash or another POSIX shell. It runs in a shell of its own, so that stopping ends
 * the block and not the terminal. It stops before it changes anything when the caller is in another account, or when
 * something is not as it was read.
 */
export function block(site: Site, acts: Act[]): string {
  const readings = [...new Map(acts.flatMap(({ reading }) => (reading ? [[reading.command, reading]] : []))).values()]
  const files = acts.flatMap(({ file }) => (file ? [file] : []))
  return [
    '(',
    'set -eu',
    // Version 2 of the CLI would open a pager: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html
    "export AWS_PAGER=''",
    ...guard(site),
    ...(readings.length > 0 ? [unchanged, ...readings.map(compared)] : []),
    ...(files.length > 0 ? ['work=$(mktemp -d)', `trap 'rm -rf "$work"' EXIT`] : []),
    ...files.map(written),
    ...acts.map(({ command }) => command),
    ')',
  ].join('\n')
}

/** Without the line break that a here-document ends with: AWS keeps a policy to the byte. */
const written = ({ name, text }: NonNullable<Act['file']>) =>
  `printf '%s' "$(cat <<'JSON'\n${text}\nJSON\n)" >"$work"/${name}`

function guard({ account, region }: Site): string[] {
  if (account === undefined) return []
  const where = region === undefined ? '' : ` --region ${quote(region, 'sh')}`
  const place = region === undefined ? account : `${account} in ${region}`
  return [
    `caller=$(aws sts get-caller-identity --query Account --output text${where})`,
    `[ "$caller" = ${account} ] || { echo "These credentials are of account $caller, and this block changes ${place}. Nothing was changed." >&2; exit 1; }`,
  ]
}

/** API Gateway hands a policy out with every quote escaped, and order means nothing: only the words are compared. */
const unchanged = `words() { printf '%s' "$1" | tr -d '[:space:]\\\\' | tr ',:{}[]' '\\n' | sed '/^$/d' | LC_ALL=C sort; }
rows() { printf '%s' "$1" | tr '\\t' ' ' | LC_ALL=C sort; }
as_read() {
  [ "$("$1" "$3")" = "$("$1" "$4")" ] || { echo "$2 in AWS: not as it was read. Nothing was changed. Read the account again. Now: $3" >&2; exit 1; }
}`

// The answer is kept first: a read that fails would else pass for an empty one.
const compared = ({ of, command, expects, as }: Reading) =>
  `now=$(${command})\nas_read ${as} ${quote(of, 'sh')} "$now" ${quote(expects, 'sh')}`
