type Link = { path: string; name: string }

/** A named list of ways into the magazine, in the menu and at the foot of the page; nothing when there are none. */
export function LinkList({ title, links }: { title: string; links: readonly Link[] }) {
  if (links.length === 0) return null
  return (
    <div>
      <p className="menu-title">{title}</p>
      <ul>
        {links.map(({ path, name }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
