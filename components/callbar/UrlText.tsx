/** Ids of APIs are shorter and stay whole. */
const longest = 16

/** The URL at rest: scheme and suffix stand back; a long first label loses its middle, then the path its end. */
export function UrlText({ url }: { url: string }) {
  const parts = /^(https?:\/\/)([^/.:?#]*)([^/?#]*)(.*)$/i.exec(url)
  if (!parts) return <span className="truncate text-ink">{url}</span>
  const [, scheme, label = '', rest, path] = parts
  const cut = cutOf(label)
  return (
    <span className="flex min-w-0 font-mono text-body">
      <span className="shrink-0 text-ink3 max-[1180px]:hidden">{scheme}</span>
      <span
        className={`font-medium text-ink ${label.length > longest ? 'min-w-[8ch] shrink-[10] truncate' : 'shrink-0'}`}
      >
        {label.slice(0, cut)}
      </span>
      <span className="shrink-0 font-medium text-ink">{label.slice(cut)}</span>
      <span className="min-w-4 shrink-[100000] truncate text-ink3">{rest}</span>
      <span className="min-w-[9ch] truncate font-medium text-ink">{path}</span>
    </span>
  )
}

/** Names share their heads, so what stays is the last word behind a hyphen. */
function cutOf(label: string): number {
  const cut = label.length > longest ? label.lastIndexOf('-', label.length - 5) : -1
  return cut < label.length - 20 ? label.length : cut
}
