import type { Service, Task } from '@aws-sdk/client-ecs'
import type { ResourceOf } from '@/lib/topology/document'
import { pages } from '../batch'
import { Parts } from '../holes'
import type { Site } from '../site'
import { set, taggedBy } from './tags'

/** DescribeServices takes ten names, DescribeTasks a hundred: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const servicesPerCall = 10
const tasksPerCall = 100

/** Reads the services that register their tasks in a target group. No call leads from a group to them: all are listed. */
export async function servicesFor(site: Site, targetGroupArn: string): Promise<void> {
  try {
    const all = await site.shared(services)
    const found = all.filter((s) => s.loadBalancers?.some((lb) => lb.targetGroupArn === targetGroupArn))
    await Promise.all(found.map((service) => site.shared(reading)(service)))
  } catch (error) {
    site.survey.unseen(site.reach, 'ecsService', error)
  }
}

async function services(site: Site): Promise<Service[]> {
  const { client, sdk } = await site.clients.ecs()
  const clusters = await pages(async (nextToken) => {
    const page = await client.send(new sdk.ListClustersCommand({ nextToken }))
    return { items: page.clusterArns, next: page.nextToken }
  })
  const inClusters = clusters.map(async (cluster) => {
    const arns = await pages(async (nextToken) => {
      const page = await client.send(new sdk.ListServicesCommand({ cluster, maxResults: 100, nextToken }))
      return { items: page.serviceArns, next: page.nextToken }
    })
    const described = chunks(arns, servicesPerCall).map(
      async (chunk) =>
        (await client.send(new sdk.DescribeServicesCommand({ cluster, services: chunk, include: ['TAGS'] }))).services,
    )
    return (await Promise.all(described)).flatMap((some) => some ?? [])
  })
  return (await Promise.all(inClusters)).flat()
}

/** One reading per service, however many groups it registers in. */
const reading = (site: Site) => {
  const read = new Map<string, Promise<void>>()
  return (service: Service): Promise<void> => {
    const arn = service.serviceArn ?? ''
    const now = read.get(arn) ?? add(site, arn, service)
    read.set(arn, now)
    return now
  }
}

async function add(site: Site, arn: string, service: Service): Promise<void> {
  const id = site.survey.idOfArn(arn)
  site.inspection.progress('ecsService', id)
  const { subnets = [], securityGroups = [], assignPublicIp } = service.networkConfiguration?.awsvpcConfiguration ?? {}
  for (const subnet of subnets) site.see('subnet', subnet)
  for (const group of securityGroups) site.see('securityGroup', group)
  const parts = new Parts()
  const tasks = await parts.read('/tasks', () => tasksOf(site, service))
  const tags = Object.fromEntries((service.tags ?? []).map(({ key = '', value = '' }) => [key, value]))
  site.add(id, {
    kind: 'ecsService',
    ...taggedBy(tags),
    name: service.serviceName ?? id,
    arn,
    ...site.place,
    cluster: (service.clusterArn ?? '').split('/').at(-1) ?? '',
    launchType: launchTypeOf(service),
    status: service.status ?? '',
    desiredCount: service.desiredCount ?? 0,
    runningCount: service.runningCount ?? 0,
    pendingCount: service.pendingCount ?? 0,
    deployments: (service.deployments ?? []).map((d) => ({
      status: d.status ?? '',
      runningCount: d.runningCount ?? 0,
      ...set({ rolloutState: d.rolloutState, failedTasks: d.failedTasks }),
    })),
    loadBalancers: (service.loadBalancers ?? []).flatMap((lb) => {
      if (lb.targetGroupArn === undefined) return []
      site.see('targetGroup', lb.targetGroupArn)
      const targetGroup = site.survey.idOfArn(lb.targetGroupArn)
      return [{ targetGroup, containerName: lb.containerName ?? '', containerPort: lb.containerPort ?? 0 }]
    }),
    ...set({ healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds, assignPublicIp }),
    subnets,
    securityGroups,
    tasks: tasks ?? [],
    ...parts.notVisible,
  })
}

/** A service with a capacity provider strategy has no launch type. */
const launchTypeOf = ({ launchType, capacityProviderStrategy }: Service): string =>
  launchType ?? (capacityProviderStrategy?.some((c) => c.capacityProvider?.startsWith('FARGATE')) ? 'FARGATE' : 'EC2')

type WrittenTask = ResourceOf<'ecsService'>['tasks'][number]

/** The running tasks; where fewer run than are wanted, also those that stopped within the last hour, for their reason. */
async function tasksOf(site: Site, service: Service): Promise<WrittenTask[]> {
  const { client, sdk } = await site.clients.ecs()
  const { clusterArn: cluster, serviceName } = service
  const list = (desiredStatus: 'RUNNING' | 'STOPPED') =>
    pages(async (nextToken) => {
      const page = await client.send(new sdk.ListTasksCommand({ cluster, serviceName, desiredStatus, nextToken }))
      return { items: page.taskArns, next: page.nextToken }
    })
  const short = (service.runningCount ?? 0) < (service.desiredCount ?? 0)
  const arns = (await Promise.all([list('RUNNING'), ...(short ? [list('STOPPED')] : [])])).flat()
  const described = chunks(arns, tasksPerCall).map(
    async (tasks) => (await client.send(new sdk.DescribeTasksCommand({ cluster, tasks }))).tasks,
  )
  return (await Promise.all(described)).flatMap((some) => some ?? []).flatMap(taskOf)
}

/** Only a task with an interface of its own (awsvpc) has an address to send to. */
function taskOf(task: Task): WrittenTask[] {
  const details = task.attachments?.find((a) => a.type === 'ElasticNetworkInterface')?.details ?? []
  const detail = (name: string) => details.find((d) => d.name === name)?.value
  const [privateIpAddress, subnet] = [detail('privateIPv4Address'), detail('subnetId')]
  if (privateIpAddress === undefined || subnet === undefined) return []
  return [
    {
      id: task.taskArn?.split('/').at(-1) ?? '',
      privateIpAddress,
      subnet,
      lastStatus: task.lastStatus ?? '',
      ...set({ stopCode: task.stopCode || undefined, stoppedReason: task.stoppedReason || undefined }),
    },
  ]
}

const chunks = <T>(items: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
