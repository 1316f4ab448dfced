import type { Part } from '../part'
import { providerEndpoint as endpoint } from '../pieces/providerEndpoint'
import type { Setting } from '../setting'

/** The provider VPC's execute-api endpoint where the chain has none: its private DNS catches every API of the region. */
export const providerEndpoint = (part: Part, setting: Setting): Part => ({ ...part, ...endpoint(setting) })
