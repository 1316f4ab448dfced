import { type Block, parseAddress, parseBlock, within } from '../address'
import { maybe, type Pattern } from '../pattern'
import { NO, YES } from '../tri'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html (IP address) */
export function blockPattern(text: string, harmless: boolean): Pattern {
  const block: Block | undefined = parseBlock(text)
  // A block that is none matches nothing in an Allow; what it does elsewhere is not said.
  if (!block) return { match: (_, __, note) => (harmless ? NO : maybe('rule:cidr-form', note)) }
  return {
    match(value, _, note) {
      const address = parseAddress(value)
      if (!address) return maybe('rule:ip-form', note)
      if (address.mapped || block.mapped) return maybe('rule:ipv4-mapped', note)
      if (address.words.length !== block.words.length) return NO
      const all = block.words.length * 32
      if (within(address, block, block.bits ?? all)) return YES
      // "/32 by default" stands there for IPv6 too, where it would be a large block.
      if (block.bits === undefined && all === 128 && within(address, block, 32))
        return maybe('rule:ipv6-without-prefix', note)
      return NO
    },
  }
}
