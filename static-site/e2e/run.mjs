// End-to-end tests of the site in a real Chromium.
//
//   node e2e/run.mjs http://127.0.0.1:8080              all pages, against a Lumia that runs (local/lumia up --open)
//   node e2e/run.mjs http://127.0.0.1:8080 assets       only e2e/pages/assets.e2e.mjs
//
// LUMIA_E2E_SUITES=closed takes those of e2e/closed instead, against a Lumia that asks who one is (up without --open),
// LUMIA_E2E_LOOKS=desktop-dark,phone-light takes only these looks, LUMIA_E2E_MINUTES=20 ends the run after so long: what has
// not begun by then has failed. LUMIA_E2E_PICTURES=../docs/pictures makes README's and the guide's pictures again; otherwise they lie in
// target/pictures.
//
// Exit codes: 0 all passed, 1 something failed, 2 wrong usage, 77 no Chromium on this machine.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endWithoutChromium, expectAccessible, expectNoSideScroll, expectNoSideScrollAtAnyWidth, expectReachedByTab, launch, openTab, picture, readArguments, readToTheEnd, screenshot, visit, within } from './harness.mjs'

const { base, words: only } = readArguments('node e2e/run.mjs ADDRESS [PAGE …], such as http://127.0.0.1:8080 overview', { takesWords: true })
endWithoutChromium()

const folder = join(dirname(fileURLToPath(import.meta.url)), process.env.LUMIA_E2E_SUITES ?? 'pages')
const names = readdirSync(folder).filter((name) => name.endsWith('.e2e.mjs')).map((name) => name.replace('.e2e.mjs', '')).filter((name) => only.length === 0 || only.includes(name))
const ALL_LOOKS = [
  { size: 'desktop', theme: 'dark' },
  { size: 'desktop', theme: 'light' },
  { size: 'phone', theme: 'dark' },
  { size: 'phone', theme: 'light' },
]
const wanted = process.env.LUMIA_E2E_LOOKS?.split(',')
const LOOKS = ALL_LOOKS.filter((look) => !wanted || wanted.includes(`${look.size}-${look.theme}`))
/** The look in which pages stand in README and guide. */
const PICTURED = '-desktop-dark'
const STEP_MS = 120_000
const CLOSE_MS = 10_000
/** So many failures tell that something is wrong with all pages: the rest would only take long. */
const MOST_FAILURES = 12
const begin = Date.now()
const END_MS = begin + Number(process.env.LUMIA_E2E_MINUTES ?? 40) * 60_000
let browser = await launch()
let failed = 0
let skipped = 0

async function step(name, run) {
  if (Date.now() > END_MS || failed >= MOST_FAILURES) {
    skipped++
    return
  }
  const begun = Date.now()
  try {
    await within(STEP_MS, name, run)
    console.log(`ok    ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
  } catch (error) {
    failed++
    console.log(`FAIL  ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n      ${String(error.stack ?? error).split('\n').slice(0, 14).join('\n      ')}`)
    await anotherBrowser()
  }
}

/** What failed may have left the browser hanging. */
async function anotherBrowser() {
  await within(CLOSE_MS, 'closing the browser', () => browser.close()).catch((error) => console.log(`      ${error.message}`))
  browser = await launch()
}

for (const name of names) {
  const suite = await import(join(folder, `${name}.e2e.mjs`))
  for (const [shot, path] of Object.entries(suite.looks ?? {})) {
    for (const look of LOOKS) {
      const label = `${shot}-${look.size}-${look.theme}`
      await step(`${name}: ${label} looks right to axe`, async () => {
        const tab = await openTab(browser, base, { ...look, allowFailing: suite.allowFailing })
        try {
          await visit(tab.page, typeof path === 'function' ? await path(base) : path)
          if (suite.pictures?.includes(shot) && label.endsWith(PICTURED)) await picture(tab.page, shot)
          await readToTheEnd(tab.page)
          await screenshot(tab.page, label)
          await expectNoSideScroll(tab.page, label)
          await expectAccessible(tab.page, label)
          // Once is enough: neither depends on the theme, nor the order of the stops on the size.
          if (look === LOOKS[0]) {
            await expectNoSideScrollAtAnyWidth(tab.page, label)
            await expectReachedByTab(tab.page, label)
          }
        } finally {
          await tab.done()
        }
      })
    }
  }
  for (const [sentence, run] of Object.entries(suite.steps ?? {})) {
    await step(`${name}: ${sentence}`, async () => {
      const tab = await openTab(browser, base, { allowFailing: suite.allowFailing })
      try {
        await run(tab.page, base)
      } catch (error) {
        await screenshot(tab.page, `failed-${name}-${sentence.replaceAll(/\W+/g, '-')}`).catch(() => {})
        throw error
      } finally {
        await tab.done()
      }
    })
  }
}
await within(CLOSE_MS, 'closing the browser', () => browser.close()).catch((error) => console.log(error.message))
const took = `after ${Math.round((Date.now() - begin) / 1000)} s`
console.log(failed || skipped ? `${failed} failed, ${skipped} not begun, ${took}` : `all passed ${took}`)
process.exit(failed || skipped ? 1 : 0)
