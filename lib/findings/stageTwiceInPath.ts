import { link } from '@/lib/trace/check'
import { change } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

const uri = (value: string) => {
  const at = ['resources', '8hwj4v', 'methods', 'GET', 'integration', 'uri']
  return {
    template: 'private-api',
    addOns: ['alb-v2'],
    patch: [change(['3i95y1yx06', ...at], value), change(['3i95y1yx06', 'deployments', 'p1d00a', 'api', ...at], value)],
  }
}

export const stageTwiceInPath = defineRule(
  {
    id: 'stage-twice-in-path',
    title: 'The stage twice in the path of a backend',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/private-integration.html',
    says: {
      twice:
        '{route} of {api} goes over {link} of version 2, which puts the stage before the path of the uri: the backend is asked for {seen}. Leave the stage out of the uri, or let the backend take both.',
    },
    bad: { twice: uri('http://backend.example.com/dev/page') },
    good: uri('http://backend.example.com/page'),
  },
  function* (doc, found) {
    for (const { id, route, stage, uri: called, link: over, vpcLink, methodAt } of ways(doc)) {
      if (over === undefined || vpcLink?.version !== 'V2' || !called || stage === undefined) continue
      if (called.path.split('/')[1] !== stage) continue
      const path = `${methodAt}/integration/uri`
      const fill = { route, api: link(doc, id, path), link: link(doc, over), seen: `/${stage}${called.path}` }
      yield found('twice', { resource: id, path, fill })
    }
  },
)
