import { parentPort } from 'node:worker_threads'
import type { ConvertContext, Converted } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { convertOrSay } from './convert-item.ts'

/** What a thread is told: what is known of a site, once, then its items. */
export type ThreadTask = { site: string; context: ConvertContext } | { number: number; item: SourceItem }
/** What it answers; a string says why an item cannot be converted. */
export type ThreadAnswer = { number: number; converted: Converted | string }

const contexts = new Map<string, ConvertContext>()
const NOTHING: ConvertContext = { attachments: new Map(), hosts: [] }

parentPort?.on('message', (task: ThreadTask) => {
  if ('context' in task) contexts.set(task.site, task.context)
  else {
    const answer: ThreadAnswer = {
      number: task.number,
      converted: convertOrSay(task.item, contexts.get(task.item.site) ?? NOTHING),
    }
    parentPort?.postMessage(answer)
  }
})
