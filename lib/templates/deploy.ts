import { deploy as deployTo } from '@/lib/topology/deployment'
import type { ResourceOf } from '@/lib/topology/document'

export const guideStage = 'dev'

/** The REST API after it is deployed to the guide's stage. */
export const deploy = (restApi: ResourceOf<'restApi'>, deploymentId: string): ResourceOf<'restApi'> =>
  deployTo(restApi, deploymentId, guideStage)
