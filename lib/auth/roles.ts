/** Each role may do what those before it may. `anyone` is not signed in. */
export const roles = ['viewer', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** viewer: see, trace, explain, export. editor: also edit. admin: also members and connections. */
export const mayActAs = (role: Role, wanted: Role): boolean => roles.indexOf(role) >= roles.indexOf(wanted)

export const isRole = (word: string): word is Role => roles.some((role) => role === word)
