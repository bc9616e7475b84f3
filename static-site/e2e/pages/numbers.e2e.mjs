import { visit } from '../harness.mjs'

export const looks = { numbers: '/numbers' }

/** Nobody may list providers without signing in, and the page says so. */
export const allowFailing = (text) => /Failed to load resource/.test(text)

export const steps = {
  'defines what the API computes and leads to a part': async (page) => {
    await visit(page, '/numbers')
    await page.getByRole('rowheader', { name: 'rsi_14' }).waitFor()
    await page.getByRole('link', { name: 'As of: what was known when' }).click()
    await page.waitForURL('**/numbers#as-of')
  },
}
