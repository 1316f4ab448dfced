import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/store/appError'
import type { Person } from '../people'
import { roles } from '../roles'
import { admit, parsed, toldOf } from './answer'

const person = (role: Person['role']): Person => ({ id: 'p', name: 'ana', role, epoch: 0 })

describe('admit', () => {
  it.each(roles.flatMap((has) => roles.map((wanted) => [has, wanted] as const)))('%s asks for %s', (has, wanted) => {
    const allowed = roles.indexOf(has) >= roles.indexOf(wanted)
    if (allowed) expect(() => admit(person(has), wanted)).not.toThrow()
    else expect(() => admit(person(has), wanted)).toThrow(`This needs the role ${wanted}; ana is ${has}.`)
  })

  it('wants a session for every role', () => {
    for (const wanted of roles) expect(() => admit(undefined, wanted)).toThrow('The session has ended')
    expect(() => admit(undefined, 'anyone')).not.toThrow()
  })
})

describe('parsed', () => {
  it('names the place that is wrong', () => {
    const schema = z.object({ edits: z.array(z.object({ label: z.string() })) })
    expect(() => parsed(schema, { edits: [{ label: 1 }] })).toThrow('edits.0.label: ')
    expect(parsed(schema, { edits: [], more: 1 })).toEqual({ edits: [] })
  })
})

describe('toldOf', () => {
  it('lets the message of an AppError cross, and nothing else', () => {
    const known = new AppError('stale', 'Somebody saved meanwhile.')
    expect(toldOf(known, 'action', 'r1')).toBe(known)
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'throughline-log-')), 'log.jsonl')
    vi.stubEnv('THROUGHLINE_LOG', file)
    const told = toldOf(new Error('SQLITE_CORRUPT at /srv/data/throughline.db'), 'action', 'r1')
    expect(told.code).toBe('internal')
    expect(told.message).toBe('Something failed on the server. Reference r1.')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      requestId: 'r1',
      error: 'SQLITE_CORRUPT at /srv/data/throughline.db',
    })
    vi.unstubAllEnvs()
  })
})
