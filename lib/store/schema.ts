/**
 * The tables, as SQLite and PostgreSQL both keep them: text columns for JSON (PostgreSQL's `json` comes back parsed,
 * `jsonb` reorders keys), text for times in ISO 8601, integers for counters.
 */
export interface Tables {
  topology: TopologyTable
  edit: EditTable
  person: PersonTable
  sign_in_link: SignInLinkTable
  audit: AuditTable
  migration: MigrationTable
}

export interface TopologyTable {
  id: string
  name: string
  /** The document as JSON text. */
  document: string
  revision: number
  /** `Picture` as JSON text, so that a list of topologies needs no document. */
  picture: string
  owner: string
  created_at: string
  updated_at: string
  /** Set by delete, cleared by its undo. */
  deleted_at: string | null
}

/** The history: one row per edit, never changed. `revision` is the topology's revision after it. */
export interface EditTable {
  topology: string
  revision: number
  label: string
  patch: string
  inverse: string
  source: string
  author: string
  at: string
}

export interface PersonTable {
  id: string
  name: string
  role: string
  /** scrypt, as `lib/auth/password.ts` writes it; null where no password is set. */
  password: string | null
  /** Raised when password or role change: sessions of an older epoch have ended. */
  epoch: number
  created_at: string
}

export interface SignInLinkTable {
  /** SHA-256 of the link's token: whoever reads the table cannot sign in with it. */
  token_hash: string
  person: string
  expires_at: string
  used_at: string | null
}

export interface AuditTable {
  id: string
  at: string
  actor: string
  action: string
  subject: string
}

export interface MigrationTable {
  name: string
  at: string
}
