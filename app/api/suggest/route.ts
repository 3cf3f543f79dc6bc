import { connection } from 'next/server'
import { cleanQuery } from '../../../lib/search/query.ts'
import { getSuggestions } from '../../../lib/search/read.ts'

/** What a query being typed may lead to: `{ "suggestions": [{ text, note, path }] }`. */
export async function GET(request: Request): Promise<Response> {
  await connection()
  const text = cleanQuery(new URL(request.url).searchParams.get('q') ?? '')
  const suggestions = text.length < 2 ? [] : await getSuggestions(text)
  return Response.json({ suggestions }, { headers: { 'Cache-Control': 'no-store' } })
}
