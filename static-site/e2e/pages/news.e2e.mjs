import { expect, expectAccessible, settled, visit } from '../harness.mjs'

export const looks = {
  news: '/news',
  'news-found': '/news?q=apple&score=negative',
  'news-none': '/news?q=zzzzzz',
}

/** Failing is what some steps test. */
export const allowFailing = (text) => /ERR_FAILED|Failed to load resource/.test(text)

const lines = (page) => page.locator('.article-line')

export const steps = {
  'finds by words, marks them, and the address says what was asked': async (page) => {
    await visit(page, '/news')
    await page.getByLabel('Search', { exact: true }).fill('iphone')
    await page.waitForURL('**/news?q=iphone')
    await page.locator('.article-line mark', { hasText: /iphone/i }).first().waitFor()
  },
  'filters by asset, type, score and day': async (page) => {
    await visit(page, '/news')
    await page.getByLabel('About', { exact: true }).fill('aapl')
    await page.getByLabel('Score', { exact: true }).selectOption('negative')
    await page.getByLabel('First day').fill('2017-10-01')
    await page.waitForURL('**start=2017-10-01**')
    await page.waitForURL('**assets=aapl**')
    await settled(page)
    await page.getByRole('status').filter({ hasText: /^\d+ articles? fit/ }).waitFor()
    await page.waitForFunction(() => [...document.querySelectorAll('.article-line')].every((line) => line.textContent?.includes('AAPL')))
    expect((await lines(page).count()) > 0, 'nothing fits')
  },
  'turns pages, and Back turns them back': async (page) => {
    await visit(page, '/news')
    const first = await lines(page).first().innerText()
    await page.getByRole('button', { name: 'Next →' }).click()
    await page.waitForURL('**/news?page=2')
    await page.waitForFunction((text) => document.querySelector('.article-line')?.innerText !== text, first)
    await page.goBack()
    await page.waitForFunction((text) => document.querySelector('.article-line')?.innerText === text, first)
  },
  'shows what a score rests on': async (page) => {
    await visit(page, '/news?q=apple+qualcomm')
    await lines(page).first().getByRole('heading').getByRole('link').click()
    await page.getByRole('heading', { name: 'How good the news is' }).waitFor()
    await page.locator('.article-body mark').first().waitFor()
    await page.getByText('the text names the company').first().waitFor()
    await page.getByRole('button', { name: 'Table of Three readings' }).click()
    await page.getByRole('table', { name: 'Three readings' }).waitFor()
    await settled(page)
    await expectAccessible(page, 'an article')
    await page.getByRole('link', { name: 'AAPL' }).first().click()
    await page.waitForURL('**/assets/AAPL')
  },
  'says why a score is withheld': async (page) => {
    await visit(page, '/news?q=apple')
    await lines(page).filter({ hasText: 'withheld: only' }).first().getByRole('heading').getByRole('link').click()
    await page.getByText('The most likely reading is not sure enough').waitFor()
  },
  'shows nothing that was collected later': async (page) => {
    await visit(page, '/news?as_of=2017-10-31')
    await page.getByText('Looking back to Oct 31, 2017.').waitFor()
    expect(!(await page.locator('main').innerText()).includes('Nov 9, 2017'), 'an article of November stands there')
    await page.getByRole('button', { name: 'Back to now' }).click()
    await page.waitForURL('**/news')
  },
  'says what is wrong with a filter': async (page) => {
    await visit(page, '/news?start=2017-06-30&end=2017-01-01')
    await page.getByText('This is before the first day').waitFor()
    await page.goto('/news?assets=NOSUCH')
    await page.getByText('no asset with id or symbol').waitFor()
  },
  'leads on where nothing fits and where there is no such article': async (page) => {
    await visit(page, '/news?q=zzzzzz')
    await page.getByRole('link', { name: 'Take all filters away' }).click()
    await lines(page).first().waitFor()
    await page.goto('/news/00000000-0000-0000-0000-000000000000')
    await page.getByText('There is no such article').waitFor()
    await page.getByRole('link', { name: 'Search the news' }).click()
    await page.waitForURL('**/news')
  },
  'goes on when the API answers again': async (page) => {
    await page.route('**/api/v1/news?*', (route) => route.abort())
    await page.goto('/news')
    await page.getByText('The API did not answer').first().waitFor()
    await page.unroute('**/api/v1/news?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await lines(page).first().waitFor()
  },
}
