import type { Invocation } from '@/lib/invocation/invocation'

/** The call as one bash line. The printer is loaded when it is first needed. */
export const curlOf = async (call: Invocation): Promise<string> => {
  const { printCurl } = await import('@/lib/invocation/curl/print')
  return printCurl(call, { shell: 'bash', oneLine: true })
}
