import { type PolicyRule, place } from './rule'
import { textsOf } from './texts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const variableWithoutVersion: PolicyRule = {
  id: 'variable-without-version',
  find: (policy) =>
    policy.version === '2012-10-17'
      ? []
      : textsOf(policy)
          .filter((value) => /\$\{(?:[a-z-]+:|[*?$]\})/i.test(value.text))
          .map((value) => ({
            ...place(value),
            severity: 'warning',
            sentence: `Without Version 2012-10-17 a variable is plain text: ${value.text} is compared as it stands.`,
          })),
}
