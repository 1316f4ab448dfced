import { useMemo } from 'react'
import type { ResourceOf } from '@/lib/topology/document'
import { type MethodRow, methodRows } from './rows'

interface Props {
  api: ResourceOf<'restApi'>
  /** The call as this API gets it, the stage at the head of its path. */
  called: { method: string; path: string } | undefined
}

const stateWords = {
  same: 'deployed',
  other: 'saved differs',
  missing: 'not deployed',
  removed: 'no longer saved',
} satisfies Record<MethodRow['stages'][number]['state'], string>

/** Every path and method with what stands behind it, and whether the stages serve what is saved. */
export default function Methods({ api, called }: Props) {
  const rows = useMemo(() => methodRows(api), [api])
  return (
    <div className="px-1 py-3">
      <table className="w-full text-table">
        <thead>
          <tr className="border-b border-line text-left text-caption text-ink3">
            <th scope="col" className="py-1 px-2 font-medium">
              Method, authorization, integration
            </th>
            <th scope="col" className="py-1 font-medium">
              Stage
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const current = row.stages.some(
              ({ stage }) => called?.method === row.method && called.path === `/${stage}${row.path}`,
            )
            return (
              <tr
                key={`${row.method} ${row.path}`}
                aria-current={current ? 'true' : undefined}
                className={`border-b border-line align-top ${current ? 'bg-accent-tint' : ''}`}
              >
                <td className="py-1.5 pr-2 pl-2">
                  <code className="text-[11.5px]">
                    <span className="text-ink3">{row.method}</span>{' '}
                    <span className="font-medium whitespace-nowrap">{row.path}</span>
                  </code>
                  <span className="block text-fact text-ink2">
                    {[row.authorization, row.apiKey ? 'API key' : '', row.integration].filter(Boolean).join(' · ')}
                    {row.link !== undefined && (
                      <>
                        {' '}
                        <code className="text-id text-ink3">{row.link}</code>
                      </>
                    )}
                  </span>
                </td>
                <td className="py-1.5 pr-2 whitespace-nowrap">
                  {row.stages.map(({ stage, state }) => (
                    <span key={stage} className="block">
                      {stage}{' '}
                      <span className={state === 'same' ? 'text-ink3' : 'text-unknown'}>{stateWords[state]}</span>
                    </span>
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
