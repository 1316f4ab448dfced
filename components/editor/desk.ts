import type { Settled } from '@/lib/explain/settle/settle'
import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import type { InvokeUrl } from '@/lib/urls/invokeUrl'
import type { Mended } from './mend'

export interface UrlsQuestion {
  /** Absent: every vantage. */
  vantage?: string
  api?: string
  caller: 'curl' | 'browser'
  params?: Record<string, string>
}

/** Output of a command that was run at a vantage, and the day of it. */
export interface SettleQuestion {
  vantage: string
  pasted: string
  on: string
}

/** A URL form with the call that its command makes, and the command in the other shell. */
export interface CallableUrl extends InvokeUrl {
  call: Invocation
  powershell: string
}

/** What the worker is asked, and what it answers. The document goes along only when it has changed. */
export interface Questions {
  trace: { asks: Invocation; answers: Trace }
  open: { asks: { from?: string; curl?: string }; answers: { call: Invocation; trace: Trace } | null }
  urls: { asks: UrlsQuestion; answers: CallableUrl[] }
  mend: { asks: Invocation; answers: Mended }
  settle: { asks: SettleQuestion; answers: Settled }
}
export type Subject = keyof Questions

export interface Question<S extends Subject = Subject> {
  n: number
  subject: S
  asks: Questions[S]['asks']
  document?: TopologyDocument
}

export interface Reply {
  n: number
  answer?: Questions[Subject]['answers']
  failed?: string
}

/** The part of `Worker` that is used. */
export interface Line {
  postMessage(question: Question): void
  addEventListener(type: 'message', listener: (event: MessageEvent<Reply>) => void): void
  addEventListener(type: 'error', listener: () => void): void
  terminate(): void
}

export interface Desk {
  /** Starts the worker ahead of its first question. */
  open(): void
  ask<S extends Subject>(
    subject: S,
    document: TopologyDocument,
    asks: Questions[S]['asks'],
  ): Promise<Questions[S]['answers']>
  close(): void
}

/** The main thread's end of the worker, which starts at the first question. */
export function createDesk(start: () => Line): Desk {
  let n = 0
  let line: Line | undefined
  let sent: TopologyDocument | undefined
  const waiting = new Map<number, (reply: Omit<Reply, 'n'>) => void>()

  const opened = (): Line => {
    if (line) return line
    line = start()
    line.addEventListener('message', ({ data }) => {
      const heard = waiting.get(data.n)
      waiting.delete(data.n)
      heard?.(data)
    })
    line.addEventListener('error', () => {
      for (const heard of waiting.values()) heard({ failed: 'The worker stopped.' })
      waiting.clear()
    })
    return line
  }

  return {
    open() {
      opened()
    },
    ask<S extends Subject>(subject: S, document: TopologyDocument, asks: Questions[S]['asks']) {
      n += 1
      const question = { n, subject, asks, ...(document === sent ? {} : { document }) }
      sent = document
      opened().postMessage(question)
      return new Promise<Questions[S]['answers']>((done, refuse) =>
        waiting.set(question.n, ({ answer, failed }) =>
          failed === undefined ? done(answer as Questions[S]['answers']) : refuse(new Error(failed)),
        ),
      )
    },
    close() {
      line?.terminate()
      waiting.clear()
    },
  }
}
