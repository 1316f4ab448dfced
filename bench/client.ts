import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BenchServer } from './server'

/** What a browser sends to the product, without a browser. */
export class Client {
  private readonly cookies = new Map<string, string>()

  /** Signs in by the server's link, as the sign-in page does. */
  async signIn({ url, link }: BenchServer): Promise<void> {
    const token = new URL(link).hash.replace('#link=', '')
    const { csrfToken } = await (await this.fetch(`${url}/api/auth/csrf`)).json()
    const body = new URLSearchParams({ token, csrfToken, json: 'true' })
    await this.fetch(`${url}/api/auth/callback/link`, { method: 'POST', body })
    const welcome = await this.fetch(`${url}/welcome`)
    if (!welcome.headers.get('location')?.startsWith('/t/')) throw new Error('The link did not sign in.')
  }

  /** Calls a server action of the built pages and answers with its result. */
  async action(address: string, name: string, input: unknown): Promise<unknown> {
    const answer = await this.fetch(address, {
      method: 'POST',
      headers: { 'next-action': await actionId(name), accept: 'text/x-component', 'content-type': 'text/plain' },
      body: JSON.stringify([input]),
    })
    // The answer is a stream of rows `N:JSON`; row 1 is what the action returned.
    const row = (await answer.text()).split('\n').find((line) => line.startsWith('1:'))
    if (row === undefined) throw new Error(`${name} answered ${answer.status}`)
    return JSON.parse(row.slice(2))
  }

  async fetch(address: string, options: RequestInit = {}): Promise<Response> {
    const headers = new Headers(options.headers)
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await fetch(address, { ...options, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.cookies.set(name, value)
    }
    return answer
  }
}

async function actionId(name: string): Promise<string> {
  const file = path.join(process.env.NEXT_DIST_DIR || '.next', 'server/server-reference-manifest.json')
  const { node }: { node: Record<string, { exportedName?: string }> } = JSON.parse(await readFile(file, 'utf8'))
  const id = Object.keys(node).find((key) => node[key]?.exportedName === name)
  if (id === undefined) throw new Error(`${file} names no action ${name}.`)
  return id
}
