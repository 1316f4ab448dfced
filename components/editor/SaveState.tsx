import type { Save } from './autosave'

const time = (at: Date) => at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false })

/** The second line of the title: what became of the last edit. */
export function SaveState({ save, readOnly }: { save: Save; readOnly: boolean }) {
  return (
    <span role="status" className={save.word === 'saved' || save.word === 'saving' ? '' : 'text-fail'}>
      {readOnly ? 'Read-only' : words(save)}
      {save.word === 'stale' && (
        <button type="button" className="ml-1 text-accent underline" onClick={() => location.reload()}>
          Reload
        </button>
      )}
    </span>
  )
}

function words(save: Save): string {
  switch (save.word) {
    case 'saving':
      return 'Saving…'
    case 'saved':
      return save.at ? `Saved ${time(save.at)}` : 'Saved'
    case 'offline':
      return 'Not saved: offline'
    case 'stale':
      return 'Changed elsewhere.'
    case 'refused':
      return `Not saved: ${save.says}`
  }
}
