/** The text of robots.txt. Results of searches are without end, and no pages of their own. */
export function robotsText(isPublic: boolean, siteUrl: string): string {
  if (!isPublic) return 'User-agent: *\nDisallow: /\n'
  return [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /recherche/?',
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    `Sitemap: ${siteUrl}/news-sitemap.xml`,
    '',
  ].join('\n')
}
