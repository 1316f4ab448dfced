import type { TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2'
import { once } from '../batch'
import type { Site } from '../site'

/** Registered targets with their health; one group a call, not paginated. */
export const targetsOf = (site: Site) =>
  once(async (TargetGroupArn: string): Promise<TargetHealthDescription[]> => {
    const { client, sdk } = await site.clients.elb()
    const answer = await client.send(new sdk.DescribeTargetHealthCommand({ TargetGroupArn }))
    return answer.TargetHealthDescriptions ?? []
  })
