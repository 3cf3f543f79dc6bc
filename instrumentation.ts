/** Next calls this once, before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteRemoteAddresses } = await import('./lib/net/client-address.ts')
  noteRemoteAddresses()
}
