// The 404 page is one for all addresses: this puts the likeliest articles of this one in it.
const place = document.getElementById('proches')
const list = place?.querySelector('ul')
const answer = await fetch(`/api/proches/?path=${encodeURIComponent(location.pathname)}`).catch(() => null)
const articles = answer?.ok ? await answer.json() : []
for (const { path, title } of articles) {
  const link = document.createElement('a')
  link.href = path
  link.textContent = title
  const item = document.createElement('li')
  item.append(link)
  list?.append(item)
}
if (place && articles.length > 0) place.hidden = false
