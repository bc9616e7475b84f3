import { expect, settled, visit } from '../harness.mjs'

export const looks = { assets: '/assets' }

const rows = (page) => page.locator('main table tbody tr')

export const steps = {
  'finds by typing, and the address says what was asked': async (page) => {
    await visit(page, '/assets')
    await page.getByLabel('Search', { exact: true }).fill('micro')
    await page.waitForURL('**/assets?q=micro')
    await page.getByRole('link', { name: 'MSFT' }).waitFor()
  },
  'sorts by a head': async (page) => {
    await visit(page, '/assets?type=stock')
    await page.getByRole('button', { name: 'Close' }).click()
    await page.locator('th[aria-sort="descending"]').filter({ hasText: /^Close/ }).waitFor()
  },
  'keeps a watch list over a reload': async (page) => {
    await visit(page, '/assets')
    await page.getByRole('button', { name: 'Watch AAPL' }).click()
    await page.reload()
    await settled(page)
    await page.getByLabel('Show', { exact: true }).selectOption('watched')
    await page.waitForFunction(() => document.querySelectorAll('main table tbody tr').length === 1)
    expect((await rows(page).innerText()).includes('AAPL'), 'AAPL is not on the list')
  },
  'says what to do when nothing fits': async (page) => {
    await visit(page, '/assets?q=zzzzzz')
    await page.getByText('No asset fits').waitFor()
    await page.getByRole('link', { name: 'Take all filters away' }).click()
    await page.getByRole('link', { name: 'AAPL' }).waitFor()
  },
}
