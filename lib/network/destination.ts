import type { Evidence, Missing } from '@/lib/known/known'

/** What a name leads to. */
export type Destination =
  /** Interfaces of an endpoint; `zone` keeps only the one in that Availability Zone. */
  | { to: 'endpoint'; id: string; zone?: string }
  /** Nodes of a load balancer. */
  | { to: 'loadBalancer'; id: string; zone?: string }
  /** An address that the network must find. */
  | { to: 'address'; address: string }
  /** API Gateway's public entrance of a region. */
  | { to: 'service'; region: string }
  | { to: 'host'; id: string }

/** What a resolver answers for a name, and how it came to it. */
export interface Answer {
  verdict: 'pass' | 'fail' | 'unknown'
  reason:
    | 'address'
    | 'pinned'
    | 'private-dns'
    | 'endpoint-name'
    | 'alias'
    | 'load-balancer'
    | 'public-service'
    | 'custom-domain'
    | 'zone-record'
    | 'host'
    | 'wrong-partition'
    | 'private-api-outside'
    | 'alias-not-associated'
    | 'no-such-api'
    | 'zone-without-record'
    | 'no-such-name'
    | 'no-resolver'
    | 'vpc-attributes'
    | 'own-servers'
    | 'not-visible'
  /** What the sentence is about: the endpoint, zone, rule, API or load balancer. */
  about?: string
  /** A second noun: the endpoint that is not associated, the VPC whose attributes are off. */
  also?: string
  /** Where the call goes on; of a failed answer: where it was meant to go. */
  destination?: Destination
  /** Of a private API's public name: how the asker reaches the internet. */
  egress?: 'internet' | 'vpc' | 'premises' | 'none'
  /** What the answer leans on that nobody stated. */
  assumes?: string
  /** Of a doubtful answer: what is answered instead, if not this. */
  otherwise?: Answer
  evidence: Evidence[]
  missing?: Missing[]
}
