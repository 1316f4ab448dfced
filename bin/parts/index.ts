import { bench } from './bench'
import { browser } from './browser'
import { lint } from './lint'
import type { Part } from './part'
import { types } from './types'
import { layers, long, unit } from './vitest'

/** The parts in the order in which they run: what fails fastest comes first. */
export const parts: Part[] = [types, layers, lint, unit, browser, long, bench]
