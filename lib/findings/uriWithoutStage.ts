import { nameOf } from '@/lib/naming/host'
import { holes } from '@/lib/network/holes'
import { withPhysicalId } from '@/lib/network/perDocument'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { link } from '@/lib/trace/check'
import { existsCheck } from '@/lib/trace/stage/exists'
import { inBoth } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

const uri = (path: string) => ({
  template: 'two-api-chain',
  patch: inBoth(
    'outer',
    ['resources', 'p2vpcp', 'methods', 'GET', 'integration', 'uri'],
    `https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn${path}`,
  ),
})

/** A VPC link of version 1 sends the path of the uri as it stands, so the stage of the inner API belongs into it. */
export const uriWithoutStage = defineRule(
  {
    id: 'uri-without-stage',
    title: 'A uri that names no stage of the API it calls',
    severity: 'high',
    docs: 'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
    says: {
      'no-stage':
        '{route} of {api} calls {inner} by a uri without a path: the first part of the path is the stage, so {inner} answers 403. Write https://{host}/{stages}/…',
      missing:
        '{route} of {api} calls {inner} at {path}, and {inner} has no stage {stage}: it answers 403. Its stages: {stages}.',
    },
    bad: { 'no-stage': uri(''), missing: uri('/prod/webpage-vpc') },
    good: uri('/dev/webpage-vpc'),
  },
  function* (doc, found) {
    for (const { id, route, uri: called, vpcLink, methodAt } of ways(doc)) {
      const name = called && nameOf(called.host)
      if (!called || name?.of !== 'execute-api' || (name.form !== 'api' && name.form !== 'alias')) continue
      // Over version 2 the stage of the calling API stands before the path.
      if (vpcLink?.version === 'V2') continue
      for (const inner of withPhysicalId(doc, name.api)) {
        const stage = called.path.split('/')[1] ?? ''
        if (!resourceOf(doc, inner, 'restApi') || stage.includes('{') || holes(doc, inner, '/stages').length > 0)
          continue
        const { finding } = existsCheck(doc, inner, stage, [])
        if (finding.reason !== 'no-stage' && finding.reason !== 'missing') continue
        const path = `${methodAt}/integration/uri`
        const fill = {
          route,
          api: link(doc, id, path),
          inner: link(doc, inner),
          host: called.host,
          path: called.path,
          stage,
          stages: stagesOf(doc, inner),
        }
        yield found(finding.reason, { resource: id, path, fill })
      }
    }
  },
)

const stagesOf = (doc: TopologyDocument, id: string): string =>
  Object.keys(resourceOf(doc, id, 'restApi')?.stages ?? {}).join(', ')
