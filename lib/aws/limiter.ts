/** A token bucket: `burst` tokens, refilled at `rate` a second. */
export interface Bucket {
  rate: number
  burst: number
}

/**
 * The buckets of AWS's control planes, per account and region. API Gateway's is shared by all its operations and cannot
 * be raised: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html ; ELBv2's:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html ; ECS's:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/request-throttling.html ; EC2 counts per action:
 * https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
 */
const buckets: Record<string, Bucket> = {
  apigateway: { rate: 10, burst: 40 },
  GetResources: { rate: 2.5, burst: 5 },
  ec2: { rate: 20, burst: 100 },
  elasticloadbalancing: { rate: 10, burst: 40 },
  ecs: { rate: 20, burst: 50 },
  other: { rate: 5, burst: 10 },
}

/** Which buckets a call draws from. */
export function bucketsOf(service: string, operation: string): string[] {
  if (service === 'apigateway') return operation === 'GetResources' ? ['apigateway', 'GetResources'] : ['apigateway']
  return [service in buckets ? service : 'other']
}

interface State {
  tokens: number
  at: number
}

/** One limiter serves everything that runs against an account and region in this process. */
export class Limiter {
  readonly #states = new Map<string, State>()

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly sleep: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
  ) {}

  /** Resolves when every named bucket has given a token; the token is taken at once, so callers queue in order. */
  async take(place: string, names: string[]): Promise<void> {
    const wait = Math.max(...names.map((name) => this.#reserve(`${place}/${name}`, buckets[name] ?? other)))
    if (wait > 0) await this.sleep(wait)
  }

  #reserve(key: string, { rate, burst }: Bucket): number {
    const now = this.now()
    const state = this.#states.get(key) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, state.tokens + ((now - state.at) / 1000) * rate) - 1
    this.#states.set(key, { tokens, at: now })
    return tokens >= 0 ? 0 : (-tokens / rate) * 1000
  }
}

const other: Bucket = { rate: 5, burst: 10 }
