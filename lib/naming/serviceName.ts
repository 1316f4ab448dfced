import { isRegion } from './suffix'

/**
 * The service name of an interface endpoint for API Gateway: `com.amazonaws.{region}.execute-api`, in China with `cn.`
 * before it. China's list mixes both, so a name is matched by its end and never derived:
 * https://docs.amazonaws.cn/en_us/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const pattern = /(?:^|\.)com\.amazonaws\.([a-z0-9-]+)\.([a-z0-9.-]+)$/

export function parseServiceName(serviceName: string): { region: string; service: string } | undefined {
  const [, region, service] = pattern.exec(serviceName) ?? []
  return region === undefined || service === undefined || !isRegion(region) ? undefined : { region, service }
}

/** Whether an endpoint of this service carries calls to private APIs of the region. */
export function isExecuteApiService(serviceName: string, region: string): boolean {
  const parsed = parseServiceName(serviceName)
  return parsed?.service === 'execute-api' && parsed.region === region
}

/** The name to create an endpoint with. */
export const executeApiServiceName = (region: string): string =>
  `${region.startsWith('cn-') ? 'cn.' : ''}com.amazonaws.${region}.execute-api`
