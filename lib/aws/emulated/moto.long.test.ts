import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspect } from '../inspect'
import { type Moto, startMoto } from './moto/start'

const region = 'eu-west-1'
let moto: Moto | undefined
let url = ''

describe('an AWS emulated by moto, over HTTP', () => {
  beforeAll(async () => {
    process.env.AWS_ACCESS_KEY_ID = 'testing'
    process.env.AWS_SECRET_ACCESS_KEY = 'testing'
    moto = await startMoto(region)
    url = moto.url
  }, 600_000)
  afterAll(() => moto?.stop())

  test('a private API, its endpoint and the places of a caller', async () => {
    const made = await makeChain()
    const { document, notFound } = await inspect({
      connections: [{ region }],
      name: 'moto',
      endpointUrl: url,
      selectors: [
        { by: 'api', id: made.api },
        { by: 'client', id: made.subnet },
      ],
    })
    expect(notFound).toEqual([])
    const { resources } = document
    expect(resources[made.api]).toMatchObject({
      kind: 'restApi',
      endpointConfiguration: { type: 'PRIVATE', vpcEndpointIds: [made.endpoint] },
      stages: { dev: { deploymentId: expect.any(String) } },
    })
    expect(resources[made.endpoint]).toMatchObject({ kind: 'vpcEndpoint', vpc: made.vpc, securityGroups: [made.group] })
    expect(resources[made.vpc]).toMatchObject({ kind: 'vpc', enableDnsSupport: true, cidrBlocks: ['10.7.0.0/16'] })
    expect(resources[made.subnet]).toMatchObject({ kind: 'subnet', vpc: made.vpc, cidrBlock: '10.7.1.0/24' })
    expect(resources[made.group]).toMatchObject({
      ipPermissions: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrs: ['10.7.0.0/16'] }],
    })
    expect(resources['backend.example.com']).toMatchObject({ kind: 'httpEndpoint' })
  })
})

/** Made by the SDK's own clients: those of the product only read. */
async function makeChain() {
  const settings = { region, endpoint: url }
  const ec2 = await import('@aws-sdk/client-ec2')
  const network = new ec2.EC2Client(settings)
  const { Vpc } = await network.send(new ec2.CreateVpcCommand({ CidrBlock: '10.7.0.0/16' }))
  const vpc = Vpc?.VpcId ?? ''
  const { Subnet } = await network.send(new ec2.CreateSubnetCommand({ VpcId: vpc, CidrBlock: '10.7.1.0/24' }))
  const subnet = Subnet?.SubnetId ?? ''
  const { GroupId: group = '' } = await network.send(
    new ec2.CreateSecurityGroupCommand({ GroupName: 'endpoint', Description: 'endpoint', VpcId: vpc }),
  )
  const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.7.0.0/16' }] }
  await network.send(new ec2.AuthorizeSecurityGroupIngressCommand({ GroupId: group, IpPermissions: [https] }))
  const { VpcEndpoint } = await network.send(
    new ec2.CreateVpcEndpointCommand({
      VpcEndpointType: 'Interface',
      VpcId: vpc,
      ServiceName: `com.amazonaws.${region}.execute-api`,
      SubnetIds: [subnet],
      SecurityGroupIds: [group],
      PrivateDnsEnabled: true,
    }),
  )
  const endpoint = VpcEndpoint?.VpcEndpointId ?? ''
  return { vpc, subnet, group, endpoint, api: await makeApi(endpoint) }
}

async function makeApi(endpoint: string): Promise<string> {
  const sdk = await import('@aws-sdk/client-api-gateway')
  const client = new sdk.APIGatewayClient({ region, endpoint: url })
  const { id: restApiId } = await client.send(
    new sdk.CreateRestApiCommand({
      name: 'private',
      endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: [endpoint] },
      policy: '{"Version":"2012-10-17","Statement":[]}',
    }),
  )
  const { items } = await client.send(new sdk.GetResourcesCommand({ restApiId }))
  const method = { restApiId, resourceId: items?.[0]?.id, httpMethod: 'GET' }
  await client.send(new sdk.PutMethodCommand({ ...method, authorizationType: 'NONE' }))
  await client.send(
    new sdk.PutIntegrationCommand({
      ...method,
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'GET',
      uri: 'http://backend.example.com/',
    }),
  )
  await client.send(new sdk.CreateDeploymentCommand({ restApiId, stageName: 'dev' }))
  return restApiId ?? ''
}
