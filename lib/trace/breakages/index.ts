import type { Breakage } from './breakage'
import { notRedeployed } from './notRedeployed'
import { policy } from './policy'
import { privateDns } from './privateDns'
import { securityGroup } from './securityGroup'
import { targetGone } from './targetGone'
import { wrongHost } from './wrongHost'

/** What *Break a hop* offers, in its order. */
export const breakages: Breakage[] = [securityGroup, policy, notRedeployed, privateDns, wrongHost, targetGone]
