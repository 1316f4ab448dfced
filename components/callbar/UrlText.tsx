/** The URL at rest: scheme and suffix stand back, the first label and the path are never cut. */
export function UrlText({ url }: { url: string }) {
  const parts = /^(https?:\/\/)([^/.:?#]*)([^/?#]*)(.*)$/i.exec(url)
  if (!parts) return <span className="truncate text-ink">{url}</span>
  const [, scheme, label, rest, path] = parts
  return (
    <span className="flex min-w-0 font-mono text-body">
      <span className="shrink-0 text-ink3 max-[1180px]:hidden">{scheme}</span>
      <span className="shrink-0 font-medium text-ink">{label}</span>
      <span className="min-w-4 shrink-[1000] truncate text-ink3">{rest}</span>
      <span className="max-w-[75%] shrink-0 truncate font-medium text-ink">{path}</span>
    </span>
  )
}
