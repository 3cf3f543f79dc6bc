import { parentPort } from 'node:worker_threads'
import type { JsonBytes } from '../json-bytes.ts'
import type { ConvertContext } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { convertOrSay } from './convert-item.ts'

/** What a thread is told: what is known of a site, once, then its items. */
export type ThreadTask = { site: string; context: ConvertContext } | { number: number; item: SourceItem }
export type ThreadAnswer = { number: number; json: JsonBytes }

const contexts = new Map<string, ConvertContext>()
const NOTHING: ConvertContext = { attachments: new Map(), hosts: [] }

parentPort?.on('message', (task: ThreadTask) => {
  if ('context' in task) contexts.set(task.site, task.context)
  else {
    const answer: ThreadAnswer = {
      number: task.number,
      json: convertOrSay(task.item, contexts.get(task.item.site) ?? NOTHING),
    }
    parentPort?.postMessage(answer, [answer.json.buffer])
  }
})
