import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, expectAccessible, settled, visit } from '../harness.mjs'

const execute = promisify(execFile)
const LONGEST_MS = 60_000

/** How the page says that each is started. */
const STARTS = {
  curl: (file) => ['bash', [file]],
  java: (file) => [process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java', [file]],
  python: (file) => ['python3', [file]],
  javascript: (file) => ['node', [file]],
}
const FILES = { curl: 'first-call.sh', java: 'FirstCall.java', python: 'first_call.py', javascript: 'first-call.mjs' }

/** What a program prints; undefined where this machine cannot start it. */
async function run(language, text) {
  const folder = mkdtempSync(join(tmpdir(), 'lumia-first-call-'))
  try {
    const file = join(folder, FILES[language])
    writeFileSync(file, text)
    const [program, words] = STARTS[language](file)
    return (await execute(program, words, { timeout: LONGEST_MS })).stdout
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Those of the guide. */
export const pictures = ['developers']

export const looks = { developers: '/developers', 'developers-operation': '/developers?operation=getPrices&language=python' }

export const allowFailing = (text) => /ERR_FAILED|Failed to load resource/.test(text)

export const steps = {
  'runs its first call': async (page) => {
    await visit(page, '/developers')
    await page.getByRole('button', { name: 'Run it here' }).click()
    await page.getByText(/^200/).waitFor()
    await page.getByRole('tab', { name: 'Java', exact: true }).click()
    await page.getByText('HttpClient.newHttpClient()').waitFor()
    expect(page.url().includes('language=java'), `the language is not in ${page.url()}`)
  },
  'shows programs that run as they are, in each language': async (page, base) => {
    const told = await (await fetch(`${base}/api/v1/assets/AAPL/prices?limit=3`)).text()
    const closes = [...told.matchAll(/"close":([\d.]+)/g)].map((found) => found[1])
    expect(closes.length === 3, `there are ${closes.length} closes`)
    let ran = 0
    for (const language of Object.keys(STARTS)) {
      await visit(page, `/developers?language=${language}`)
      const printed = await run(language, await page.locator('.developers-program code').innerText())
      if (printed === undefined) continue
      ran++
      expect(closes.every((close) => printed.includes(close)), `${language} printed ${printed.slice(0, 300)}`)
    }
    expect(ran >= 2, `only ${ran} could be started here`)
  },
  'finds an operation and opens it': async (page) => {
    await visit(page, '/developers')
    await page.getByLabel('Find an operation').fill('rotate a zebra')
    await page.getByText('No operation fits').waitFor()
    await page.getByLabel('Find an operation').fill('keys rotate')
    await page.getByText('/api/v1/keys/{id}/rotate').click()
    await page.getByText('Needs keys:manage').waitFor()
    await expectAccessible(page, 'an open operation')
  },
  'says so where the description is missing': async (page) => {
    await page.route('**/api/v1/openapi.json', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{}' }))
    await page.goto('/developers')
    await page.getByText('The API’s description could not be read').waitFor()
    await page.unroute('**/api/v1/openapi.json')
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await settled(page)
    await page.getByText('/api/v1/keys/{id}/rotate').waitFor()
  },
}
