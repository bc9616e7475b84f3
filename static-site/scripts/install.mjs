// Lays node_modules as package-lock.json says, and does nothing where they lie as it says already.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED_NODE = 20
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const mark = join(root, 'node_modules/.lumia-lock')
const major = Number(process.versions.node.split('.')[0])

if (major < NEEDED_NODE) {
  console.error(`the site needs Node.js ${NEEDED_NODE} or newer; this is ${process.versions.node}`)
  process.exit(3)
}
const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(String(major)).digest('hex')
if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) process.exit(0)
const npm = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
if (npm.status !== 0) process.exit(npm.status ?? 1)
writeFileSync(mark, wanted)
