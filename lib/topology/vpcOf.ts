import { type Resource, resourceOf, type TopologyDocument } from './document'

/** Logical id of the VPC that a resource stands in: its own field, or that of its first subnet. */
export function vpcOf(document: TopologyDocument, resource: Resource): string | undefined {
  if ('vpc' in resource && typeof resource.vpc === 'string') return resource.vpc
  return resourceOf(document, firstSubnet(resource), 'subnet')?.vpc
}

function firstSubnet(resource: Resource): string | undefined {
  switch (resource.kind) {
    case 'instance':
      return resource.subnet
    case 'client':
      return resource.place
    case 'ecsService':
    case 'lambdaFunction':
      return resource.subnets?.[0]
    default:
      return undefined
  }
}
