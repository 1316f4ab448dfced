import { openField, selectResource } from '@/components/editor/actions'
import { useEditing, useEditorState } from '@/components/editor/Editing'
import type { Finding } from '@/lib/findings/finding'
import { AcceptedList } from './AcceptedList'
import { FindingItem } from './FindingItem'
import { groupedByRule, keyOf, type RuleGroup } from './grouped'
import { titles } from './review'
import { SeverityBars } from './Severity'

/** What the rules remark, by rule; what somebody accepted stands apart. */
export default function FindingsPanel({ user }: { user: string }) {
  const { store } = useEditing()
  const found = useEditorState((state) => state.findings)
  const finding = useEditorState((state) => state.finding)
  if (!found) return <p className="px-3 py-3 text-ink3">The rules are looking.</p>
  const open = (next: Finding) => {
    const again = finding !== undefined && keyOf(next) === keyOf(finding)
    store.setState({ finding: again ? undefined : next })
    if (!again) selectResource(store, next.resource)
  }
  return (
    <div className="h-full overflow-y-auto pb-4">
      <h2 className="sr-only">Findings</h2>
      {groupedByRule(found.findings, titles).map((group) => (
        <section key={group.rule} aria-label={group.title} className="border-b border-line">
          <Head group={group} />
          <ul>
            {group.findings.map((each) => (
              <FindingItem
                key={keyOf(each)}
                finding={each}
                user={user}
                open={finding !== undefined && keyOf(each) === keyOf(finding)}
                onOpen={() => open(each)}
                onResource={(resource) => selectResource(store, resource)}
                onField={(resource, path) => openField(store, resource, path)}
              />
            ))}
          </ul>
        </section>
      ))}
      <AcceptedList accepted={found.suppressed} />
    </div>
  )
}

function Head({ group: { title, severity, findings, docs } }: { group: RuleGroup }) {
  return (
    <div className="flex items-start gap-2 px-3 pt-2.5 pb-1">
      <span className="mt-[3px]">
        <SeverityBars severity={severity} />
      </span>
      <h3 className="min-w-0 flex-1 font-semibold">
        {title}
        {findings.length > 1 && (
          <span className="ml-1.5 font-mono text-id font-normal text-ink3">{findings.length}</span>
        )}
      </h3>
      <a
        href={docs}
        target="_blank"
        rel="noreferrer"
        aria-label={`What AWS says about: ${title}`}
        className="shrink-0 text-label text-accent hover:underline"
      >
        AWS
      </a>
    </div>
  )
}
