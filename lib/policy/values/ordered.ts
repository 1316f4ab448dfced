import type { Order } from '../operators'
import { maybe, type Pattern } from '../pattern'
import { NO, YES } from '../tri'

export function parseNumber(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

export function ordered(bound: number | undefined, parse: (text: string) => number | undefined, order: Order): Pattern {
  return {
    match(value, _, note) {
      const given = parse(value)
      if (given === undefined || bound === undefined) return maybe('rule:number-or-date-form', note)
      return holds(given, order, bound) ? YES : NO
    },
  }
}

function holds(given: number, order: Order, bound: number): boolean {
  switch (order) {
    case '=':
      return given === bound
    case '<':
      return given < bound
    case '<=':
      return given <= bound
    case '>':
      return given > bound
    case '>=':
      return given >= bound
  }
}
