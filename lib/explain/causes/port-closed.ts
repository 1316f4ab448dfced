import { hostWord } from '../commands/words'
import { isBalancer } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const portClosed = defineCause('port-closed', {
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  says: {
    refused: 'Packets arrive, and nothing listens on port {port} of {host}: the connection is refused at once.',
    target:
      'Packets arrive, and port {port} is closed: {host} has no listener there, or the target behind it does not listen and its refusal comes through.',
  },
  checks: [
    { check: 'load-balancer.listener', reasons: ['missing'] },
    { check: 'service.listens', reasons: ['closed'] },
    { check: 'endpoint.port', reasons: ['other-port'] },
  ],
  fits(seen, verdict) {
    if (!is(seen, 'refused')) return undefined
    const fill = { port: String(seen.failure?.port ?? seen.to?.port ?? 443), host: seen.to?.host ?? 'the address' }
    return verdict.likely(90, isBalancer(seen.to) ? 'target' : 'refused', fill)
  },
  tellApart: (seen) => ({
    command: `nc -vz -w 5 ${hostWord(seen)} ${seen.to?.port ?? 443}`,
    ifSo: 'Connection refused, from every address.',
    ifNot: 'The port is open: another address or another moment refused.',
  }),
})
