/** Signs in by a provider of `/api/auth`. Answers what to say when it did not work. */
export async function signIn(
  provider: 'link' | 'password',
  given: Record<string, string>,
): Promise<string | undefined> {
  try {
    const { csrfToken } = await (await fetch('/api/auth/csrf')).json()
    const answer = await fetch(`/api/auth/callback/${provider}`, {
      method: 'POST',
      body: new URLSearchParams({ ...given, csrfToken, json: 'true' }),
    })
    const { url } = await answer.json()
    const error = new URL(url, location.origin).searchParams.get('error')
    // next-auth answers a wrong CSRF token with 200 and the sign-in page.
    if (answer.ok && error === null && !new URL(url, location.origin).searchParams.has('csrf')) return undefined
    return error === null || error === 'CredentialsSignin' ? refusals[provider] : error
  } catch {
    return 'The server does not answer. Start it again with bin/start.'
  }
}

const refusals = {
  link: 'This link was used already or is older than ten minutes. bin/throughline link prints a new one.',
  password: 'Name or password is wrong. bin/throughline passwd sets a new password.',
}
