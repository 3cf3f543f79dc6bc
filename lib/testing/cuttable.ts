import { connect, createServer, type Socket } from 'node:net'

/** A network to a port of this host that can be cut: connections stay open and say nothing, as when a cable is pulled. */
export async function cuttable(
  port: number,
): Promise<{ url: string; cut(value: boolean): void; close(): void }> {
  const sockets = new Set<Socket>()
  let isCut = false
  const proxy = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (data) => {
        if (!isCut) to.write(data)
      })
      from.on('error', () => {}).on('close', () => to.destroy())
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  if (typeof address !== 'object' || address === null) throw new Error('aucun port libre')
  return {
    url: `redis://127.0.0.1:${address.port}`,
    cut(value) {
      isCut = value
    },
    close() {
      for (const socket of sockets) socket.destroy()
      proxy.close()
    },
  }
}
