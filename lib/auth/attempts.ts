import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '@/lib/store/appError'

const seconds = 15 * 60

/** Failed sign-ins from one address, and for one name from everywhere. */
export class Attempts {
  private readonly byAddress: RateLimiterMemory
  private readonly byName: RateLimiterMemory

  constructor({ perAddress = 10, perName = 50 } = {}) {
    this.byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: perAddress, duration: seconds })
    this.byName = new RateLimiterMemory({ keyPrefix: 'name', points: perName, duration: seconds })
  }

  /** Counts an attempt before it is judged, so that many at once do not slip by. @throws AppError `tooMany` */
  async begin(address: string, name: string): Promise<void> {
    try {
      await this.byAddress.consume(address)
      await this.byName.consume(name)
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const minutes = Math.ceil(refused.msBeforeNext / 60_000)
      throw new AppError('tooMany', `Too many sign-ins failed. The next is taken in ${minutes} minutes.`)
    }
  }

  async succeeded(address: string, name: string): Promise<void> {
    await this.byAddress.delete(address)
    await this.byName.reward(name)
  }
}
