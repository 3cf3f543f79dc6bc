// `node scripts/with-services.ts COMMAND…`: runs a command of Node with a PostgreSQL and a Redis of its own, whose
// addresses it finds in TEST_POSTGRES and TEST_REDIS. Those that the environment names already are used as they are.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { installPackages, startPostgres, startRedis } from './services.ts'

const wanted = [
  { variable: 'TEST_POSTGRES', package: 'postgresql', start: startPostgres },
  { variable: 'TEST_REDIS', package: 'redis-server', start: startRedis },
] as const

const env: NodeJS.ProcessEnv = { ...process.env }
const absent = wanted.filter(({ variable }) => !env[variable])
const missing = installPackages(absent.map((service) => service.package))
for (const { variable, package: name, start } of absent) {
  if (missing.includes(name)) {
    console.log(
      `  skipped: ${name} manque : ses essais ne sont pas joués (installez-le, ou donnez ${variable})`,
    )
    if (process.env.CI) process.exit(1)
  } else env[variable] = (await start()).url
}

const isPlayed = wanted.some(({ variable }) => env[variable])
if (isPlayed) {
  const child = spawn(process.execPath, process.argv.slice(2), { env, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  process.exit(typeof code === 'number' ? code : 1)
}
