import { createServer } from 'node:net'
import { SettingError, type Settings } from './settings'

/** @throws SettingError where the port is taken or the address is none of this machine */
export async function checkPort({ host, port }: Settings): Promise<void> {
  const failure = await tryToListen(host, port)
  if (failure === undefined) return
  if (failure === 'EADDRINUSE')
    throw new SettingError(
      `Port ${port} is taken${await whoAnswers(port)}. Stop it, or take another port: PORT=${port + 1} bin/start`,
    )
  if (failure === 'EACCES')
    throw new SettingError(`Port ${port} is for root alone. Take one above 1023: PORT=3000 bin/start`)
  if (failure === 'EADDRNOTAVAIL' || failure === 'ENOTFOUND')
    throw new SettingError(`HOST is "${host}", which is no address of this machine.`)
  throw new SettingError(`Nothing can listen on ${host}:${port} (${failure}).`)
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

async function whoAnswers(port: number): Promise<string> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(1000) })
    const { product } = await answer.json()
    return product === 'throughline' ? ' by a Throughline that is running already' : ' by another program'
  } catch {
    // Whatever holds the port does not answer as Throughline would.
    return ' by another program'
  }
}
