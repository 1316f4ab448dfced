import type { Fix } from '@/lib/trace/trace'
import { Code } from './Code'

/** The smallest change that lets the call through: words first, then the commands to copy. */
export function Fixes({ fixes }: { fixes: Fix[] }) {
  if (fixes.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      <h4 className="text-label text-ink2">Fix</h4>
      {fixes.map((fix) => (
        <div key={fix.label} className="flex flex-col gap-1.5">
          <p>{fix.label}</p>
          {fix.commands.length > 0 && (
            <Code text={fix.commands.map((each) => each.command).join('\n')} label="Copy the commands" />
          )}
          {fix.commands.map(
            (each) =>
              each.note !== undefined && (
                <p key={each.command} className="text-fact text-ink3">
                  {each.note}
                </p>
              ),
          )}
        </div>
      ))}
    </div>
  )
}
