import { nameOf } from '@/lib/naming/host'
import type { Api, Integration, Stage } from '@/lib/topology/document'
import type { Site } from '../site'
import { balancerNamed } from './loadBalancer'

/** Has everything read that the integrations of an API lead to, saved or deployed. */
export function followIntegrations(site: Site, apis: Api[], stages: Stage[]): void {
  for (const integration of integrationsIn(apis)) {
    if (integration.connection !== undefined && !integration.connection.includes('${'))
      site.see('vpcLink', integration.connection)
    const links = filled(linkText(integration), stages)
    for (const link of links) site.see('vpcLink', link)
    for (const uri of filled(integration.uri, stages)) followUri(site, uri, integration)
  }
}

function* integrationsIn(apis: Api[]): Generator<Integration> {
  for (const api of apis)
    for (const { methods } of Object.values(api.resources))
      for (const { integration } of Object.values(methods)) if (integration) yield integration
}

const linkText = ({ connection }: Integration): string | undefined =>
  connection?.includes('${') ? connection : undefined

/** A text with stage variables in it, as each stage (and its canary) fills it. */
function filled(text: string | undefined, stages: Stage[]): string[] {
  if (text === undefined) return []
  if (!text.includes('${stageVariables.')) return [text]
  const sets = stages.flatMap(({ variables, canarySettings }) => [
    variables ?? {},
    ...(canarySettings ? [{ ...variables, ...canarySettings.stageVariableOverrides }] : []),
  ])
  const texts = sets.map((values) =>
    text.replaceAll(/\$\{stageVariables\.([\w-]+)\}/g, (_, name: string) => values[name] ?? ''),
  )
  return [...new Set(texts)]
}

/** The host of a URI names an API, a load balancer, or a server outside the chain. */
function followUri(site: Site, uri: string, integration: Integration): void {
  const host = /^https?:\/\/([^/?#:]+)/i.exec(uri)?.[1]?.toLowerCase()
  if (host === undefined || host.includes('{')) return
  const name = nameOf(host)
  if (name.of === 'execute-api' && (name.form === 'api' || name.form === 'alias')) {
    site.survey.name('restApi', name.api, name.region)
    site.see('restApi', name.api, name.region)
  } else if (integration.connectionType === 'VPC_LINK') {
    // The link's load balancer is called whatever the host says:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-api-with-vpclink-cli.html
  } else if (name.of === 'load-balancer') followBalancer(site, name.label, host)
  else if (name.of !== 'execute-api' && !site.survey.has(host))
    site.add(host, { kind: 'httpEndpoint', name: host, host, ...(name.of === 'address' ? { addresses: [host] } : {}) })
}

/** The label of a load balancer's name is its own name and a hash. */
function followBalancer(site: Site, label: string, host: string): void {
  site.inspection.follow.run(async () => {
    try {
      const arn = await balancerNamed(site, label.replace(/-[^-]+$/, ''), host)
      if (arn !== undefined) site.see('loadBalancer', arn)
    } catch (error) {
      site.survey.unseen(site.reach, 'loadBalancer', error)
    }
  })
}
