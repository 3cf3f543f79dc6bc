import { randomUUID } from 'node:crypto'
import type { TagRefresh, TagStore } from './tag-store.ts'

/**
 * What the hosts know in common, in Redis: the time of each tag's last refresh, numbered in the order they came in.
 * One call gives what is new here and takes what is new there.
 */
const KEYS = ['{chapo}:epoch', '{chapo}:clock', '{chapo}:order', '{chapo}:times']

/** The most that one call gives. */
const MOST = 500

/**
 * `epoch` names the data: when Redis lost it, the name is another one, and everything is given again. Keeps the later
 * time of each tag, so that a call made twice, or what came from there, changes nothing.
 */
const SCRIPT = `
redis.call('SET', KEYS[1], ARGV[1], 'NX')
local epoch = redis.call('GET', KEYS[1])
for i = 4, #ARGV, 3 do
  local known = redis.call('HGET', KEYS[4], ARGV[i]) or '0 0'
  local stale, expired = string.match(known, '(%d+) (%d+)')
  if tonumber(ARGV[i + 1]) > tonumber(stale) or tonumber(ARGV[i + 2]) > tonumber(expired) then
    if tonumber(ARGV[i + 1]) > tonumber(stale) then stale = ARGV[i + 1] end
    if tonumber(ARGV[i + 2]) > tonumber(expired) then expired = ARGV[i + 2] end
    redis.call('HSET', KEYS[4], ARGV[i], stale .. ' ' .. expired)
    redis.call('ZADD', KEYS[3], redis.call('INCR', KEYS[2]), ARGV[i])
  end
end
local from = '(0'
if epoch == ARGV[2] then from = '(' .. ARGV[3] end
local answer = { epoch, redis.call('GET', KEYS[2]) or '0' }
for _, tag in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], from, '+inf')) do
  answer[#answer + 1] = tag
  answer[#answer + 1] = redis.call('HGET', KEYS[4], tag)
end
return answer`

/** Sends a command of Redis and gives its answer. */
export type Send = (command: string[]) => Promise<unknown>

function readTimes(text: string): Omit<TagRefresh, 'tag'> {
  const [stale = 0, expired = 0] = text.split(' ').map(Number)
  return { stale: stale || null, expired: expired || null }
}

function readAnswer(answer: unknown): { epoch: string; clock: string; changed: TagRefresh[] } {
  if (!Array.isArray(answer)) throw new Error('réponse de Redis inattendue')
  const [epoch = '', clock = '0', ...pairs] = answer.map(String)
  const changed = pairs.flatMap((tag, index) =>
    index % 2 === 0 ? [{ tag, ...readTimes(pairs[index + 1] ?? '') }] : [],
  )
  return { epoch, clock, changed }
}

/** Makes this host's file and Redis know the same: a function that does so at each call. */
export function exchangeWith(local: TagStore): (send: Send) => Promise<void> {
  const ours = randomUUID()
  let epoch = ''
  let clock = '0'
  let delivered = 0
  return async (send) => {
    for (;;) {
      const rows = local.after(delivered, MOST)
      const flat = rows.flatMap(({ tag, stale, expired }) => [tag, String(stale ?? 0), String(expired ?? 0)])
      const command = ['EVAL', SCRIPT, String(KEYS.length), ...KEYS, ours, epoch, clock, ...flat]
      const answer = readAnswer(await send(command))
      const wasLost = epoch !== '' && answer.epoch !== epoch
      delivered = wasLost ? 0 : (rows.at(-1)?.sequence ?? delivered)
      epoch = answer.epoch
      clock = answer.clock
      if (answer.changed.length > 0) local.learn(answer.changed)
      if (!wasLost && rows.length < MOST) return
    }
  }
}
