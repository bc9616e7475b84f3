// How long a newcomer waits: from `local/lumia up` on an empty data folder to the first chart and the first explained
// recommendation in a browser. Needs a built checkout.
//
//   npm run first-hour
//
// Exit codes: 0 within the limits, 1 later than that, 77 no Chromium on this machine.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endWithoutChromium, launch, openTab, settled } from './harness.mjs'

const CHART_SECONDS = 60
const RECOMMENDATION_SECONDS = 90
const LONGEST_MS = 300_000
const PAUSE_MS = 500
const DRAWN_MS = 3_000
const ANSWERED_MS = 30_000

endWithoutChromium()
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const data = mkdtempSync(join(tmpdir(), 'lumia-first-hour-'))
const begin = Date.now()
const lumia = spawn(join(root, 'local/lumia'), ['up', '--demo-account', '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] })
const passed = () => (Date.now() - begin) / 1000

let said = ''
const address = await new Promise((resolve, reject) => {
  const hear = (text) => {
    said += text
    const found = said.match(/http:\/\/127\.0\.0\.1:\d+/)
    if (found) resolve(found[0])
  }
  lumia.stdout.on('data', hear)
  lumia.stderr.on('data', hear)
  lumia.on('exit', (code) => reject(new Error(`local/lumia ended with ${code}: ${said}`)))
  setTimeout(() => reject(new Error(`no address within ${LONGEST_MS / 1000} s: ${said}`)), LONGEST_MS).unref()
})
console.log(`the site answers after ${passed().toFixed(1)} s`)

/** Loads the page again and again, as somebody impatient would, until it shows what is looked for. */
async function until(page, path, what, isThere) {
  await page.goto(path)
  while (passed() * 1000 < LONGEST_MS) {
    if (await isThere(page).catch(() => false)) return passed()
    await page.waitForTimeout(PAUSE_MS)
    await page.reload()
  }
  throw new Error(`${what} did not come within ${LONGEST_MS / 1000} s`)
}

const hasChart = (page) => page.waitForFunction(() => [...document.querySelectorAll('.price-chart canvas')].some((canvas) => canvas.width > 0), undefined, { timeout: DRAWN_MS }).then(() => true)

/** Asks with what the form holds. As long as there are no signals the answer is a refusal or says that it is withheld. */
async function isRecommended(page) {
  await page.getByRole('button', { name: 'Recommend', exact: true }).click({ timeout: DRAWN_MS })
  await page.waitForURL('**/recommendations/*', { timeout: ANSWERED_MS })
  await settled(page)
  const isAnswered = await page.getByRole('heading', { name: /^What to hold for/ }).isVisible()
  // Explained: the bars of a position, which add up to its score.
  if (isAnswered) await page.getByText(/nothing is left over/).first().waitFor({ timeout: DRAWN_MS })
  return isAnswered
}

/** By the link that the terminal shows as soon as the account is made. */
async function signIn(page) {
  while (passed() * 1000 < LONGEST_MS) {
    const link = said.match(/http:\/\/127\.0\.0\.1:\d+\/account#session=[\w-]+/)
    if (link) {
      await page.goto(link[0])
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
      return
    }
    await page.waitForTimeout(PAUSE_MS)
  }
  throw new Error(`no link to sign in by within ${LONGEST_MS / 1000} s: ${said}`)
}

let late = 0
const tell = (what, seconds, most) => {
  if (seconds > most) late++
  console.log(`${what} after ${seconds.toFixed(1)} s of ${most}`)
}
const browser = await launch()
try {
  const { page } = await openTab(browser, address, { allowFailing: () => true })
  tell('first chart', await until(page, '/assets/AAPL', 'the chart', hasChart), CHART_SECONDS)
  await signIn(page)
  const recommended = await until(page, '/recommend', 'a recommendation', isRecommended)
  tell('first explained recommendation', recommended, RECOMMENDATION_SECONDS)
} finally {
  await browser.close()
  lumia.removeAllListeners('exit')
  lumia.kill('SIGTERM')
  await new Promise((resolve) => lumia.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}
process.exit(late ? 1 : 0)
