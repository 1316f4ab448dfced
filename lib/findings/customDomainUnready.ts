import { resolve } from '@/lib/network/dns'
import { holes } from '@/lib/network/holes'
import { domainNames } from '@/lib/network/perDocument'
import { resourceOf } from '@/lib/topology/document'
import { accessCheck } from '@/lib/trace/api-selection/access'
import { link } from '@/lib/trace/check'
import { put, remove } from './example'
import { defineRule } from './rule'

const domain = 'private.example.com'
const zone = 'Z0A0EXAMPLEPRIVATE01'
const changed = (...patch: ReturnType<typeof put>[]) => ({
  template: 'private-api',
  addOns: ['provider-endpoint', 'custom-domain'],
  patch,
})

/** A private custom domain name needs seven things, and most are made elsewhere than the name. */
export const customDomainUnready = defineRule(
  {
    id: 'custom-domain-unready',
    title: 'A private custom domain name that is not ready',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains-tutorial.html',
    says: {
      'no-association':
        '{domain} has no access association: no endpoint knows it. Make one for the endpoint of its callers.',
      pending:
        'The access association of {domain} with {endpoint} is {status}: it carries calls only when it is available.',
      'not-available': '{domain} is {status}: it carries calls only when it is available.',
      'no-mapping': '{domain} leads to no API: it has neither a base path mapping nor a routing rule. Add one.',
      'no-stage': '{domain} maps {base} to stage {stage} of {api}, which has no such stage.',
      'no-record':
        'Nothing answers for {domain} in {vpc}, whose endpoint serves it. AWS makes no record: add one to a private zone, an alias to {endpoint}.',
    },
    bad: {
      'no-association': changed(put([domain, 'accessAssociations'], [])),
      pending: changed(
        put([domain, 'accessAssociations'], [{ vpcEndpoint: 'vpce-0d4d61b31cecd49fc', status: 'PENDING' }]),
      ),
      'not-available': changed(put([domain, 'domainNameStatus'], 'PENDING')),
      'no-mapping': changed(put([domain, 'basePathMappings'], [])),
      'no-stage': changed(
        put([domain, 'basePathMappings'], [{ basePath: 'v1', restApi: '3i95y1yx06', stage: 'prod' }]),
      ),
      'no-record': changed(remove(zone)),
    },
    good: changed(),
  },
  function* (doc, found) {
    for (const [id, name] of domainNames(doc)) {
      if (name.type !== 'PRIVATE' || holes(doc, id, '/type').length > 0) continue
      const at = (path: string) => ({ resource: id, path })
      const domain = link(doc, id)
      const associations = name.accessAssociations ?? []
      if (associations.length === 0 && holes(doc, id, '/accessAssociations').length === 0)
        yield found('no-association', { ...at('/accessAssociations'), fill: { domain } })
      for (const { vpcEndpoint, status } of associations) {
        const check = accessCheck(doc, id, vpcEndpoint)
        const fill = { domain, endpoint: link(doc, vpcEndpoint), status }
        if (check.reason === 'pending') yield found('pending', { ...at('/accessAssociations'), fill })
        if (check.reason === 'not-available')
          yield found('not-available', {
            ...at('/domainNameStatus'),
            fill: { domain, status: name.domainNameStatus ?? '' },
          })
        const vpc = resourceOf(doc, vpcEndpoint, 'vpcEndpoint')?.vpc
        const placed = vpc !== undefined && holes(doc, vpcEndpoint, '/vpc').length === 0
        if (placed && resolve(doc, { in: { vpc } }, name.domainName).verdict === 'fail')
          yield found('no-record', { ...at('/domainName'), fill: { ...fill, vpc: link(doc, vpc) } })
      }
      const rules = name.routingRules ?? []
      if (
        name.basePathMappings.length + rules.length === 0 &&
        holes(doc, id, '/basePathMappings', '/routingRules').length === 0
      )
        yield found('no-mapping', { ...at('/basePathMappings'), fill: { domain } })
      for (const [i, { basePath, restApi, stage }] of name.basePathMappings.entries()) {
        const api = resourceOf(doc, restApi, 'restApi')
        if (!api || Object.hasOwn(api.stages, stage) || holes(doc, restApi, '/stages').length > 0) continue
        const fill = { domain, base: basePath, stage, api: link(doc, restApi, '/stages') }
        yield found('no-stage', { ...at(`/basePathMappings/${i}`), fill })
      }
    }
  },
)
