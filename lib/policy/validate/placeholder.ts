import { type PolicyRule, place } from './rule'
import { textsOf } from './texts'

/** `{vpc_id}`, `<vpc-id>`: a hole of the text it was copied from. AWS's own variables are written `${…}`. */
const hole = /(?:^|[^$])(\{[^{}$]*\})|(<[A-Za-z][\w -]*>)/

export const placeholder: PolicyRule = {
  id: 'placeholder',
  find: (policy) =>
    textsOf(policy).flatMap((value) => {
      const hit = hole.exec(value.text)
      const written = hit?.[1] ?? hit?.[2]
      if (written === undefined) return []
      const sentence = `${written} is a placeholder that was never filled in, so ${value.text} matches no call.`
      return [{ ...place(value), severity: 'error', sentence }]
    }),
}
