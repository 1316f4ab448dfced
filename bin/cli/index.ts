import type { Command } from './command'
import { interpreted } from './interpreted'

export interface Entry {
  name: string
  says: string
  /** Loaded when the command runs: `--help` must not wait for a schema to compile. */
  load: () => Promise<{ command: Command }>
}

/** The commands in the order of the help. */
export const commands: Entry[] = [
  { name: 'template', says: 'print a chain of the guide as a topology', load: () => import('./template') },
  { name: 'validate', says: 'check a topology document', load: () => interpreted(() => import('./validate')) },
  { name: 'trace', says: 'predict whether a call gets through', load: () => interpreted(() => import('./trace')) },
  {
    name: 'urls',
    says: 'every way to invoke every method, from every vantage',
    load: () => interpreted(() => import('./urls')),
  },
  { name: 'inspect', says: 'follow a deployed chain in AWS into a topology', load: () => import('./inspect') },
  {
    name: 'export',
    says: 'write a topology or its calls in another format',
    load: () => interpreted(() => import('./export')),
  },
  {
    name: 'matrix',
    says: 'every call from every vantage, in one table',
    load: () => interpreted(() => import('./matrix')),
  },
  { name: 'diff', says: 'what differs between two topologies', load: () => interpreted(() => import('./diff')) },
  {
    name: 'drift',
    says: 'how what is in AWS differs from its design, and what that does to the calls',
    load: () => interpreted(() => import('./drift')),
  },
  {
    name: 'check',
    says: 'what the rules remark on a topology',
    load: () => interpreted(() => import('./check')),
  },
  {
    name: 'explain',
    says: 'explain a failed call from whatever it printed',
    load: () => interpreted(() => import('./explain')),
  },
  { name: 'test', says: 'trace calls with known outcomes and compare', load: () => import('./test') },
  { name: 'policy', says: 'evaluate policies and compare with what cases expect', load: () => import('./policy') },
  { name: 'link', says: 'print a new link that signs the owner in', load: () => import('./link') },
  { name: 'passwd', says: 'set a password, and with --role a role', load: () => import('./passwd') },
  { name: 'backup', says: 'copy the database, also while the server runs', load: () => import('./backup') },
  { name: 'restore', says: 'put a copy back in place', load: () => import('./restore') },
]
