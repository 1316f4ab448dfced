import type { Kind } from '@/lib/topology/kinds'

/**
 * How AWS's ids of a kind begin
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html). Kinds without a prefix of their own are left out.
 */
export const idForms: Partial<Record<Kind, string>> = {
  vpc: 'vpc-',
  subnet: 'subnet-',
  routeTable: 'rtb-',
  networkAcl: 'acl-',
  securityGroup: 'sg-',
  managedPrefixList: 'pl-',
  vpcPeeringConnection: 'pcx-',
  transitGateway: 'tgw-',
  resolverRule: 'rslvr-rr-',
  vpcEndpoint: 'vpce-',
  instance: 'i-',
}

/** The kind that an id belongs to by its form, as `vpce-0d4d61b31cecd49fc` to an endpoint. */
export function ownerOfForm(text: string): Kind | undefined {
  for (const kind in idForms) {
    const form = idForms[kind as Kind]
    if (form !== undefined && text.startsWith(form) && /^[0-9a-f]{8,}$/.test(text.slice(form.length)))
      return kind as Kind
  }
  return undefined
}
