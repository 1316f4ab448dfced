// Writes components/icons/aws.generated.ts from the package aws-react-icons. Run by hand: node bin/icons.mjs
// The browser gets the few drawings that the product uses, never the package. Shapes and colours stay AWS's own;
// only the near-black of the general icons is mapped to the ink of the page, or it would vanish on dark.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

const require = createRequire(import.meta.url)

const wanted = {
  apiGateway: 'ArchitectureServiceAmazonAPIGateway',
  restApi: 'ResourceAmazonAPIGatewayEndpoint',
  networkLoadBalancer: 'ResourceElasticLoadBalancingNetworkLoadBalancer',
  applicationLoadBalancer: 'ResourceElasticLoadBalancingApplicationLoadBalancer',
  vpcEndpoint: 'ResourceAmazonVPCEndpoints',
  ecsService: 'ResourceAmazonElasticContainerServiceService',
  lambdaFunction: 'ResourceAWSLambdaLambdaFunction',
  instance: 'ResourceAmazonEC2Instance',
  hostedZone: 'ResourceAmazonRoute53HostedZone',
  natGateway: 'ResourceAmazonVPCNATGateway',
  internetGateway: 'ResourceAmazonVPCInternetGateway',
  virtualPrivateGateway: 'ResourceAmazonVPCVPNGateway',
  peering: 'ResourceAmazonVPCPeeringConnection',
  transitGateway: 'ResourceAWSTransitGatewayAttachment',
  webAcl: 'ResourceAWSWAFRule',
  server: 'ResourceServer',
  client: 'ResourceClient',
  internet: 'ResourceInternet',
  account: 'ArchitectureGroupAWSAccount',
  vpc: 'ArchitectureGroupVirtualprivatecloudVPC',
  privateSubnet: 'ArchitectureGroupPrivatesubnet',
  publicSubnet: 'ArchitectureGroupPublicsubnet',
  dataCentre: 'ArchitectureGroupCorporatedatacenter',
}

const attribute = (tag, name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1]

const drawings = Object.entries(wanted).map(([name, component]) => {
  const markup = renderToStaticMarkup(createElement(require(`aws-react-icons/lib/icons/${component}`)))
  const others = [...markup.matchAll(/<([a-z]+)/gi)].map((m) => m[1]).filter((t) => !/^(svg|title|g|path)$/.test(t))
  if (others.length > 0 || /transform=/.test(markup)) throw new Error(`${component} has more than paths`)
  const size = Number(attribute(markup, 'viewBox').split(' ')[2])
  const paths = [...markup.matchAll(/<path[^>]*>/g)].map(([tag]) => {
    const fill = attribute(tag, 'fill') ?? '#000000'
    return [fill === '#232f3d' ? 'currentColor' : fill, attribute(tag, 'd')]
  })
  return `  ${name}: ${JSON.stringify({ size, paths })},`
})

writeFileSync(
  new URL('../components/icons/aws.generated.ts', import.meta.url),
  `// Written by bin/icons.mjs from aws-react-icons 3.3.0. AWS's architecture icons, shapes and colours unchanged.
export interface Drawing {
  size: number
  /** Fill and path data. */
  paths: [string, string][]
}

export const awsDrawings = {
${drawings.join('\n')}
} satisfies Record<string, Drawing>
`,
)
