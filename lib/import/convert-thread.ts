import { parentPort } from 'node:worker_threads'
import { convert } from '../wordpress/convert.ts'
import type { ConvertContext, Converted } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** What a thread is told: what is known of a site, once, then its items. */
export type ThreadTask = { site: string; context: ConvertContext } | { number: number; item: SourceItem }
/** What it answers; a string says why an item cannot be converted. */
export type ThreadAnswer = { number: number; converted: Converted | string }

/** Whatever an item makes the converter throw is that item's alone: a string, for the report. */
export function convertOrSay(item: SourceItem, context: ConvertContext): Converted | string {
  try {
    return convert(item, context)
  } catch (error) {
    return `conversion impossible : ${error instanceof Error ? error.message : error}`
  }
}

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
