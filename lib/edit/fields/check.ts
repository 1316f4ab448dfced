import ipaddr from 'ipaddr.js'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { nearest } from '@/lib/topology/nearest'
import { idsOfText } from '@/lib/topology/text'
import { kindTitle } from '../kindTitles'
import { titleOf } from '../titleOf'
import { idForms, ownerOfForm } from './idForms'
import type { Shape, TextShape } from './shape'

/** What is wrong with a value as it is typed, and the nearest right one. */
export interface Wrong {
  says: string
  nearest?: string
}

export interface Held {
  document: TopologyDocument
  /** The resource whose field it is, and the field's own name. */
  resource: string
  key: string
}

/** Checks what is typed into a field; a value that may stand in any of several forms is right when one of them takes it. */
export function checkTyped(shape: Shape, typed: string, held: Held): Wrong | undefined {
  const secret = secretIn(typed)
  if (secret) return secret
  switch (shape.type) {
    case 'number':
      return checkNumber(shape, typed)
    case 'text':
      return checkText(shape, typed, held)
    case 'choice':
      return shape.words.includes(typed)
        ? undefined
        : { says: `${typed} is not one of ${shape.words.join(', ')}.`, ...near(typed, shape.words) }
    case 'either': {
      const found = shape.of.map((option) => checkTyped(option, typed, held))
      return found.some((each) => each === undefined) ? undefined : (found.find((each) => each?.nearest) ?? found[0])
    }
    default:
      return undefined
  }
}

const withArticle = (title: string) => `${/^(?:[AEIOU](?![SPW])|EC2|HTTP)/.test(title) ? 'an' : 'a'} ${title}`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const near = (typed: string, words: Iterable<string>) => {
  const found = nearest(typed, words)
  return found === undefined ? {} : { nearest: found }
}

/** Access keys and private keys have no place in a topology
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, unique ID prefixes). */
function secretIn(typed: string): Wrong | undefined {
  if (/\b(AKIA|ASIA)[A-Z0-9]{16}\b/.test(typed))
    return { says: 'This holds an access key. A topology keeps no secret.' }
  if (typed.includes('PRIVATE KEY-----')) return { says: 'This holds a private key. A topology keeps no secret.' }
  return undefined
}

function checkNumber(shape: Extract<Shape, { type: 'number' }>, typed: string): Wrong | undefined {
  const value = Number(typed)
  if (typed.trim() === '' || Number.isNaN(value)) return { says: `${typed || 'Nothing'} is no number.` }
  const { min, max } = shape.format === 'port' ? { min: 0, max: 65535 } : shape
  if (min !== undefined && value < min) return { says: `${value} is below ${min}.`, nearest: String(min) }
  if (max !== undefined && value > max)
    return {
      says: shape.format === 'port' ? `A port is at most ${max}.` : `${value} is above ${max}.`,
      nearest: String(max),
    }
  if ((shape.whole || shape.format === 'port') && !Number.isInteger(value))
    return { says: `${value} is no whole number.`, nearest: String(Math.round(value)) }
  return undefined
}

function checkText(shape: TextShape, typed: string, held: Held): Wrong | undefined {
  if (shape.ref) return checkReference(shape.ref, typed, held)
  if (shape.format === 'cidr') return checkCidr(typed)
  if (shape.format === 'ip') return ipaddr.isValid(typed) ? undefined : { says: `${typed} is no IP address.` }
  if (shape.pattern !== undefined && !new RegExp(shape.pattern).test(typed))
    return {
      says: `${shape.wants ?? 'Another form'} is wanted here.`,
      ...(shape.pattern === '^/' ? { nearest: `/${typed}` } : {}),
    }
  return checkIds(typed, held) ?? checkNamed(typed, held)
}

function checkReference(kinds: readonly Kind[], typed: string, { document }: Held): Wrong | undefined {
  const wanted = kinds.map((kind) => withArticle(kindTitle(kind))).join(' or ')
  const found = document.resources[typed]
  if (found && kinds.includes(found.kind)) return undefined
  const fitting = Object.entries(document.resources).filter(([, { kind }]) => kinds.includes(kind))
  const words = new Map(
    fitting.flatMap(([id, { name, physicalId }]) =>
      [id, name, physicalId].flatMap((word) => (word ? [[word, id] as const] : [])),
    ),
  )
  const meant = words.get(typed) ?? words.get(nearest(typed, words.keys()) ?? '')
  const offered = meant === undefined ? {} : { nearest: meant }
  if (found)
    return {
      says: `${titleOf(document, typed)} is ${withArticle(kindTitle(found.kind))}; ${wanted} is wanted here.`,
      ...offered,
    }
  const other = ownerOfForm(typed)
  if (other !== undefined && !kinds.includes(other))
    return { says: `${typed} is the id of ${withArticle(kindTitle(other))}; ${wanted} is wanted here.`, ...offered }
  return { says: `${capital(wanted)} is wanted here, and none is called ${typed}.`, ...offered }
}

export function checkCidr(typed: string): Wrong | undefined {
  if (ipaddr.isValid(typed))
    return { says: 'A CIDR block ends in its prefix length.', nearest: `${typed}/${typed.includes(':') ? 128 : 32}` }
  if (!ipaddr.isValidCIDR(typed)) return { says: `${typed} is no CIDR block such as 10.0.0.0/16.` }
  const family = typed.includes(':') ? ipaddr.IPv6 : ipaddr.IPv4
  const block = `${family.networkAddressFromCIDR(typed).toString()}/${typed.split('/')[1]}`
  return block === typed.toLowerCase() || typed.includes(':')
    ? undefined
    : { says: `${typed} has bits set behind its prefix.`, nearest: block }
}

/** `${LOGICALID.field}` must name something. */
function checkIds(typed: string, { document }: Held): Wrong | undefined {
  const lost = idsOfText(typed).find(({ id }) => !document.resources[id])
  if (!lost) return undefined
  const meant = nearest(lost.id, Object.keys(document.resources))
  const token = `\${${lost.id}.${lost.field}}`
  return {
    says: `${token} names ${lost.id}, which this topology lacks.`,
    ...(meant === undefined ? {} : { nearest: typed.replace(token, `\${${meant}.${lost.field}}`) }),
  }
}

const dnsFields = /^(host|dnsName|domainName|zoneName|targetDomainName)$/
const dnsName = /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.?$/i

function checkNamed(typed: string, { document, resource, key }: Held): Wrong | undefined {
  const kind = document.resources[resource]?.kind
  if (key === 'physicalId' && kind !== undefined) {
    const other = ownerOfForm(typed)
    const form = idForms[kind]
    if (form !== undefined && other !== kind)
      return {
        says: `${other === undefined ? `${typed} is no id` : `${typed} is the id of ${withArticle(kindTitle(other))}`}; ${withArticle(kindTitle(kind))} has one like ${form}….`,
      }
  }
  if (key === 'arn' && !/^arn:aws[\w-]*:[\w-]+:[\w-]*:(\d{12})?:.+/.test(typed))
    return { says: 'An ARN is written arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE.' }
  if (dnsFields.test(key) && !dnsName.test(typed)) {
    const bare = typed
      .replace(/^\w+:\/\//, '')
      .replace(/[/:?#].*$/, '')
      .toLowerCase()
    return { says: `${typed} is no DNS name.`, ...(bare !== '' && dnsName.test(bare) ? { nearest: bare } : {}) }
  }
  return undefined
}
