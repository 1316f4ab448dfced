import type { Header, Invocation } from './invocation'

/** Headers whose values let somebody else make the call. */
const secret =
  /^(?:authorization|proxy-authorization|cookie|x-api-key|x-amz-security-token|.*(?:token|secret|password))$/i
const secretQuery = /([?&](?:X-Amz-(?:Signature|Security-Token|Credential)|access_token|token|api_key|apikey)=)[^&#]*/gi

/** What stands for a value that is not kept. */
export const redacted = '(not kept)'

/** `Bearer …` keeps its first word: which kind of credential it was decides some answers. */
const header = ({ name, value }: Header): Header => {
  if (!secret.test(name) || value === '') return { name, value }
  const scheme = /^(Bearer|Basic)\s/i.exec(value)?.[1]
  return { name, value: scheme === undefined ? redacted : `${scheme} ${redacted}` }
}

/** The call as it may be stored or shared: nothing in it lets anybody make the call. */
export const redact = (invocation: Invocation): Invocation => ({
  ...invocation,
  url: invocation.url.replace(secretQuery, '$1').replace(/^(https?:\/\/)[^/?#@]*@/i, '$1'),
  headers: invocation.headers.map(header),
})
