import { eventually, expect, expectAccessible, readToTheEnd, recommended, settled, visit } from '../harness.mjs'

/** A question asked of the API itself, for pictures of its answer; asked once. */
const asked = new Map()
const ask = async (base, question) => {
  const key = JSON.stringify(question)
  if (!asked.has(key)) asked.set(key, await recommended(base, question))
  return asked.get(key)
}
const MODERATE = { capital: 10000, risk_tolerance: 'moderate', investment_horizon: 'medium' }
const CAREFUL = { capital: 10000, risk_tolerance: 'conservative', investment_horizon: 'long' }
const TOO_LITTLE = { capital: 5, risk_tolerance: 'moderate', investment_horizon: 'medium' }

/** Those of the guide. */
export const pictures = ['recommend', 'recommendation']

export const looks = {
  recommend: '/recommend',
  recommendation: async (base) => `/recommendations/${await ask(base, MODERATE)}`,
  'recommendation-withheld': async (base) => `/recommendations/${await ask(base, TOO_LITTLE)}`,
  recommendations: async (base) => `/recommendations?compare=${await ask(base, MODERATE)},${await ask(base, CAREFUL)}`,
}

/** One step lets the API fail. */
export const allowFailing = (text) => /status of (400|404|503)|\/api\/v1\/recommendations$/.test(text)

const CALCULATED_MS = 120_000

export const steps = {
  'goes from the form to the answer and makes it again': async (page) => {
    await visit(page, '/recommend')
    await page.getByLabel('Capital', { exact: true }).fill('25,000')
    await page.getByRole('radio', { name: /^Aggressive/ }).check()
    await page.getByRole('group', { name: 'Sectors to leave out' }).getByLabel('Energy').check()
    await page.waitForURL('**/recommend?*excluded_sectors=Energy*')
    await page.getByRole('button', { name: 'Recommend', exact: true }).click()
    await page.waitForURL('**/recommendations/*', { timeout: CALCULATED_MS })
    await page.getByRole('heading', { name: 'What to hold for $25,000' }).waitFor()
    await settled(page)
    await page.getByText(/nothing is left over/).waitFor()
    await page.getByRole('button', { name: 'Make it again' }).click()
    await page.getByText('The same answer, digit by digit.').waitFor({ timeout: CALCULATED_MS })
    const hashes = await page.locator('.replay-result code').allInnerTexts()
    expect(hashes.length === 2 && hashes[0] === hashes[1] && /^[0-9a-f]{64}$/.test(hashes[0]), `the hashes are ${hashes}`)
    await page.goBack()
    await eventually(async () => (await page.getByLabel('Capital', { exact: true }).inputValue()) === '25,000', 'Back lost the question')
  },
  'names field, value and what is allowed, before anything is sent': async (page) => {
    await visit(page, '/recommend')
    await page.getByLabel('Capital', { exact: true }).fill('-5')
    await page.getByText('Capital is “-5”; allowed: 1 to').first().waitFor()
    await page.getByLabel('Assets to leave out').fill('AAPL, NOPE')
    await page.getByRole('group', { name: 'Sectors that you prefer' }).getByLabel('Energy').check()
    await page.getByRole('group', { name: 'Sectors to leave out' }).getByLabel('Energy').check()
    await page.getByRole('button', { name: 'Recommend', exact: true }).click()
    const summary = page.getByRole('alert').filter({ hasText: '3 fields need another look' })
    await summary.waitFor()
    await summary.getByText('“NOPE”').waitFor()
    await expectAccessible(page, 'the form with faults')
    await summary.getByRole('link', { name: /^Capital/ }).click()
    await page.locator('#field-capital:focus').waitFor()
  },
  'explains why nothing is recommended, and what would help': async (page) => {
    await visit(page, '/recommend?capital=5')
    await page.getByRole('button', { name: 'Recommend', exact: true }).click()
    await page.getByRole('heading', { name: 'The capital buys no whole share' }).waitFor({ timeout: CALCULATED_MS })
    await page.getByText('What would help:').waitFor()
    await page.getByRole('link', { name: 'Change the question' }).last().click()
    await page.waitForURL('**/recommend?capital=5*')
  },
  'keeps what was typed when the API fails, and goes on': async (page) => {
    await page.route('**/api/v1/recommendations', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 503, contentType: 'application/json', headers: { 'X-Request-ID': 'request-0042' }, body: '{"success":false,"error":{"code":"UNAVAILABLE","message":"the database does not answer","details":{},"request_id":"request-0042"}}' }) : route.continue()))
    await visit(page, '/recommend?capital=7000')
    await page.getByRole('button', { name: 'Recommend', exact: true }).click()
    await page.getByText('request-0042').waitFor()
    expect((await page.getByLabel('Capital', { exact: true }).inputValue()) === '7000', 'the capital is lost')
  },
  'shows the evidence by one click and another position by its address': async (page, base) => {
    await visit(page, `/recommendations/${await ask(base, MODERATE)}`)
    await page.getByRole('link', { name: /^Why/ }).nth(2).click()
    await page.waitForURL('**/recommendations/*position=*')
    await page.getByText(/^Evidence:/).click()
    await page.getByText(/^Close .* from /).waitFor()
    await settled(page)
    await expectAccessible(page, 'the opened evidence')
  },
  'shows what it was chosen from, in a picture and in numbers': async (page, base) => {
    const id = await ask(base, MODERATE)
    const asked = []
    page.on('request', (request) => request.url().endsWith('/frontier') && asked.push(request.url()))
    await visit(page, `/recommendations/${id}`)
    expect(asked.length === 0, 'it is computed before anybody comes near')
    await readToTheEnd(page)
    const chart = page.getByRole('figure', { name: 'What it was chosen from' })
    await chart.getByText(/^The same assets, within the same limits, reach from/).waitFor({ timeout: CALCULATED_MS })
    const told = (await (await fetch(`${base}/api/v1/recommendations/${id}/frontier`)).json()).data
    expect((await chart.locator('svg circle').count()) === told.assets.length + 1, 'an asset is missing in the picture')
    await chart.getByRole('button', { name: 'Table of What it was chosen from' }).click()
    expect((await chart.getByRole('table', { name: 'What it was chosen from' }).getByRole('row').count()) === told.points.length + 1, 'a point is missing in the table')
    expect((await chart.getByRole('table', { name: /^This portfolio, and each asset/ }).getByRole('row').count()) === told.assets.length + 2, 'an asset is missing in the table')
    await page.evaluate(() => scrollTo(0, 0))
    await expectAccessible(page, 'the frontier')
  },
  'tells what could go wrong and what would change it, in numbers of the API': async (page, base) => {
    const id = await ask(base, MODERATE)
    const told = (await (await fetch(`${base}/api/v1/recommendations/${id}`)).json()).data
    await visit(page, `/recommendations/${id}`)
    const risk = page.getByRole('region', { name: 'What could go wrong' })
    await risk.getByRole('img', { name: /^Fan of the projection/ }).waitFor()
    await risk.getByRole('button', { name: 'Table of What the capital could become' }).click()
    expect((await risk.getByRole('table', { name: 'What the capital could become' }).getByRole('row').count()) === told.projection.points.length + 1, 'a point of the fan is missing')
    expect((await risk.getByRole('table', { name: 'These weights in bad times of the past' }).getByRole('row').count()) === told.summary.stress.length + 1, 'a bad time is missing')
    const change = page.getByRole('region', { name: 'What would change the verdict' })
    expect((await change.getByRole('table', { name: /^Assets that would come in next/ }).getByRole('row').count()) === told.next_in_line.length + 1, 'an asset at the door is missing')
    expect((await change.getByRole('table', { name: /^Positions that would leave/ }).getByRole('row').count()) > 1, 'no position would leave')
  },
  'prints an answer without what only a screen needs': async (page, base) => {
    await visit(page, `/recommendations/${await ask(base, MODERATE)}`)
    expect(!(await page.locator('.only-print').first().isVisible()), 'what is for paper stands on the screen')
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['.top', '.contents', '.page-tools', '.foot']) expect(!(await page.locator(gone).first().isVisible()), `${gone} would be printed`)
    expect(await page.locator('.only-print').first().isVisible(), 'what is for paper is missing on it')
    const { title, colour } = await page.evaluate(() => ({ title: document.querySelector('h1').textContent, colour: getComputedStyle(document.body).backgroundColor }))
    expect(/^What to hold for/.test(title) && colour === 'rgb(255, 255, 255)', `${title} on ${colour}`)
    expect((await page.pdf({ format: 'A4' })).length > 20_000, 'the paper is empty')
  },
  'goes from the form to the replay by the keyboard alone': async (page) => {
    await visit(page, '/recommend')
    const tabTo = async (what, isIt) => {
      for (let press = 0; press < 200; press++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(isIt)) return
      }
      throw new Error(`Tab does not reach ${what}`)
    }
    await tabTo('the capital', () => document.activeElement.id === 'field-capital')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('12,000')
    await tabTo('the risk', () => document.activeElement.type === 'radio')
    await page.keyboard.press('ArrowLeft')
    await tabTo('the button', () => document.activeElement.textContent === 'Recommend')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/recommendations/*', { timeout: CALCULATED_MS })
    await page.getByRole('heading', { name: 'What to hold for $12,000' }).waitFor()
    await settled(page)
    await tabTo('the replay', () => document.activeElement.textContent === 'Make it again')
    await page.keyboard.press('Enter')
    await page.getByText('The same answer, digit by digit.').waitFor({ timeout: CALCULATED_MS })
  },
  'tries the question on the past': async (page, base) => {
    await visit(page, `/recommendations/${await ask(base, MODERATE)}`)
    await page.getByLabel('From', { exact: true }).fill('2017-06-30')
    await page.getByRole('button', { name: 'Try it on the past' }).click()
    await page.waitForURL('**/recommendations/*backtest=*')
    await page.getByRole('heading', { name: /^Advice against/ }).waitFor({ timeout: CALCULATED_MS })
    await page.getByRole('table', { name: 'The three beside each other, after costs' }).waitFor()
    await settled(page)
    await expectAccessible(page, 'the trial')
  },
  'saves CSV and JSON with the digits of the API': async (page, base) => {
    const id = await ask(base, MODERATE)
    await visit(page, `/recommendations/${id}`)
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
    expect(/^lumia-.*\.csv$/.test(csv.suggestedFilename()), csv.suggestedFilename())
    const [json] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'JSON' }).click()])
    const { readFileSync } = await import('node:fs')
    const saved = JSON.parse(readFileSync(await json.path(), 'utf8'))
    const told = (await (await fetch(`${base}/api/v1/recommendations/${id}`)).json()).data
    expect(JSON.stringify(saved.positions) === JSON.stringify(told.positions) && saved.result_hash === told.result_hash, 'the file is another answer')
  },
  'compares two and takes a rating, by the keyboard': async (page, base) => {
    await ask(base, MODERATE)
    const id = await ask(base, CAREFUL)
    await visit(page, '/recommendations')
    for (const tick of [0, 1]) {
      await page.getByRole('checkbox').nth(tick).focus()
      await page.keyboard.press('Space')
    }
    await page.getByRole('table', { name: 'What was asked and what came of it' }).waitFor()
    await visit(page, `/recommendations/${id}`)
    await page.getByRole('button', { name: 'Send' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Rating is empty; allowed: 1 to 5').waitFor()
    await page.getByRole('radio', { name: '4', exact: true }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Send' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(/^Rated 4 of 5/).first().waitFor()
  },
  'says that there is no such recommendation': async (page) => {
    await page.goto('/recommendations/00000000-0000-4000-8000-000000000000')
    await page.getByText('This recommendation could not be read').waitFor()
  },
}
