import { ServerResponse } from 'node:http'

/**
 * Next sends `Location` twice on the first answer of a page that redirects: the render sets it, and it is appended
 * again from the entry just cached. Clients that follow RFC 9110 §5.3 join the two into one wrong address. A second
 * `Location` equal to the first is dropped here, for the whole process.
 */
export function sendLocationOnce(): void {
  const { appendHeader } = ServerResponse.prototype
  ServerResponse.prototype.appendHeader = function (name, value) {
    const isRepeated = name.toLowerCase() === 'location' && this.getHeader('location') === value
    return isRepeated ? this : appendHeader.call(this, name, value)
  }
}
