// What somebody sees who has not said who he is, at a Lumia that asks: local/lumia up without --open.
import { expect, expectAccessible, settled, visit } from '../harness.mjs'

/** Few: an address has 100 questions an hour. */
export const looks = { 'reader-overview': '/', 'reader-news': '/news' }

/** Being refused is what is tested here. */
export const allowFailing = (text) => /Failed to load resource/.test(text)

export const steps = {
  'shows public market data, how fresh it is, and what an account adds': async (page) => {
    await visit(page, '/')
    await page.getByRole('heading', { name: 'Session of Nov 10, 2017' }).waitFor()
    await page.locator('.top .chip').getByText('Data of Nov 10, 2017').waitFor()
    await page.getByText('Sign in to see sentiment').waitFor()
    await page.getByRole('table', { name: 'Largest gains of the session' }).getByRole('link').first().click()
    await page.waitForURL('**/assets/*')
    await page.getByRole('application', { name: /^Prices of/ }).waitFor()
    await settled(page)
    expect((await page.locator('main').innerText()).includes('RSI'), 'the asset has no switches')
  },
  'leads from the news to signing in and back': async (page) => {
    await visit(page, '/news?q=apple')
    await page.getByText('The news could not be read').waitFor()
    await page.getByRole('link', { name: 'Sign in' }).last().click()
    await page.waitForURL(`**/account?next=${encodeURIComponent('/news?q=apple')}`)
  },
  'leads from a recommendation to signing in, and keeps the question': async (page) => {
    await visit(page, '/recommend')
    await page.getByLabel('Capital', { exact: true }).fill('7,000')
    await page.getByRole('button', { name: 'Recommend', exact: true }).click()
    await page.getByText('The recommendation could not be made').waitFor()
    await expectAccessible(page, 'the refused question')
    await page.getByRole('form', { name: 'Ask for a recommendation' }).getByRole('link', { name: 'Sign in' }).click()
    await page.waitForURL(/\/account\?next=.*capital%3D7/)
  },
  'keeps operations and other people’s answers to those who may see them': async (page) => {
    await visit(page, '/operations')
    await page.getByText('Sign in to see the operations').waitFor()
    await page.goto('/recommendations/00000000-0000-4000-8000-000000000000')
    await page.getByText('This recommendation could not be read').waitFor()
    await page.getByRole('link', { name: 'Sign in' }).last().waitFor()
  },
}
