import { expectAccessible, visit } from '../harness.mjs'

export const looks = { 'not-found': '/no/such/page' }

/** Failing is what is tested here. */
export const allowFailing = (text) => /ERR_FAILED|ERR_INTERNET|Failed to load resource/.test(text)

export const steps = {
  'says that nobody answers, and goes on when somebody does': async (page) => {
    await page.route('**/api/v1/assets?*', (route) => route.abort())
    await page.goto('/assets')
    await page.getByText('The API did not answer').first().waitFor()
    await page.unroute('**/api/v1/assets?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link', { name: 'AAPL' }).waitFor()
  },
  'shows a refusal with its request id': async (page) => {
    await page.route('**/api/v1/assets?*', (route) => route.fulfill({ status: 400, contentType: 'application/json', body: '{"success":false,"error":{"code":"INVALID_INPUT","message":"q is too long","details":{"fields":[{"path":"q","code":"LENGTH","message":"128 characters at most"}]},"request_id":"request-0001"}}' }))
    await page.goto('/assets')
    await page.getByText('request-0001').waitFor()
    await page.getByText('128 characters at most').waitFor()
  },
  'says so where the site itself cannot start': async (page) => {
    await page.route('**/config.json', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"api": 7}' }))
    await page.goto('/')
    await page.getByRole('heading', { name: 'The site cannot start' }).waitFor()
    await page.getByText('config.json').first().waitFor()
    await expectAccessible(page, 'the failed start')
  },
  'keeps the rest of the site where a page fails, and loads it again': async (page) => {
    const isPart = (url) => /\/static\/NumbersPage-.*\.js$/.test(url.pathname)
    await page.route(isPart, (route) => route.abort())
    await visit(page, '/assets')
    await page.getByRole('link', { name: 'About the numbers' }).first().click()
    await page.getByRole('button', { name: /again/ }).waitFor()
    await page.getByRole('link', { name: 'Assets' }).first().waitFor()
    await expectAccessible(page, 'a page that failed')
    await page.unroute(isPart)
    await page.getByRole('button', { name: /again/ }).click()
    await page.getByRole('rowheader', { name: 'rsi_14' }).waitFor()
  },
  'leads on from an address that is none': async (page) => {
    await visit(page, '/no/such/page')
    await page.getByRole('link', { name: 'Assets' }).first().click()
    await page.waitForURL('**/assets')
  },
}
