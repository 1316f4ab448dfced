import type { Header } from '@/lib/invocation/invocation'
import type { Answer, Destination } from '@/lib/network/destination'
import type { Point } from '@/lib/network/point'
import type { Asker } from '@/lib/network/vantage'
import type { Integration, Method } from '@/lib/topology/document'
import type { ServedApi } from '../method/gatewayResponse'
import type { Hop, Outcome } from '../trace'
import type { Walk } from '../walk'

/** One connection with the request that it carries: the caller's, or one that a gateway or a load balancer opens. */
export interface Connection {
  by: 'client' | 'gateway' | 'balancer'
  via: 'network' | 'privatelink' | 'internet'
  scheme: 'http' | 'https'
  port: number
  /** The Host header; undefined when the caller sends none. */
  host?: string
  /** Two Host headers of different value were given. */
  twoHosts?: true
  /** Absent where the URL holds an address: no name is indicated then. */
  sni?: string
  /** The name that must stand on the certificate; absent with `-k`. */
  verify?: string
  /** The authority need not be a known one (`insecureSkipVerification`). The name is checked all the same. */
  anyAuthority?: boolean
  tlsMin?: string
  tlsMax?: string
  method: string
  /** With its leading slash, without the query. */
  path: string
  query: string
  /** Without Host. */
  headers: Header[]
  /** The name checked on the certificate was wrong, and Host with it. */
  misnamed?: true
  /** Of a gateway's call: whose integration it is. */
  integration?: {
    hop: Hop
    api: string
    /** JSON Pointer of the method. */
    at: string
    proxy: boolean
    /** The uri has no path, so an inner API gets no stage. */
    pathless: boolean
    /** The gateway's own answer, as the API shapes it. */
    own: (outcome: Outcome) => Outcome[]
    /** From here on what is found lies behind the integration. */
    enter: (walk: Walk) => void
  }
  /** A template may have made another body of the caller's. */
  bodyMapped?: true
  /** The caller's own `x-apigw-api-id`, which a proxy integration may hand on; no page says whether it does. */
  mayCarryApiId?: string
  /** The API taken, on one of the ways that a call with two API ids may go. */
  taken?: string
}

/** How a request comes to API Gateway: through an endpoint, or by the region's public entrance. */
export type Entrance = { region: string; endpoint?: string; hop?: Hop; sources: Point[] }

export interface ApiCall {
  id: string
  api: ServedApi
  stage: string
  /** Below the stage, with its leading slash. */
  path: string
  entrance: Entrance
  conn: Connection
  variables: Record<string, string>
  /** JSON Pointer of the snapshot inside the API. */
  snapshot: string
  /** Logical id of the private custom domain that was called. */
  domain?: string
}

/** What comes next on the way. Steps return it instead of calling one another, so that none knows the others. */
export type Next =
  | { step: 'resolve'; conn: Connection; from: Point[]; asker: Asker; name: string }
  | { step: 'answered'; conn: Connection; from: Point[]; asker: Asker; name: string; answer: Answer }
  | { step: 'reach'; conn: Connection; from: Point[]; destination: Destination; about?: string }
  | { step: 'endpoint'; conn: Connection; id: string; sources: Point[] }
  | { step: 'select'; conn: Connection; entrance: Entrance }
  | {
      step: 'stage'
      conn: Connection
      entrance: Entrance
      id: string
      mapped?: { stage: string; path: string; domain: string }
    }
  | { step: 'otherApi'; conn: Connection; entrance: Entrance; id: string }
  | { step: 'api'; call: ApiCall }
  | {
      step: 'integration'
      call: ApiCall
      method: Method
      integration: Integration
      pathParameters: Record<string, string>
      /** JSON Pointer of the method inside the API. */
      at: string
      /** Method and resource path as the snapshot writes them. */
      route: string
    }
  | { step: 'link'; conn: Connection; id: string; balancer?: string }
  | {
      step: 'balancer'
      conn: Connection
      id: string
      nodes: Point[]
      sources: Point[]
      named: boolean
      /** The name resolved to the public addresses of the nodes. */
      publicly?: true
    }
  | {
      step: 'targets'
      conn: Connection
      balancer: string
      group: string
      nodes: Point[]
      sources: Point[]
      named: boolean
    }
  | { step: 'holder'; of: Next & { step: 'targets' }; end: string }
  | { step: 'software'; conn: Connection; id: string }
  | {
      step: 'fork'
      ways: { to: string; share?: number; next: Next }[]
      /** Which way is taken is not documented; a refusal of both is a third answer where the two are alike. */
      undocumented?: Outcome
    }
