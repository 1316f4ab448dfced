import { Fragment } from 'react'

/** A URL that turns over only where it has a joint: no label, id or segment is ever broken. */
export function UrlLines({ url, quiet }: { url: string; quiet: boolean }) {
  return (
    <code className={`text-[11.5px] leading-[17px] ${quiet ? 'text-ink3' : ''}`}>
      {joints(url).map((piece, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          <span className={`whitespace-nowrap ${at === 1 && !quiet ? 'font-semibold' : ''}`}>{piece}</span>
        </Fragment>
      ))}
    </code>
  )
}

/** Before each dot of the host and each slash of the path. */
export function joints(url: string): string[] {
  const parts = /^(https?:\/\/)([^/?#]*)(.*)$/.exec(url)
  if (!parts) return [url]
  const [, scheme = '', host = '', rest = ''] = parts
  return [scheme, ...host.split(/(?=\.)/), ...rest.split(/(?=[/?&])/)].filter((piece) => piece !== '')
}
