import type { World } from './world'

interface Input {
  cluster?: string
  services?: string[]
  serviceName?: string
  tasks?: string[]
  desiredStatus?: string
}

const clusterArn = (w: World, name: string) => `arn:aws:ecs:${w.region}:${w.account}:cluster/${name}`

/** The read operations of ECS that an inspection needs. */
export const ecs: Record<string, (world: World, input: Input) => object> = {
  ListClusters: (w) => ({
    clusterArns: [...new Set(w.all('ecsService').map(([, s]) => clusterArn(w, s.cluster)))],
  }),
  ListServices: (w, { cluster }) => ({
    serviceArns: w.all('ecsService').flatMap(([, s]) => (clusterArn(w, s.cluster) === cluster ? [s.arn] : [])),
  }),
  DescribeServices: (w, { services = [] }) => ({
    services: w
      .all('ecsService')
      .filter(([, s]) => s.arn !== undefined && services.includes(s.arn))
      .map(([, s]) => ({
        serviceArn: s.arn,
        serviceName: s.name,
        clusterArn: clusterArn(w, s.cluster),
        launchType: s.launchType,
        status: s.status,
        desiredCount: s.desiredCount,
        runningCount: s.runningCount,
        pendingCount: s.pendingCount,
        deployments: s.deployments,
        healthCheckGracePeriodSeconds: s.healthCheckGracePeriodSeconds,
        loadBalancers: s.loadBalancers.map(({ targetGroup, ...lb }) => ({ ...lb, targetGroupArn: w.arn(targetGroup) })),
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: s.subnets.map((id) => w.id(id)),
            securityGroups: s.securityGroups.map((id) => w.id(id)),
            assignPublicIp: s.assignPublicIp,
          },
        },
      })),
  }),
  ListTasks: (w, { serviceName, desiredStatus }) => ({
    taskArns: w
      .all('ecsService')
      .filter(([, s]) => s.name === serviceName)
      .flatMap(([, s]) => s.tasks.filter((t) => (t.lastStatus === 'STOPPED') === (desiredStatus === 'STOPPED')))
      .map((t) => taskArn(w, t.id)),
  }),
  DescribeTasks: (w, { tasks = [] }) => ({
    tasks: w
      .all('ecsService')
      .flatMap(([, s]) => s.tasks)
      .filter((t) => tasks.includes(taskArn(w, t.id)))
      .map((t) => ({
        taskArn: taskArn(w, t.id),
        lastStatus: t.lastStatus,
        attachments: [
          {
            type: 'ElasticNetworkInterface',
            details: [
              { name: 'privateIPv4Address', value: t.privateIpAddress },
              { name: 'subnetId', value: w.id(t.subnet) },
            ],
          },
        ],
      })),
  }),
}

const taskArn = (w: World, id: string) => `arn:aws:ecs:${w.region}:${w.account}:task/c/${id}`
