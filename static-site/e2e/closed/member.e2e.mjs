// What somebody does who signs in, at a Lumia that asks who one is: local/lumia up --demo-account, without --open.
import { readFileSync } from 'node:fs'
import { expect, settled, visit } from '../harness.mjs'

/** LUMIA_E2E_ACCOUNT names a file with email and password; LUMIA_E2E_LINK is the link that local/lumia up said, which counts once. */
const ACCOUNT = process.env.LUMIA_E2E_ACCOUNT ? JSON.parse(readFileSync(process.env.LUMIA_E2E_ACCOUNT, 'utf8')) : undefined
const LINK = process.env.LUMIA_E2E_LINK

/** Signed out, one is refused. */
export const allowFailing = (text) => /Failed to load resource/.test(text)

const CALCULATED_MS = 120_000

async function askAndReplay(page) {
  await visit(page, '/recommend')
  await page.getByRole('button', { name: 'Recommend', exact: true }).click()
  await page.waitForURL('**/recommendations/*', { timeout: CALCULATED_MS })
  await page.getByRole('heading', { name: /^What to hold for/ }).waitFor()
  await settled(page)
  await page.getByText(/nothing is left over/).waitFor()
  await page.getByRole('button', { name: 'Make it again' }).click()
  await page.getByText('The same answer, digit by digit.').waitFor({ timeout: CALCULATED_MS })
}

const byLink = {
  'signs in by the link that the terminal shows, which counts once': async (page, base) => {
    const path = LINK.slice(new URL(LINK).origin.length)
    await page.goto(path)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    expect(!page.url().includes('session='), `the token stayed in ${page.url()}`)
    await askAndReplay(page)
    const mine = page.url()
    await visit(page, '/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.goto(mine)
    await page.getByText('This recommendation could not be read').waitFor()
    await page.goto(`${base}${path}`)
    await page.getByText('That sign-in link counts no more').waitFor()
  },
}

const byPassword = {
  'signs in where it was needed, and goes on there': async (page) => {
    await visit(page, '/news?q=apple')
    await page.getByRole('link', { name: 'Sign in' }).last().click()
    await page.getByLabel('E-mail', { exact: true }).fill(ACCOUNT.email)
    await page.getByLabel('Password', { exact: true }).fill(ACCOUNT.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/news?q=apple')
    await page.locator('.article-line').first().waitFor()
    await visit(page, '/')
    await page.getByRole('region', { name: 'Sentiment', exact: true }).getByText('Mean score').waitFor()
    await visit(page, '/operations')
    await page.getByRole('region', { name: 'Collection jobs' }).getByRole('link', { name: 'daily-prices', exact: true }).waitFor()
  },
}

export const steps = { ...(LINK ? byLink : {}), ...(ACCOUNT ? byPassword : {}) }
