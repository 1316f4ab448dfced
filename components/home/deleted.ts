/** The topology that was deleted last in this tab: home offers to bring it back. */
export interface Deleted {
  id: string
  name: string
}

const key = 'throughline.deleted'

export const rememberDeleted = (deleted: Deleted) => sessionStorage.setItem(key, JSON.stringify(deleted))

/** Reads it once: a reload of home no longer offers it. */
export function takeDeleted(): Deleted | undefined {
  const text = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  return text === null ? undefined : (JSON.parse(text) as Deleted)
}
