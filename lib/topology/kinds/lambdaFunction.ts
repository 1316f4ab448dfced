import { z } from 'zod'
import { base, policy, ref, software } from '../field'

export const lambdaFunction = z.looseObject({
  kind: z.literal('lambdaFunction'),
  ...base,
  subnets: z.array(ref('subnet')).optional(),
  securityGroups: z.array(ref('securityGroup')).optional(),
  invokableBy: policy().optional(),
  software: software.optional(),
})
