import { unknownAction } from './actions'
import { denyWithoutAllow, notPrincipalAllow } from './effects'
import { endpointLimits } from './endpointLimits'
import { grammar } from './grammar'
import { unknownId } from './ids'
import { conditionKeys } from './keys'
import { placeholder } from './placeholder'
import { wrongResource } from './resources'
import type { PolicyRule } from './rule'
import { size } from './size'
import { valueForm } from './values'
import { variableWithoutVersion } from './variables'

/** Every rule on the text of a policy, what AWS refuses first. */
export const policyRules: readonly PolicyRule[] = [
  grammar,
  placeholder,
  size,
  denyWithoutAllow,
  wrongResource,
  conditionKeys,
  unknownAction,
  valueForm,
  unknownId,
  variableWithoutVersion,
  notPrincipalAllow,
  endpointLimits,
]
