import { invokeArn, type Place } from './arns'

/** The parts of an ARN that a policy names a call by; `path` without its leading slash. */
export interface InvokeArn {
  partition: string
  region: string
  accountId: string
  api: string
  stage: string
  method: string
  path: string
}

const pattern = /^arn:([^:]*):execute-api:([^:]*):([^:]*):([^/]+)\/([^/]*)\/([^/]*)(?:\/(.*))?$/

export function parseInvokeArn(arn: string): InvokeArn | undefined {
  const [whole, partition, region, accountId, api, stage, method, path] = pattern.exec(arn) ?? []
  if (whole === undefined) return undefined
  return {
    partition: partition ?? '',
    region: region ?? '',
    accountId: accountId ?? '',
    api: api ?? '',
    stage: stage ?? '',
    method: method ?? '',
    path: path ?? '',
  }
}

/**
 * The ARN of one call: what policies are asked about, and what a denial prints. The root path leaves a slash at the end
 * (`…/GET/`): https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
 */
export const methodArn = (place: Place, apiId: string, stage: string, method: string, path: string): string =>
  invokeArn(place, apiId, stage, method, path.replace(/^\//, ''))

/**
 * The short form that API Gateway expands when a policy is saved: `execute-api:/stage/METHOD/path`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function expandInvokeArn(text: string, place: Place, apiId: string): string {
  const rest = /^execute-api:\/(.*)$/.exec(text)?.[1]
  if (rest === undefined) return text
  const [partition] = invokeArn(place, apiId).split(`:execute-api:`)
  return `${partition}:execute-api:${place.region}:${place.accountId}:${apiId}/${rest}`
}

/** The account as a denial prints it: only its last four digits. */
export const maskedAccount = (accountId: string): string => `********${accountId.slice(-4)}`
