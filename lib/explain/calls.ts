import type { AwsFacts } from './aws/facts'
import { readAws } from './aws/read'
import type { RecoveredRequest } from './explanation'
import { type Block, blocksOf } from './paste/blocks'
import { linesOf } from './paste/clean'
import { filledIn, variablesOf } from './paste/variables'
import { programReaders, readers } from './read'
import { accessField } from './read/accessLog'
import { readCommand } from './read/command'
import { isLogLine, readExecutionLog, requestOfLog } from './read/executionLog'
import { type Facts, type Log, type Lookup, merged, noFacts } from './read/facts'
import { type Material, seenOf } from './seen/build'
import type { Seen } from './seen/seen'

/** A paste is one story; more calls than these are a log file. */
const callsMax = 20

/** Every different call that a paste shows, in its order, with whatever else belongs to it. */
export function callsIn(text: string): Seen[] {
  const lines = linesOf(text)
  const variables = variablesOf(lines)
  const blocks = blocksOf(lines)
  const aws = readAws(lines.join('\n'))
  const told = toldIn(blocks)
  const calls: Material[] = []
  const loose = noLoose()
  for (const block of blocks) {
    const read = readBlock(block, variables)
    collect(read, block, loose)
    if (block.command?.sort === 'aws' || !isCall(read, block)) continue
    const before = calls.find((call) => isSame(call.request, read.request))
    const { facts, ...call } = read
    if (before) before.runs.push(facts)
    else calls.push({ ...call, runs: [facts], around: noLoose(), aws, told })
  }
  attach(calls, loose, aws, told)
  const seen = calls.slice(0, callsMax).map(seenOf)
  for (const one of seen) one.others = seen.filter((other) => other !== one)
  return seen
}

type Read = Pick<Material, 'request' | 'invocation'> & { facts: Facts }

/** What does not say itself to which call it belongs. */
interface Loose {
  lookups: Lookup[]
  logs: Log[]
  access: Record<string, string>[]
}

const noLoose = (): Loose => ({ lookups: [], logs: [], access: [] })

function readBlock(block: Block, variables: ReadonlyMap<string, string>): Read {
  const { command } = block
  const own = block.lines.filter((line) => !isLogLine(line))
  const text = own.join('\n')
  let facts = noFacts()
  for (const reader of readers) facts = merged(facts, reader(text, own))
  if (facts.failures.length === 0 && facts.answers.length === 0)
    for (const reader of programReaders) {
      const found = reader(text, own)
      if ((found.failures ?? []).length === 0) continue
      facts = merged(facts, found)
      break
    }
  const { logs = [] } = readExecutionLog('', block.lines)
  facts = { ...facts, logs: [...facts.logs, ...logs] }
  const caller = command ? callerIn(block) : []
  facts = { ...facts, callers: [...facts.callers, ...caller] }
  if (command?.sort !== 'call') return { facts, request: facts.request }
  const { request, invocation } = readCommand(command, filledIn(command.text, variables))
  return { facts, request: { ...facts.request, ...request }, ...(invocation ? { invocation } : {}) }
}

/** Amazon's host names in a prompt hold the address of the caller. */
function callerIn(block: Block): string[] {
  const [, ...bytes] = /\bip-(\d{1,3})-(\d{1,3})-(\d{1,3})-(\d{1,3})\b/.exec(block.prompt) ?? []
  return bytes.length === 4 ? [bytes.join('.')] : []
}

/** `dig +short` prints only addresses; the name stands in the command. */
function collect(read: Read, block: Block, loose: Loose): void {
  const { facts } = read
  const asked = block.command?.sort === 'lookup' ? nameAsked(block.command.text) : undefined
  const server = block.command ? /@([\w.:-]+)/.exec(block.command.text)?.[1] : undefined
  const named = facts.lookups.map((l) => (l.name === '' && asked !== undefined ? { ...l, name: asked } : l))
  if (asked !== undefined && named.length === 0) {
    const addresses = block.lines.map((l) => l.trim()).filter((l) => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(l))
    named.push({
      name: asked,
      addresses,
      result: addresses.length > 0 ? 'answer' : 'empty',
      ...(server === undefined ? {} : { resolver: server }),
    })
  }
  loose.lookups.push(...named)
  loose.logs.push(...facts.logs)
  loose.access.push(...facts.access)
}

const nameAsked = (text: string): string | undefined =>
  text
    .split(/\s+/)
    .slice(1)
    .find((word) => /^[\w-]+(?:\.[\w-]+)+\.?$/.test(word) && !/^[\d.]+$/.test(word))
    ?.replace(/\.$/, '')
    .toLowerCase()

function isCall(read: Read, block: Block): boolean {
  if (block.command?.sort === 'call') return true
  const { failures, answers, statuses } = read.facts
  if (block.command?.sort === 'lookup') return false
  if (block.command?.sort === 'probe') return failures.length > 0
  return (
    failures.length > 0 ||
    answers.length > 0 ||
    (statuses.length > 0 && read.request.url !== undefined) ||
    isBareStatus(read)
  )
}

/** `403` alone, or a status with nothing but a URL. */
const isBareStatus = (read: Read): boolean =>
  read.facts.statuses.some((s) => s >= 400) && read.facts.access.length === 0

const isSame = (a: RecoveredRequest, b: RecoveredRequest): boolean =>
  a.url === b.url &&
  a.method === b.method &&
  a.tool === b.tool &&
  a.insecure === b.insecure &&
  a.hostHeader === b.hostHeader &&
  a.api === b.api &&
  JSON.stringify(a.headers) === JSON.stringify(b.headers) &&
  (a.url !== undefined || a.api !== undefined)

/** Names, logs and access lines go to the call that they explain; what explains none is a call of its own. */
function attach(calls: Material[], loose: Loose, aws: AwsFacts, told: string): void {
  const own = (around: Partial<Loose>): void => {
    calls.push({ runs: [noFacts()], around: { ...noLoose(), ...around }, request: {}, aws, told })
  }
  const logs = byRequest(loose.logs)
  for (const log of logs) {
    const call =
      calls.find((c) => c.around.logs.length === 0 && explains(log, c)) ??
      (calls.length === 1 && logs.length === 1 ? calls[0] : undefined)
    if (call) call.around.logs.push(log)
    else own({ logs: [log] })
  }
  for (const entry of distinct(loose.access)) {
    const call = calls.length === 1 ? calls[0] : calls.find((c) => isEntryOf(entry, c))
    if (call) call.around.access.push(entry)
    else own({ access: [entry] })
  }
  if (calls.length === 0 && loose.lookups.length > 0) own({ lookups: loose.lookups })
  else
    for (const call of calls) {
      call.around.lookups.push(...loose.lookups.filter((l) => calls.length === 1 || isAbout(l, call)))
    }
}

/** Whether a log speaks of a call: the same API, or the same path. */
function explains(log: Log, call: Material): boolean {
  const { api, path } = requestOfLog(log)
  const url = call.request.url ?? ''
  if (call.request.tool === 'test-invoke-method')
    return api === undefined || call.request.api === undefined || api === call.request.api
  const id = call.request.api ?? call.request.headers?.find((h) => /^x-apigw-api-id$/i.test(h.name))?.value
  if (api !== undefined && (url.includes(api) || call.request.hostHeader?.includes(api) || id === api)) return true
  return path !== undefined && path !== '/' && !path.includes('{') && url.includes(path)
}

function isEntryOf(entry: Record<string, string>, call: Material): boolean {
  const path = accessField(entry, 'path', 'resourcepath')
  return path !== undefined && path !== '/' && (call.request.url ?? '').includes(path)
}

const isAbout = (lookup: Lookup, call: Material): boolean =>
  lookup.name === '' ||
  (call.request.url ?? '').toLowerCase().includes(lookup.name) ||
  call.runs.some((run) => run.failures.some((f) => f.host === lookup.name))

/** Lines of one request that stand in several places are one log. */
function byRequest(logs: readonly Log[]): Log[] {
  const found: Log[] = []
  for (const log of logs) {
    const known = found.find((l) => l.requestId !== undefined && l.requestId === log.requestId)
    if (known) known.lines.push(...log.lines)
    else found.push({ ...log, lines: [...log.lines] })
  }
  return found
}

/** Lines of an access log that differ only in time and ids are one call. */
function distinct(entries: readonly Record<string, string>[]): Record<string, string>[] {
  const seen = new Map<string, Record<string, string>>()
  for (const entry of entries) {
    const words = ['httpmethod', 'resourcepath', 'path', 'status', 'responsetype', 'errormessage']
    seen.set(words.map((w) => entry[w] ?? '').join('\n'), entry)
  }
  return [...seen.values()]
}

/** What people write around their output: comments, and lines that are sentences. */
function toldIn(blocks: readonly Block[]): string {
  const prose = blocks.flatMap((b) => [
    ...b.comments,
    ...b.lines.filter((line) => /^[A-Z(][a-z' ,]{2,}[^{}<>=|]{8,}$/.test(line.trim())),
  ])
  return prose.join('\n').slice(0, 20_000)
}
