/** WordPress's own machinery, which is not here and will not come back: quick to say. */
function gone(): Response {
  return new Response('Cette adresse n’existe plus.', {
    status: 410,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

export { gone as GET, gone as POST }
