import { type Flag, line, reads } from './line'
import type { Act, Step } from './step'

/** What holds where nobody set it: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html */
const unset: Readonly<Record<string, string>> = {
  'load_balancing.cross_zone.enabled': 'false',
  'preserve_client_ip.enabled': 'true',
  'idle_timeout.timeout_seconds': '60',
}

/** One command for each attribute that differs. */
export function attributes(
  kind: 'load-balancer' | 'target-group',
  name: string,
  where: Flag[],
  before: Record<string, string> = {},
  now: Record<string, string> = {},
): Step[] {
  return Object.entries(now).flatMap(([key, value]) => {
    const held = before[key] ?? unset[key]
    if (held === value || held === undefined) return []
    const act = (from: string, to: string): Act => ({
      command: line(`elbv2 modify-${kind}-attributes`, [...where, ['--attributes', `Key=${key},Value=${to}`]]),
      reading: {
        of: `${key} of ${name}`,
        command: reads(`elbv2 describe-${kind}-attributes`, where, `Attributes[?Key==\`${key}\`].Value`),
        expects: from,
        as: 'words',
      },
    })
    return [{ does: act(held, value), undoes: act(value, held) }]
  })
}
