import { Fragment } from 'react'

/** A URL that turns over only where it has a joint: no label, id or segment is ever broken. */
export function UrlLines({ url, quiet }: { url: string; quiet: boolean }) {
  return (
    <code className={`text-[11.5px] leading-[17px] ${quiet ? 'text-ink3' : ''}`}>
      <Joined pieces={joints(url)} strong={quiet ? -1 : 1} />
    </code>
  )
}

/** A command that turns over between its words and at the joints of its URL. */
export function CommandLines({ command }: { command: string }) {
  return (
    <Joined
      pieces={command.split(/(?<=\s)/).flatMap((word) => (/^'?https?:/.test(word) ? joints(word) : labels(word)))}
    />
  )
}

/** A header that turns over between the labels of its host only. */
export function HeaderLine({ name, value }: { name: string; value: string }) {
  return (
    <code className="block text-id text-ink2">
      <Joined
        pieces={[
          `-H "${name}: `,
          ...labels(value).map((piece, at, all) => (at === all.length - 1 ? `${piece}"` : piece)),
        ]}
      />
    </code>
  )
}

function Joined({ pieces, strong = -1 }: { pieces: string[]; strong?: number }) {
  return pieces.map((piece, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      <span className={`whitespace-pre ${at === strong ? 'font-semibold' : ''}`}>{piece}</span>
    </Fragment>
  ))
}

/** The suffix of AWS (`.amazonaws.com.cn`) stays in one piece. */
const labels = (host: string) => host.split(/(?=\.(?!com(?:\.|$)|cn$))/)

/** Before the labels of the host and each slash of the path. */
export function joints(url: string): string[] {
  const parts = /^('?https?:\/\/)([^/?#]*)(.*)$/s.exec(url)
  if (!parts) return [url]
  const [, scheme = '', host = '', rest = ''] = parts
  return [scheme, ...labels(host), ...rest.split(/(?=[/?&])/)].filter((piece) => piece !== '')
}
