// A few rules of the house that the compiler does not know; each names the file and the line.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = join(dirname(fileURLToPath(import.meta.url)), '../src')
const MAX_LINES = 400

const RULES = [
  { pattern: /dangerouslySetInnerHTML|\.innerHTML\b|\beval\(|new Function\(/, why: 'text from outside must never become HTML or code' },
  { pattern: /\bany\b(?=[\s;,)>\]|])(?<=[:<|(\s]any)(?<!\/\/.*)(?<!\*.*)(?<!'.*)/, why: 'say what it is; unknown where nobody knows' },
  { pattern: /#[0-9a-fA-F]{6}\b|\brgba?\(\d/, why: 'colours are tokens of styles/tokens.css', only: /(?<!\.test)\.tsx?$/ },
  { pattern: /\bconsole\./, why: 'the console belongs to who looks for a fault' },
  { pattern: /parseFloat\(/, why: 'decimals stay strings; toNumber() for charts' },
]

const walk = (folder) => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name)
  return statSync(path).isDirectory() ? (name === 'generated' ? [] : walk(path)) : [path]
})

const faults = walk(source).filter((path) => /\.(tsx?|css)$/.test(path)).flatMap((path) => {
  const lines = readFileSync(path, 'utf8').split('\n')
  const name = relative(source, path)
  const isCode = /\.tsx?$/.test(path)
  const long = isCode && lines.length > MAX_LINES ? [`${name}: ${lines.length} lines; ${MAX_LINES} at most`] : []
  return long.concat(lines.flatMap((line, i) => RULES.filter((rule) => isCode && (rule.only?.test(path) ?? true) && rule.pattern.test(line)).map((rule) => `${name}:${i + 1}: ${rule.why}: ${line.trim().slice(0, 100)}`)))
})
faults.forEach((fault) => console.error(fault))
process.exit(faults.length ? 1 : 0)
