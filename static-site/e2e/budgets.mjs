// Measures what a person waits for and what jumps under the finger, in a real Chromium.
//
//   npm run budgets -- http://127.0.0.1:8080        against a Lumia that runs (local/lumia up --open)
//
// Each page is loaded LOADS times with an empty cache, as a desktop and as a middling phone (a processor four times slower,
// 1.6 Mbit/s with 150 ms to the server, the customary "slow 4G"), and the median is taken. Shown:
//   first paint  first contentful paint, ms     largest   largest contentful paint, ms
//   shift        cumulative layout shift: the largest session window of shifts within a second of each other, five at most
//   transferred  KB over the wire until the page has settled
// Exit codes: 0 within the budgets, 1 over one, 2 wrong usage, 77 no Chromium on this machine.
import { endWithoutChromium, launch, observeShifts, openTab, readArguments, recommended, shiftOf, visit } from './harness.mjs'

const PAGES = ['/', '/?as_of=2017-06-30', '/assets', '/assets/AAPL', '/assets/AAPL?as_of=2017-06-30', '/recommend', '/news', '/operations', '/account', '/developers', '/numbers']
const LOADS = 3
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
const DEVICES = {
  desktop: { size: 'desktop', slower: 1, budget: { paint: 1000, largest: 2500, shift: 0.02, kilobytes: 700 } },
  phone: { size: 'phone', slower: 4, network: SLOW_4G, budget: { paint: 1800, largest: 4000, shift: 0.02, kilobytes: 700 } },
}

const { base } = readArguments('npm run budgets -- ADDRESS, such as http://127.0.0.1:8080')
endWithoutChromium()

/** Answers to look at: what to hold, by two tolerances, with what they are compared with. */
async function answers() {
  const asked = []
  for (const risk of ['moderate', 'conservative']) {
    asked.push(await recommended(base, { capital: 10000, risk_tolerance: risk, investment_horizon: 'medium' }))
  }
  return [`/recommendations/${asked[0]}`, `/recommendations?compare=${asked.join(',')}`]
}

const LONGEST_NAME = 32
/** Without the ids. */
const nameOf = (path) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)]

/** One load with nothing in the cache. */
async function load(browser, path, { size, slower, network }) {
  const tab = await openTab(browser, base, { size, allowFailing: () => true })
  try {
    const session = await tab.page.context().newCDPSession(tab.page)
    await session.send('Network.enable')
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
    if (network) await session.send('Network.emulateNetworkConditions', network)
    if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await observeShifts(tab.page)
    await visit(tab.page, path)
    const shift = await shiftOf(tab.page)
    const { paint, largest } = await tab.page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      largest: window.lumiaLargest ?? Number.NaN,
    }))
    return { paint, largest, shift, kilobytes: bytes / 1024 }
  } finally {
    await tab.done()
  }
}

const asked = await answers()
const browser = await launch()
let over = 0
console.log(`${'page'.padEnd(LONGEST_NAME)} ${'device'.padEnd(8)} first paint   largest    shift  transferred`)
for (const [device, settings] of Object.entries(DEVICES)) {
  for (const path of [...PAGES, ...asked]) {
    const loads = []
    for (let count = 0; count < LOADS; count++) loads.push(await load(browser, path, settings))
    const figures = Object.fromEntries(Object.keys(settings.budget).map((name) => [name, median(loads.map((one) => one[name]))]))
    const beyond = Object.entries(settings.budget).filter(([name, most]) => !(figures[name] <= most)).map(([name, most]) => `${name} over ${most}`)
    over += beyond.length
    console.log(`${nameOf(path).padEnd(LONGEST_NAME)} ${device.padEnd(8)} ${figures.paint.toFixed(0).padStart(8)} ms ${figures.largest.toFixed(0).padStart(6)} ms ${figures.shift.toFixed(3).padStart(8)} ${figures.kilobytes.toFixed(0).padStart(9)} KB${beyond.length ? `   ${beyond.join(', ')}` : ''}`)
  }
}
await browser.close()
console.log(over ? `${over} figures are over their budget` : 'all within their budgets')
process.exit(over ? 1 : 0)
