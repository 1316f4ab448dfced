import type { ExportFormat } from './format'
import { http } from './http/http'
import { json } from './json/json'
import { sh } from './sh/sh'

/** Every format, in the order of the menu. */
export const formats: readonly ExportFormat[] = [json, sh, http]
