import { covers, rangeOf } from '@/lib/network/range'
import type { Rule } from './facts'

const onPort = (rule: Rule, port: number): boolean =>
  rule.protocol === '-1' ||
  (/^(?:tcp|6)$/.test(rule.protocol) && (rule.from ?? 0) <= port && port <= (rule.to ?? 65535))

/** Whether a rule for the port covers one of the addresses, or everybody. */
export const admits = (rules: readonly Rule[], addresses: readonly string[], port: number): boolean =>
  rules
    .filter((rule) => onPort(rule, port))
    .some((rule) => rule.cidrs.some((cidr) => cidr === '0.0.0.0/0' || addresses.some((a) => inside(cidr, a))))

/** Whether no rule for the port can cover the addresses: a rule that names a group may, where the group is not known. */
export function admitsNobody(rules: readonly Rule[], addresses: readonly string[], port: number): boolean {
  const open = rules.filter((rule) => onPort(rule, port))
  if (open.length === 0) return true
  return addresses.length > 0 && open.every((rule) => rule.groups.length === 0) && !admits(rules, addresses, port)
}

function inside(cidr: string, address: string): boolean {
  const block = rangeOf(cidr)
  const one = rangeOf(address)
  return block !== undefined && one !== undefined && covers(block, one)
}
