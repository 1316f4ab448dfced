/** What pasted answers of the AWS command line say. Every field is absent where none of them shows it. */
export interface AwsFacts {
  stages?: string[]
  /** The REST API is not there: its own NotFoundException. */
  noApi?: boolean
  apis?: string[]
  endpointTypes?: string[]
  disableExecuteApiEndpoint?: boolean
  resourcePolicy?: string
  apiKeyRequired?: boolean
  authorizationType?: string
  /** Resource path to methods, of the saved API. */
  resources?: Record<string, string[]>
  integrationUri?: string
  integrationType?: string
  connectionType?: string
  timeoutInMillis?: number
  requestParameters?: Record<string, string>
  vpcLinkStatus?: string
  vpcLinkVersion?: string
  vpcEndpointState?: string
  privateDnsEnabled?: boolean
  endpointPolicy?: string
  /** Inbound and outbound rules of the groups that were shown. */
  inbound?: Rule[]
  outbound?: Rule[]
  targets?: { id?: string; state: string; reason?: string }[]
  listenerPorts?: number[]
  enforcesGroups?: string
  balancerHasGroups?: boolean
  crossZone?: string
  preservesClientIp?: string
  discovered?: { address?: string; health?: string }[]
  runningTasks?: string[]
  deniesByWaf?: boolean
  mutualTls?: boolean
  basePaths?: { basePath: string; stage: string }[]
  callerArn?: string
}

export interface Rule {
  protocol: string
  from?: number
  to?: number
  cidrs: string[]
  groups: string[]
}
