/**
 * The policy of a REST API as AWS hands it out: JSON whose quotes are escaped by backslashes once more
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html).
 * Text that is JSON already, or never becomes any, stays as it is.
 */
export function policyText(text: string): string {
  if (isJson(text)) return text
  try {
    const unescaped: unknown = JSON.parse(`"${text}"`)
    return typeof unescaped === 'string' && isJson(unescaped) ? unescaped : text
  } catch {
    return text
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Endpoints and VPCs that a policy names in its conditions (aws:SourceVpce, aws:SourceVpc). */
export function placesIn(text: string | undefined): { endpoints: string[]; vpcs: string[] } {
  const endpoints = new Set<string>()
  const vpcs = new Set<string>()
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') {
      if (key === 'aws:sourcevpce' && /^vpce-[0-9a-f]{8,}$/.test(value)) endpoints.add(value)
      if (key === 'aws:sourcevpc' && /^vpc-[0-9a-f]{8,}$/.test(value)) vpcs.add(value)
    } else if (Array.isArray(value)) for (const item of value) walk(item, key)
    else if (typeof value === 'object' && value !== null)
      for (const [inner, item] of Object.entries(value)) walk(item, inner.toLowerCase())
  }
  if (text !== undefined && isJson(text)) walk(JSON.parse(text), '')
  return { endpoints: [...endpoints], vpcs: [...vpcs] }
}
