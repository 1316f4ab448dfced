import { maybe, type Pattern } from '../pattern'
import { NO, YES } from '../tri'

export function truthPattern(text: string): Pattern {
  const isBool = (value: string) => value === 'true' || value === 'false'
  return {
    match(value, _, note) {
      if (!isBool(text) || !isBool(value)) return maybe('rule:bool-form', note)
      return value === text ? YES : NO
    },
  }
}
