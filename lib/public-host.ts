/**
 * The host that search engines may read: that of SITE_URL, once it is set; null on a machine of work, where nobody set
 * it or it says localhost. A site asked by another name (a preview, a staging copy) is not to be indexed.
 */
export function publicHostOf(siteUrl: string | undefined): string | null {
  if (!siteUrl || !URL.canParse(siteUrl)) return null
  const { host, hostname } = new URL(siteUrl)
  return hostname === 'localhost' || hostname.endsWith('.localhost') ? null : host
}
