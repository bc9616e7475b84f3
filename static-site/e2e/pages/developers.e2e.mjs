import { expect, expectAccessible, settled, visit } from '../harness.mjs'

export const looks = { developers: '/developers', 'developers-operation': '/developers?operation=getPrices&language=python' }

export const allowFailing = (text) => /ERR_FAILED|Failed to load resource/.test(text)

export const steps = {
  'runs its first call': async (page) => {
    await visit(page, '/developers')
    await page.getByRole('button', { name: 'Run it here' }).click()
    await page.getByText(/^200/).waitFor()
    await page.getByRole('tab', { name: 'Java', exact: true }).click()
    await page.getByText('HttpClient.newHttpClient()').waitFor()
    expect(page.url().includes('language=java'), `the language is not in ${page.url()}`)
  },
  'finds an operation and opens it': async (page) => {
    await visit(page, '/developers')
    await page.getByLabel('Find an operation').fill('rotate a zebra')
    await page.getByText('No operation fits').waitFor()
    await page.getByLabel('Find an operation').fill('keys rotate')
    await page.getByText('/api/v1/keys/{id}/rotate').click()
    await page.getByText('Needs keys:manage').waitFor()
    await expectAccessible(page, 'an open operation')
  },
  'says so where the description is missing': async (page) => {
    await page.route('**/api/v1/openapi.json', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{}' }))
    await page.goto('/developers')
    await page.getByText('The API’s description could not be read').waitFor()
    await page.unroute('**/api/v1/openapi.json')
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await settled(page)
    await page.getByText('/api/v1/keys/{id}/rotate').waitFor()
  },
}
