const short = new Set(['VPC', 'DNS', 'ARN', 'ID', 'IP', 'TLS', 'CIDR', 'API', 'URI', 'ACL', 'ACM', 'NLB'])

/** AWS's own words in a console are not always those of its fields. */
const titles: Record<string, string> = {
  cidrBlocks: 'CIDR blocks',
  cidrBlock: 'CIDR block',
  privateDnsEnabled: 'Private DNS',
  vpcEndpointIds: 'Endpoints',
  dnsEntries: 'DNS names',
  ipPermissions: 'Inbound',
  ipPermissionsEgress: 'Outbound',
  availabilityZones: 'Zones',
  networkInterfaces: 'Interfaces',
  basePathMappings: 'Base paths',
  endpointConfiguration: 'Endpoint type',
  disableExecuteApiEndpoint: 'Default name disabled',
  securityGroups: 'Security groups',
  privateIpAddress: 'Address',
}

/** `enableDnsSupport` → "Enable DNS support". */
export function fieldTitle(field: string): string {
  const fixed = titles[field]
  if (fixed !== undefined) return fixed
  const words = field.split(/[._]|(?<=[a-z\d])(?=[A-Z])/)
  return words
    .map((word, at) => {
      const upper = word.toUpperCase()
      if (short.has(upper)) return upper
      return at === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase()
    })
    .join(' ')
}
