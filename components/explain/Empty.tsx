/** What can be pasted, before anything was. */
export function Empty() {
  return (
    <div className="flex max-w-[56ch] flex-col gap-3 text-ink2">
      <p className="text-reason text-ink">A failed call says more than it seems to.</p>
      <p>
        Paste what was printed: the request is recovered, who answered is recognised, and what the answer rules out
        comes first. The causes that are left follow, each with one command that proves it.
      </p>
      <ul className="flex list-disc flex-col gap-1 pl-4 marker:text-ink3">
        <li>
          a failed <code>curl -v</code>, or the error of an SDK
        </li>
        <li>an execution log or an access log of API Gateway</li>
        <li>
          <code>nslookup</code> or <code>dig</code> of a name
        </li>
        <li>
          just <code>{'403 {"message":"Forbidden"}'}</code>
        </li>
      </ul>
    </div>
  )
}
