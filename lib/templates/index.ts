import { crossAccountChain } from './chains/crossAccount'
import { nlbFargate } from './chains/nlbFargate'
import { privateApiChain } from './chains/privateApi'
import { regionalApiChain } from './chains/regionalApi'
import { twoApiChain } from './chains/twoApiChain'
import type { Part } from './part'
import type { Setting } from './setting'
import { uriNamesNlb } from './variants/uriNamesNlb'
import { uriWithoutPath } from './variants/uriWithoutPath'

/** A recorded wrong setting of a chain, saved and deployed. */
export interface Variant {
  name: string
  says: string
  change: (part: Part, setting: Setting) => Part
}

export interface Template {
  name: string
  title: string
  says: string
  variants: readonly Variant[]
  chain: (setting: Setting) => Part
}

export const templates: readonly Template[] = [
  {
    name: 'nlb-fargate',
    title: 'NLB to Fargate',
    says: 'A client in the VPC calls a Fargate service through an internal Network Load Balancer.',
    variants: [],
    chain: nlbFargate,
  },
  {
    name: 'regional-api',
    title: 'Regional API to Fargate',
    says: 'A Regional REST API reaches the internal Network Load Balancer through a VPC link.',
    variants: [],
    chain: regionalApiChain,
  },
  {
    name: 'private-api',
    title: 'Private API to Fargate',
    says: 'A private REST API, called through an interface VPC endpoint, reaches Fargate through a VPC link.',
    variants: [],
    chain: privateApiChain,
  },
  {
    name: 'cross-account',
    title: 'Private API called from another account',
    says: "A client in a second account calls the private API through that account's own VPC endpoint.",
    variants: [],
    chain: crossAccountChain,
  },
  {
    name: 'two-api-chain',
    title: 'Private API that calls a private API',
    says: 'A private API in front of another: consumer endpoint, outer API, VPC link, NLB, provider endpoint, inner API.',
    variants: [
      {
        name: 'uri-names-nlb',
        says: 'The uri names the NLB, whose name is not on the certificate of the endpoint behind it.',
        change: uriNamesNlb,
      },
      {
        name: 'uri-without-path',
        says: 'The uri has no stage and no path, so the inner API finds no stage.',
        change: uriWithoutPath,
      },
    ],
    chain: twoApiChain,
  },
]
