// What the end-to-end tests of pages are written with: a real Chromium, a running Lumia, no console errors, axe without
// findings, screenshots.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const here = dirname(fileURLToPath(import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const CHROMIUMS = [process.env.LUMIA_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
// Shared memory is small in containers: with it, tabs die there on the first large picture.
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const WAIT_MS = Number(process.env.LUMIA_E2E_WAIT_MS ?? 45_000)
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const WIDTHS = [320, 768, 1024, 1920, 2560]
const SETTLE_MS = 3_000
const POLL_MS = 100
const MOST_TABS = 320
/** The browser's own: the parts of a date, what scrolls, its bar. */
const STOPS_OF_OTHERS = 40

export const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

/** The browser's program, undefined where this machine has none. */
const findChromium = () => CHROMIUMS.find((path) => path && existsSync(path))

const NO_CHROMIUM = 77
const WRONG_USAGE = 2

/** Ends the program, as skipped, where this machine has no browser. */
export function endWithoutChromium() {
  if (findChromium()) return
  console.log('skipped: no Chromium on this machine. Install it (Debian: apt-get install chromium) or set LUMIA_CHROMIUM.')
  process.exit(NO_CHROMIUM)
}

/** What stands behind the program's name: an address, and words where it takes some. Ends the program where it is wrong. */
export function readArguments(usage, { takesWords = false } = {}) {
  const [base, ...words] = process.argv.slice(2)
  if (base && /^https?:\/\//.test(base) && (takesWords || words.length === 0)) return { base, words }
  console.error(`usage: ${usage}`)
  process.exit(WRONG_USAGE)
}

export const launch = () => chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS, timeout: WAIT_MS })

/** What `run` answers, or an error after so many milliseconds: a tab that died answers never. */
export async function within(milliseconds, what, run) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} was not done in ${milliseconds / 1000} s`)), milliseconds)
  })
  try {
    return await Promise.race([run(), late])
  } finally {
    clearTimeout(timer)
  }
}

/** A fresh tab with the rules that hold for every page. Call `done` at the end: it fails where the console was not quiet. */
export async function openTab(browser, base, { size = 'desktop', theme = 'dark', allowFailing = () => false } = {}) {
  const context = await browser.newContext({ baseURL: base, viewport: SIZES[size], colorScheme: theme, locale: 'en-US', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT_MS)
  page.setDefaultNavigationTimeout(WAIT_MS)
  const noise = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !allowFailing(message.text())) noise.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  page.on('crash', () => noise.push('the tab crashed'))
  page.on('pageerror', (error) => noise.push(`uncaught: ${error.stack ?? error}`))
  page.on('response', (response) => {
    if (response.status() >= 500 && !allowFailing(response.url())) noise.push(`${response.status()} ${response.url()}`)
  })
  return {
    page,
    done: async () => {
      await context.close()
      if (noise.length) throw new Error(`the console was not quiet:\n  ${noise.join('\n  ')}`)
    },
  }
}

/** From the next page on: notes what moves without having been asked to, and when the largest thing was painted. */
export const observeShifts = (page) =>
  page.addInitScript(() => {
    window.lumiaShifts = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.lumiaShifts.push({ at: entry.startTime, value: entry.value, nodes: entry.sources.map(({ node }) => node?.className || node?.nodeName) })
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.lumiaLargest = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })

/** Cumulative layout shift as the web defines it: the largest sum within windows of at most 5 s with gaps of less than 1 s. */
export const shiftOf = (page) =>
  page.evaluate(() => {
    let [largest, sum, first, last] = [0, 0, 0, 0]
    for (const { at, value } of window.lumiaShifts) {
      if (at - last >= 1000 || at - first >= 5000) [sum, first] = [0, at]
      ;[sum, last] = [sum + value, at]
      largest = Math.max(largest, sum)
    }
    return largest
  })

/** Goes to a page and waits until nothing is loading any more. */
export async function visit(page, path) {
  await page.goto(path)
  await settled(page)
}

/** No skeleton is left. */
export async function settled(page) {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('main .skeleton') === null)
  await page.evaluate(() => document.fonts.ready)
}

/** Comes near everything that is asked for only then, and goes back to the top. */
export async function readToTheEnd(page) {
  const places = page.locator('.when-seen')
  for (let left = await places.count(); left > 0; left--) {
    await places.first().scrollIntoViewIfNeeded()
    await page.waitForFunction((before) => document.querySelectorAll('.when-seen').length < before, left)
    await settled(page)
  }
  // The head of the page stays above what is scrolled under it.
  await page.evaluate(() => scrollTo(0, 0))
  await settled(page)
}

/**
 * Waits until one of these canvases shows at least so many colours; what nothing was drawn on shows none. Pixels are read from a
 * copy, since reading them often would slow the canvas down.
 */
export const isDrawn = (page, canvases, colours = 1) =>
  page.waitForFunction(
    ([selector, wanted]) =>
      [...document.querySelectorAll(selector)].some((canvas) => {
        const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height })
        const context = copy.getContext('2d', { willReadFrequently: true })
        if (!context || canvas.width === 0) return false
        context.drawImage(canvas, 0, 0)
        const { data } = context.getImageData(0, 0, copy.width, copy.height)
        const seen = new Set()
        for (let i = 0; i < data.length && seen.size < wanted; i += 4) if (data[i + 3] > 0) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2])
        return seen.size >= wanted
      }),
    [canvases, colours],
  )

/** Fails with every finding of axe: rule, place and what to do. Seen from the page's top: what the head half covers is only scrolled. */
export async function expectAccessible(page, what) {
  await page.evaluate(() => scrollTo(0, 0))
  // In the page's own world but past its Content-Security-Policy, which forbids scripts from elsewhere.
  await page.evaluate(AXE)
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), RULES)
  if (violations.length) {
    const lines = violations.flatMap((one) => one.nodes.slice(0, 4).map((node) => `${one.id} (${one.impact}): ${node.target.join(' ')}\n      ${node.failureSummary?.replaceAll('\n', '\n      ')}`))
    throw new Error(`axe finds in ${what}:\n  ${lines.join('\n  ')}`)
  }
}

/** Nothing is wider than the window: pages scroll down, never to the side. */
export async function expectNoSideScroll(page, what) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) throw new Error(`${what} is ${wide} pixels wider than the window`)
}

/** Nor at any width between a phone's, at which WCAG wants a page to reflow, and a wide screen's. */
export async function expectNoSideScrollAtAnyWidth(page, what) {
  const size = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ ...size, width })
    // What is drawn on a canvas follows the width a moment later; what stays too wide is told below.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, { timeout: SETTLE_MS }).catch(() => {})
    await expectNoSideScroll(page, `${what} at ${width} pixels`)
  }
  await page.setViewportSize(size)
}

/**
 * By Tab alone everything that can be used is reached, in a page's first MOST_TABS stops, and shows that it is. Of a group of
 * radios one is enough: the arrows lead to the others.
 */
export async function expectReachedByTab(page, what) {
  const count = await page.evaluate(() => {
    const group = (element) => [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)]
    const isOneOfGroup = (element) => element.type !== 'radio' || element === (group(element).find((one) => one.checked) ?? group(element)[0])
    const usable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((element) => element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]') && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && isOneOfGroup(element))
    window.lumiaToReach = new Set(usable)
    window.lumiaFaint = new Set()
    document.activeElement?.blur()
    return usable.length
  })
  for (let press = 0; press < Math.min(count + STOPS_OF_OTHERS, MOST_TABS); press++) {
    await page.keyboard.press('Tab')
    await page.evaluate(() => {
      const element = document.activeElement
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      if (element !== document.body && (outlineStyle === 'none' || outlineWidth === '0px') && boxShadow === 'none') window.lumiaFaint.add(element)
      window.lumiaToReach.delete(element)
    })
  }
  const [left, faint] = await page.evaluate(() => {
    const shown = (elements) => [...elements].slice(0, 5).map((element) => element.outerHTML.slice(0, 160))
    return [window.lumiaToReach.size > 0 ? shown(window.lumiaToReach) : [], shown(window.lumiaFaint)]
  })
  if (count <= MOST_TABS - STOPS_OF_OTHERS) expect(left.length === 0, `Tab does not reach in ${what}:\n  ${left.join('\n  ')}`)
  expect(faint.length === 0, `focus cannot be seen in ${what}:\n  ${faint.join('\n  ')}`)
}

export async function screenshot(page, name) {
  const folder = join(here, '../target/screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** For README and guide: what a window shows at first, without scrolling. */
export async function picture(page, name) {
  const folder = process.env.LUMIA_E2E_PICTURES ?? join(here, '../target/pictures')
  mkdirSync(folder, { recursive: true })
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

export function expect(condition, message) {
  if (!condition) throw new Error(message)
}

/** What becomes true only when the page has answered: asked again until it is, for as long as everything else may take. */
export async function eventually(holds, message) {
  for (const until = Date.now() + WAIT_MS; !(await holds()); ) {
    expect(Date.now() < until, message)
    await new Promise((done) => setTimeout(done, POLL_MS))
  }
}

/** Asks the API itself what to hold; the new recommendation's id. Needs local/lumia up --open. */
export async function recommended(base, question) {
  const response = await fetch(`${base}/api/v1/recommendations`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(question) })
  expect(response.ok, `POST /api/v1/recommendations answered ${response.status}; is it up with --open?`)
  return (await response.json()).data.id
}
