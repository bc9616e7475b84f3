// Makes the pictures of the README and the guide again, in docs/pictures: what a window shows at first, without scrolling.
//
//   npm run pictures -- http://127.0.0.1:8080       against the demo's data (local/lumia up --open)
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endWithoutChromium, launch, openTab, readArguments, settled, visit } from './harness.mjs'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../docs/pictures')
const CALCULATED_MS = 120_000
const PICTURES = {
  overview: { path: '/', theme: 'dark' },
  asset: { path: '/assets/AAPL?range=1y&lines=sma_50,rsi', theme: 'light' },
  recommend: { path: '/recommend', theme: 'dark', ask: recommend },
  operations: { path: '/operations', theme: 'light' },
}

const { base } = readArguments('npm run pictures -- ADDRESS, such as http://127.0.0.1:8080')
endWithoutChromium()

async function recommend(page) {
  await page.getByRole('button', { name: 'Recommend', exact: true }).click()
  await page.waitForURL('**/recommendations/*', { timeout: CALCULATED_MS })
  await settled(page)
}

mkdirSync(FOLDER, { recursive: true })
const browser = await launch()
for (const [name, { path, theme, ask }] of Object.entries(PICTURES)) {
  const tab = await openTab(browser, base, { theme })
  await visit(tab.page, path)
  await ask?.(tab.page)
  await tab.page.waitForLoadState('networkidle')
  await tab.page.screenshot({ path: join(FOLDER, `${name}.png`) })
  await tab.done()
  console.log(`docs/pictures/${name}.png`)
}
await browser.close()
