import { expect, expectAccessible, isDrawn, settled, visit } from '../harness.mjs'

/** Those of the guide. */
export const pictures = ['overview']

/** Screenshots and axe: name of the picture and its address. */
export const looks = { overview: '/', 'overview-then': '/?as_of=2016-06-30' }

/** A refusal is what is tested in one of the steps. */
export const allowFailing = (text) => /status of 400|status of 404/.test(text)

const comparison = (page) => page.getByRole('region', { name: 'Moving together' })

async function scrollToComparison(page) {
  await comparison(page).scrollIntoViewIfNeeded()
  await isDrawn(page, '[aria-label^="Heat map of correlations"] canvas', 5)
}

export const steps = {
  'shows the session, its sectors and its movers': async (page) => {
    await visit(page, '/')
    await page.getByRole('heading', { name: /^Session of/ }).waitFor()
    expect((await page.getByRole('table', { name: 'Largest gains of the session' }).locator('tbody tr').count()) > 0, 'no gains')
  },
  'draws the treemap, and has it as tables that lead on': async (page) => {
    await visit(page, '/')
    await isDrawn(page, '[aria-label^="Treemap of sectors"] canvas', 9)
    await page.getByRole('button', { name: 'Table of Return by sector' }).click()
    await page.getByRole('table', { name: 'Return by sector' }).waitFor()
    await page.getByRole('table', { name: 'The largest assets of each sector' }).getByRole('link', { name: 'AAPL', exact: true }).click()
    await page.waitForURL('**/assets/AAPL')
  },
  'tells how fresh the data is and how what was written sounds': async (page, base) => {
    await visit(page, '/')
    await page.locator('.chip').getByText('Data of Nov 10, 2017').waitFor()
    const { sentiment } = (await (await fetch(`${base}/api/v1/market/overview?movers=6`)).json()).data
    const pulse = page.getByRole('region', { name: 'Sentiment', exact: true })
    await pulse.getByText(String(sentiment.texts), { exact: true }).waitFor()
    await pulse.getByText(sentiment.positive[0].symbol).first().waitFor()
  },
  'looks back to a day, and Back returns': async (page) => {
    await visit(page, '/')
    const now = await page.getByRole('heading', { name: /^Session of/ }).innerText()
    await page.getByLabel('As known at the end of').fill('2016-06-30')
    await page.getByRole('button', { name: 'Look back' }).click()
    await page.waitForURL('**/?as_of=2016-06-30')
    await page.getByRole('heading', { name: 'Session of Jun 30, 2016' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: now }).waitFor()
  },
  'says what is wrong with a day': async (page) => {
    await visit(page, '/?as_of=2017-02-30')
    await page.getByText('is no day of the calendar').waitFor()
    await visit(page, '/?as_of=2999-01-01')
    await page.getByText('The market could not be read').waitFor()
    await page.getByRole('button', { name: 'Back to now' }).click()
    await page.getByRole('heading', { name: /^Session of/ }).waitFor()
  },
  'asks for correlations when they come near, and compares what one adds': async (page) => {
    await visit(page, '/?compare=AAPL,MSFT')
    await scrollToComparison(page)
    await comparison(page).getByLabel('Add a symbol').fill('aapl')
    await comparison(page).getByRole('button', { name: 'Add' }).click()
    await page.getByText('AAPL is compared already').waitFor()
    await comparison(page).getByLabel('Add a symbol').fill('spy')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/?compare=AAPL%2CMSFT%2CSPY')
    await isDrawn(page, '[aria-label^="Heat map of correlations. Most alike"] canvas', 5)
    await page.getByRole('button', { name: 'Table of Correlation of daily returns' }).click()
    expect((await page.getByRole('table', { name: 'Correlation of daily returns' }).locator('tbody tr').count()) === 3, 'three assets are three pairs')
    await page.getByRole('table', { name: 'Correlation of each with each' }).getByRole('columnheader', { name: 'SPY' }).waitFor()
    await page.getByRole('button', { name: 'Take MSFT away' }).click()
    await page.waitForURL('**/?compare=AAPL%2CSPY')
  },
  'shows which symbol it does not know': async (page) => {
    await visit(page, '/?compare=AAPL,NOSUCHTHING')
    await comparison(page).scrollIntoViewIfNeeded()
    await page.getByText('The correlations could not be read').waitFor()
    await page.getByRole('button', { name: 'Take NOSUCHTHING away' }).waitFor()
  },
  'asks a reader without an account to sign in for sentiment': async (page) => {
    await page.route('**/api/v1/market/overview?*', async (route) => {
      const response = await route.fetch()
      const answer = await response.json()
      await route.fulfill({ response, json: { ...answer, data: { ...answer.data, sentiment: null } } })
    })
    await visit(page, '/')
    await page.getByText('Sign in to see sentiment').waitFor()
  },
  'finds an asset by / and the keyboard alone': async (page) => {
    await visit(page, '/')
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Search assets and pages' }).fill('apple')
    await page.getByRole('option', { name: /^AAPL/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/assets/AAPL')
  },
  'opens the palette by Ctrl+K, also while writing, and leads to a page': async (page) => {
    await visit(page, '/?compare=AAPL,MSFT')
    await scrollToComparison(page)
    await comparison(page).getByLabel('Add a symbol').fill('s')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search assets and pages' }).fill('developers')
    await page.getByRole('option', { name: /Developers/ }).first().waitFor()
    await expectAccessible(page, 'the palette')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/developers')
  },
  'moves by g and a letter, lists its keys by ?, changes its theme by t': async (page) => {
    await visit(page, '/')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await expectAccessible(page, 'the list of keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await page.waitForURL('**/assets')
    await settled(page)
    const before = await page.evaluate(() => document.documentElement.dataset.theme)
    await page.keyboard.press('t')
    await page.keyboard.press('t')
    const after = await page.evaluate(() => document.documentElement.dataset.theme)
    expect(before === 'dark' && after === 'light', `the theme went from ${before} to ${after}`)
  },
}
