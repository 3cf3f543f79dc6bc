import { createServer } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import { type Answer, publishReceipt, receiptText } from './receipt.ts'

type Reply = { status?: number; headers?: Record<string, string>; body?: string }

/** A server that gives each path's replies in turn, the last one for ever. */
async function serve(replies: Record<string, Reply[]>): Promise<string> {
  const server = createServer((request, response) => {
    const turn = replies[decodeURI(request.url ?? '')] ?? [{ status: 404 }]
    const { status = 200, headers = {}, body = '' } = (turn.length > 1 ? turn.shift() : turn[0]) ?? {}
    response.writeHead(status, headers).end(body)
  })
  afterAll(() => server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

const page = (revision: string): Reply => ({
  body: `<head><meta name="revision" content="${revision}"/></head>`,
})
const answers: Record<string, Answer> = {
  '/été/': { status: 200, mark: 'abc' },
  '/feed/': { status: 200, mark: 'def' },
  '/vieux/': { status: 308, mark: '/%C3%A9t%C3%A9/' },
  '/?p=7': { status: 301, mark: '/%C3%A9t%C3%A9/' },
  '/retire/': { status: 410, mark: null },
}
const right: Record<string, Reply[]> = {
  '/été/': [page('abc')],
  '/feed/': [{ headers: { 'X-Revision': 'def' } }],
  '/vieux/': [{ status: 308, headers: { Location: '/%C3%A9t%C3%A9/' } }],
  '/?p=7': [{ status: 301, headers: { Location: '/%C3%A9t%C3%A9/' } }],
  '/retire/': [{ status: 410 }],
}
const answerAt = async (path: string): Promise<Answer> => answers[path] ?? { status: 404, mark: null }
const paths = Object.keys(answers)

describe('publishReceipt', () => {
  it('asks again until every server shows what is stored', async () => {
    const late = await serve({ ...right, '/été/': [page('000'), page('000'), page('abc')] })
    const receipt = await publishReceipt({ paths, answerAt, servers: [await serve(right), late] })
    expect(receipt).toMatchObject({ checked: 10, fresh: 10, late: [] })
    expect(receiptText({ ...receipt, milliseconds: 640 })).toBe('10/10 en ligne en 0,6 s')
  })

  it('names what stays old, each with what it showed', async () => {
    const server = await serve({ ...right, '/été/': [page('000')], '/retire/': [page('abc')] })
    const receipt = await publishReceipt({ paths, answerAt, servers: [server], patience: 100 })
    expect(receipt.fresh).toBe(3)
    expect(receipt.late.toSorted((a, b) => (a.address < b.address ? -1 : 1))).toEqual([
      { address: `${server}/%C3%A9t%C3%A9/`, expected: '200 abc', found: '200 000' },
      { address: `${server}/retire/`, expected: '410', found: '200 abc' },
    ])
  })

  it('names a server that does not answer, and gives it up', async () => {
    const receipt = await publishReceipt({
      paths: ['/été/'],
      answerAt,
      servers: ['http://127.0.0.1:9'],
      patience: 50,
    })
    expect(receipt).toMatchObject({
      checked: 1,
      fresh: 0,
      late: [{ address: 'http://127.0.0.1:9/%C3%A9t%C3%A9/' }],
    })
    expect(receiptText(receipt)).toContain('✗ http://127.0.0.1:9/%C3%A9t%C3%A9/ : attendu 200 abc')
  })
})
