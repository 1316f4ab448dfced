import { readAccessLog } from './accessLog'
import { readAnswerLines } from './answerLines'
import { readBareAnswer, readStatuses } from './bareAnswer'
import { readCurlExit } from './curlExit'
import { readCurlLines } from './curlLines'
import type { Reader } from './facts'
import { readDig, readHost, readNslookup } from './lookup'
import { readGo } from './programs/go'
import { readJava } from './programs/java'
import { readNode } from './programs/node'
import { readPython } from './programs/python'
import { readProgramRequest } from './programs/request'
import { readTools } from './programs/tools'
import { readWindows } from './programs/windows'
import { readRequestLines } from './requestLines'
import { readCaller, readLambda, readProxy } from './surroundings'
import { readTestInvoke } from './testInvoke'

/** Every reader of what a call or a name query prints. Of facts that two of them find, the first counts. */
export const readers: Reader[] = [
  readTestInvoke,
  readRequestLines,
  readProgramRequest,
  readCurlExit,
  readCurlLines,
  readAnswerLines,
  readBareAnswer,
  readStatuses,
  readNslookup,
  readDig,
  readHost,
  readAccessLog,
  readLambda,
  readCaller,
  readProxy,
]

/** Sentences of programs; read only where curl says nothing, since they overlap. The first that finds one counts. */
export const programReaders: Reader[] = [readPython, readNode, readJava, readGo, readWindows, readTools]
