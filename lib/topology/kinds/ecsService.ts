import { z } from 'zod'
import { base, ip, port, ref, software } from '../field'

export const ecsService = z.looseObject({
  kind: z.literal('ecsService'),
  ...base,
  cluster: z.string(),
  launchType: z.string(),
  status: z.string(),
  desiredCount: z.number().int(),
  runningCount: z.number().int(),
  pendingCount: z.number().int(),
  deployments: z.array(
    z.looseObject({
      status: z.string(),
      rolloutState: z.string().optional(),
      runningCount: z.number().int(),
      failedTasks: z.number().int().optional(),
    }),
  ),
  loadBalancers: z.array(
    z.looseObject({ targetGroup: ref('targetGroup'), containerName: z.string(), containerPort: port() }),
  ),
  healthCheckGracePeriodSeconds: z.number().int().optional(),
  assignPublicIp: z.enum(['ENABLED', 'DISABLED']).optional(),
  subnets: z.array(ref('subnet')),
  securityGroups: z.array(ref('securityGroup')),
  tasks: z.array(
    z.looseObject({
      id: z.string(),
      privateIpAddress: ip(),
      subnet: ref('subnet'),
      lastStatus: z.string(),
      stopCode: z.string().optional(),
      stoppedReason: z.string().optional(),
    }),
  ),
  software: software.optional(),
})
