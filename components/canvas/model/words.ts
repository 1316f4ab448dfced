import { statusWord } from '@/components/ui/status'
import type { CardState } from './call'
import type { Card } from './graph'
import type { Container } from './places'

/** A card in words: "Hop 7 of 10, Private REST API Fargate-webpage-private, 3i95y1yx06, passes". */
export function cardWords(card: Card, state: CardState | undefined, hopCount: number, findings = 0): string {
  const hop = state?.hops.length ? `Hop ${state.hops.join(' and ')} of ${hopCount}, ` : ''
  const ident = card.ident && card.ident !== card.name ? `, ${card.ident}` : ''
  const status = state ? statusWord[state.status] : card.invisible ? statusWord.invisible : 'not in this call'
  const remarked = findings === 0 ? '' : findings === 1 ? ', 1 finding' : `, ${findings} findings`
  return `${hop}${card.kindWord} ${card.name}${ident}, ${status}${remarked}`
}

export function frameWords(container: Container, holds: number): string {
  const inside = holds === 1 ? '1 resource' : `${holds} resources`
  return `${[container.word, container.title, ...container.detail].filter(Boolean).join(' ')}, holds ${inside}`
}
