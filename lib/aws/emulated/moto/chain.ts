/** The ids of the chain that chain.py makes. */
export interface Chain {
  provider: Network
  consumer: Network
  spoke: Network
  peering: string
  web: string
  front: string
  shared: string
  entrance: string
  inner: Api
  outer: Api
  innerVpce: string
  outerVpce: string
  innerName: string
  back: Balancer
  between: Balancer
  caller: string
  callerGroup: string
  peer: string
}

interface Network {
  vpc: string
  subnets: string[]
  table: string
  acl: string
  cidr: string
}

export interface Api {
  id: string
  host: string
  resources: { page: string; plain: string }
  policy: string
}

interface Balancer {
  arn: string
  dns: string
  group: string
  listener: string
  targets: string[]
  port: number
}
