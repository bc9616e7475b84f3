import { eventually, expect, expectAccessible, isDrawn, settled, visit } from '../harness.mjs'

/** Those of the guide. */
export const pictures = ['asset']

export const looks = {
  asset: '/assets/AAPL',
  'asset-lines': '/assets/AAPL?range=max&lines=sma_200,bollinger,rsi,macd',
  'asset-then': '/assets/AAPL?as_of=2016-06-30&adjustment=raw',
  'asset-series': '/assets/DGS10?range=5y',
  'asset-unknown': '/assets/ZZZZ',
}

/** Failing is what some steps test, and an asset that is not there is a 404. */
export const allowFailing = (text) => /ERR_FAILED|Failed to load resource/.test(text)

const CANVASES = '.price-chart canvas'

const chart = (page) => page.getByRole('application', { name: /^Prices of/ })

export const steps = {
  'draws candles under the Content-Security-Policy': async (page) => {
    await visit(page, '/assets/AAPL')
    await isDrawn(page, CANVASES)
    expect((await page.locator('.chart-sentence').first().innerText()).includes('$174.67 at the close of Nov 10, 2017'), 'the sentence does not tell the newest close')
  },
  'is read by keyboard: sessions, ends, zoom and a session that is chosen': async (page) => {
    await visit(page, '/assets/AAPL')
    await isDrawn(page, CANVASES)
    await chart(page).focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(() => document.querySelector('.chart-readout')?.textContent?.startsWith('Nov 9, 2017'))
    await page.keyboard.press('+')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/assets/AAPL?day=2017-11-09')
    await page.getByRole('heading', { name: 'Behind Nov 9, 2017' }).waitFor()
    await page.keyboard.press('Home')
    await page.waitForFunction(() => document.querySelector('.chart-readout')?.textContent?.startsWith('Nov 10, 2016'))
  },
  'changes range, lines and adjustment, and the address says so': async (page) => {
    await visit(page, '/assets/AAPL')
    await page.getByRole('radio', { name: 'MAX' }).check()
    await page.waitForURL('**/assets/AAPL?range=max')
    await page.getByRole('checkbox', { name: 'RSI' }).check()
    await page.locator('.legend').getByText('RSI 14').waitFor()
    await page.getByRole('radio', { name: 'As traded' }).check()
    await page.getByText('splits and dividends show as jumps').waitFor()
    await page.getByRole('checkbox', { name: 'SMA 200', disabled: true }).waitFor()
    await page.getByText(/^21 splits and dividends/).click()
    await page.getByText('Split 7:1').waitFor()
  },
  'has every session as a table': async (page) => {
    await visit(page, '/assets/AAPL?range=1m')
    await page.getByRole('button', { name: /^Table of AAPL day by day/ }).click()
    const row = page.getByRole('row', { name: /Nov 10, 2017/ }).first()
    expect((await row.innerText()).includes('174.67'), 'the newest close is not in the table')
    await expectAccessible(page, 'the table of prices')
  },
  'goes back in time with every question, and says so': async (page) => {
    await visit(page, '/assets/AAPL')
    const asked = []
    page.on('request', (request) => { if (/\/api\/v1\/(assets|signals|news)\b/.test(request.url())) asked.push(request.url()) })
    await page.getByLabel('As known at the end of').fill('2016-06-30')
    await page.getByRole('button', { name: 'Look back' }).click()
    await page.getByText('Looking back to Jun 30, 2016.').waitFor()
    await page.getByText('session of Jun 30, 2016').first().waitFor()
    await settled(page)
    expect(asked.length >= 5, `only ${asked.length} questions were asked`)
    const now = asked.filter((url) => !url.includes('as_of=2016-06-30'))
    expect(now.length === 0, `asked from now: ${now.join(' ')}`)
    expect(!(await page.locator('main').innerText()).includes('$174.67'), 'the price of today stands beside the past')
    await page.goBack()
    await page.getByText('$174.67').first().waitFor()
  },
  'does not go to a day that has not come': async (page) => {
    await visit(page, '/assets/AAPL')
    await page.getByLabel('As known at the end of').fill('2099-01-01')
    await page.getByRole('button', { name: 'Look back' }).click()
    await page.getByText('That day has not come yet').waitFor()
    expect(!page.url().includes('as_of'), 'it went there')
  },
  'shows the articles behind a session that is clicked or reached by keys': async (page) => {
    await visit(page, '/assets/AAPL')
    const slider = page.getByRole('slider', { name: 'Sentiment of AAPL by session' })
    const before = await slider.getAttribute('aria-valuetext')
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL('**day=2017-**')
    await eventually(async () => (await slider.getAttribute('aria-valuetext')) !== before, 'the keys moved nothing')
    const box = await slider.boundingBox()
    await page.mouse.click(box.x + box.width * 0.3, box.y + box.height / 2)
    await page.waitForURL('**day=2017-0**')
    await settled(page)
    await page.locator('.behind a').first().click()
    await page.waitForURL('**/news/*')
  },
  'shows reports as far as they were known': async (page) => {
    await visit(page, '/assets/AAPL')
    await page.getByText('In the year to Sep 24, 2016: revenue $216B').waitFor()
    await visit(page, '/assets/AAPL?as_of=2016-06-30')
    await page.getByText('In the year to Sep 26, 2015: revenue $234B').waitFor()
    await page.getByRole('radio', { name: 'Quarters' }).check()
    await page.getByText('No quarters are in the books').waitFor()
  },
  'shows a rate as values': async (page) => {
    await visit(page, '/assets/DGS10')
    await page.getByRole('img', { name: /over time/ }).waitFor()
  },
  'helps where the symbol is none': async (page) => {
    await visit(page, '/assets/ZZZZ')
    await page.getByRole('link', { name: 'Search for it' }).click()
    await page.waitForURL('**/assets?q=ZZZZ')
  },
  'keeps the rest of the page when prices fail, and asks again': async (page) => {
    const isPrices = (url) => url.pathname.endsWith('/prices')
    await page.route(isPrices, (route) => route.fulfill({ status: 400, contentType: 'application/json', body: '{"success":false,"error":{"code":"INVALID_INPUT","message":"no prices today","request_id":"request-0002"}}' }))
    await page.goto('/assets/AAPL')
    await page.getByText('The prices could not be read').waitFor()
    await page.getByText('request-0002').first().waitFor()
    await page.getByText('Return, 1 year').first().waitFor()
    await expectAccessible(page, 'an asset without prices')
    await page.unroute(isPrices)
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await isDrawn(page, CANVASES)
  },
}

