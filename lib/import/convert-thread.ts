import { parentPort } from 'node:worker_threads'
import type { ConvertContext } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { convertOrSay } from './convert-item.ts'

/** What a thread is told: what is known of a site, once, then its items. */
export type ThreadTask = { site: string; context: ConvertContext } | { number: number; item: SourceItem }
/** What it answers, as JSON: reading that costs a third of cloning a document node by node. */
export type ThreadAnswer = { number: number; json: string }

const contexts = new Map<string, ConvertContext>()
const NOTHING: ConvertContext = { attachments: new Map(), hosts: [] }

parentPort?.on('message', (task: ThreadTask) => {
  if ('context' in task) contexts.set(task.site, task.context)
  else {
    const answer: ThreadAnswer = {
      number: task.number,
      json: JSON.stringify(convertOrSay(task.item, contexts.get(task.item.site) ?? NOTHING)),
    }
    parentPort?.postMessage(answer)
  }
})
