import type { ReactNode } from 'react'
import { titleOf } from '@/components/outline/tree'
import { outcomeWords } from '@/components/trace/outcomeWords'
import { Id } from '@/components/ui/Id'
import type { ExplainedCall } from '@/lib/explain/explanation'
import type { TopologyDocument } from '@/lib/topology/document'
import { answeredByWords } from './words'

/** The recovered call and its end, as far as the paste shows them. */
export function RequestFacts({ call, document }: { call: ExplainedCall; document: TopologyDocument | undefined }) {
  const { request = {}, outcome, answeredBy, vantages } = call
  const { method, url, path, headers = [], hostHeader, insecure, tool, integrationUri } = request
  const target = url ?? path
  const sent = [...(hostHeader === undefined ? [] : [{ name: 'Host', value: hostHeader }]), ...headers]
  return (
    <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-3 gap-y-1 rounded-panel border border-line bg-panel px-3 py-2">
      <Row title="Request">
        {target === undefined ? (
          <span className="text-ink3">The text shows none.</span>
        ) : (
          <>
            <code>{method ?? 'GET'}</code> <Id text={target} />
          </>
        )}
        {sent.map(({ name, value }, at) => (
          <span key={at} className="block">
            <Id text={`${name}: ${value}`} className="text-id text-ink2" />
          </span>
        ))}
        {insecure && <code className="block text-id text-ink2">-k</code>}
      </Row>
      {integrationUri !== undefined && (
        <Row title="Forwarded">
          <Id text={integrationUri} />
        </Row>
      )}
      <Row title="Ended with">
        <span className="font-mono font-semibold">
          {[outcomeWords(outcome), outcome.errorType].filter(Boolean).join(' ')}
        </span>
        {outcome.curlExitCode !== undefined && outcome.curlExitCode !== 0 && (
          <span className="ml-2 text-ink2">{`curl exit code ${outcome.curlExitCode}`}</span>
        )}
        {outcome.body !== undefined && (
          <code className="block text-id break-words whitespace-pre-wrap text-ink2">
            {outcome.body.slice(0, bodyMax)}
          </code>
        )}
      </Row>
      <Row title="Answered by">
        {answeredByWords[answeredBy]}
        {tool !== undefined && <span className="text-ink3">{`, called with ${tool}`}</span>}
      </Row>
      {document && vantages && (
        <Row title="Traced from">
          {vantages.map((vantage) => titleOf(document, vantage)).join(', ')}
          {call.assumed && (
            <span className="text-ink3">{' by the call in the call bar, since the text shows none'}</span>
          )}
        </Row>
      )}
    </dl>
  )
}

const bodyMax = 600

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-fact text-ink3">{title}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}
