/**
 * A partition of AWS: its own accounts, ARNs and DNS suffix. Source: the endpoint data that AWS ships with its SDKs
 * (https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json).
 */
export interface Partition {
  name: string
  dnsSuffix: string
  /** Suffix of the dual-stack management endpoints. `execute-api` itself has no dual-stack name. */
  dualStackDnsSuffix: string
  regions: readonly string[]
  regionPattern: RegExp
}

const plain = (prefix: string) => new RegExp(`^${prefix}-\\w+-\\d+$`)

/** The longer region prefixes come first: `us-gov-…` also begins with `us-`, `eu-isoe-…` with `eu-`. */
export const partitions = [
  {
    name: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    dualStackDnsSuffix: 'api.amazonwebservices.com.cn',
    regions: ['cn-north-1', 'cn-northwest-1'],
    regionPattern: plain('cn'),
  },
  {
    // GovCloud shares the suffix of the commercial partition; only its ARNs differ.
    name: 'aws-us-gov',
    dnsSuffix: 'amazonaws.com',
    dualStackDnsSuffix: 'api.aws',
    regions: ['us-gov-east-1', 'us-gov-west-1'],
    regionPattern: plain('us-gov'),
  },
  {
    name: 'aws-iso',
    dnsSuffix: 'c2s.ic.gov',
    dualStackDnsSuffix: 'api.aws.ic.gov',
    regions: ['us-iso-east-1', 'us-iso-west-1'],
    regionPattern: plain('us-iso'),
  },
  {
    name: 'aws-iso-b',
    dnsSuffix: 'sc2s.sgov.gov',
    dualStackDnsSuffix: 'api.aws.scloud',
    regions: ['us-isob-east-1', 'us-isob-west-1'],
    regionPattern: plain('us-isob'),
  },
  {
    name: 'aws-iso-e',
    dnsSuffix: 'cloud.adc-e.uk',
    dualStackDnsSuffix: 'api.cloud-aws.adc-e.uk',
    regions: ['eu-isoe-west-1'],
    regionPattern: plain('eu-isoe'),
  },
  {
    name: 'aws-iso-f',
    dnsSuffix: 'csp.hci.ic.gov',
    dualStackDnsSuffix: 'api.aws.hci.ic.gov',
    regions: ['us-isof-east-1', 'us-isof-south-1'],
    regionPattern: plain('us-isof'),
  },
  {
    name: 'aws-eusc',
    dnsSuffix: 'amazonaws.eu',
    dualStackDnsSuffix: 'api.amazonwebservices.eu',
    regions: ['eusc-de-east-1'],
    regionPattern: plain('eusc-de'),
  },
  {
    name: 'aws',
    dnsSuffix: 'amazonaws.com',
    dualStackDnsSuffix: 'api.aws',
    regions: [
      'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2',
      'ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7',
      'ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3',
      'il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2',
    ].flatMap((line) => line.split(' ')),
    regionPattern: plain('(us|eu|ap|sa|ca|me|af|il|mx)'),
  },
] as const satisfies readonly Partition[]

export type PartitionName = (typeof partitions)[number]['name']

const listed: readonly Partition[] = partitions

/** The partition of a region: listed ones by name, later ones by the pattern AWS publishes. Undefined: none of AWS's. */
export const partitionOf = (region: string): Partition | undefined =>
  listed.find((p) => p.regions.includes(region)) ?? listed.find((p) => p.regionPattern.test(region))

export const allRegions: readonly string[] = listed.flatMap((p) => p.regions)
