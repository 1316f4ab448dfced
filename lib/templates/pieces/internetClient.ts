import type { Part } from '../part'

/** Somebody on the internet, with public DNS and no way into any VPC. */
export const internetClient: Part = {
  internet: { kind: 'client', name: 'internet', place: 'internet', address: '198.51.100.7' },
}
