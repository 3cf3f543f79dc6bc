import { env, siteUrl } from '../../lib/env.ts'
import { publicHostOf } from '../../lib/public-host.ts'
import { robotsText } from './robots-text.ts'

/** What search engines may read: everything under the site's own name, nothing under another. */
export async function GET(request: Request): Promise<Response> {
  const publicHost = publicHostOf(env.SITE_URL)
  const isPublic = publicHost !== null && request.headers.get('host') === publicHost
  return new Response(robotsText(isPublic, siteUrl), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
