import { expect, settled, visit } from '../harness.mjs'

/** Screenshots and axe: name of the picture and its address. */
export const looks = { overview: '/' }

export const steps = {
  'shows the session, its sectors and its movers': async (page) => {
    await visit(page, '/')
    await page.getByRole('heading', { name: /^Session of/ }).waitFor()
    expect((await page.getByRole('table', { name: 'Largest gains of the session' }).locator('tbody tr').count()) > 0, 'no gains')
  },
  'has the treemap as a table': async (page) => {
    await visit(page, '/')
    await page.getByRole('button', { name: 'Table of Change by sector' }).click()
    await page.getByRole('table', { name: 'Change by sector' }).waitFor()
  },
  'finds an asset by / and the keyboard alone': async (page) => {
    await visit(page, '/')
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Search assets and pages' }).fill('apple')
    await page.getByRole('option', { name: /^AAPL/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/assets/AAPL')
  },
  'moves by g and a letter, lists its keys by ?, changes its theme by t': async (page) => {
    await visit(page, '/')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
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
