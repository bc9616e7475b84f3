import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { expect, expectAccessible, screenshot, settled, visit } from '../harness.mjs'

/** LUMIA_E2E_ACCOUNT names a file with email and password, such as demo-account.json of the data folder; without it nobody signs in here. */
const ACCOUNT = process.env.LUMIA_E2E_ACCOUNT ? JSON.parse(readFileSync(process.env.LUMIA_E2E_ACCOUNT, 'utf8')) : undefined

export const looks = { account: '/account', register: '/account/register', confirm: '/confirm' }

/** Refusals are what is tested here. */
export const allowFailing = (text) => /Failed to load resource/.test(text)

const signIn = async (page, next = '/account') => {
  await visit(page, `/account?next=${encodeURIComponent(next)}`)
  await page.getByLabel('E-mail', { exact: true }).fill(ACCOUNT.email)
  await page.getByLabel('Password', { exact: true }).fill(ACCOUNT.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await settled(page)
}

const anonymous = {
  'says what is wrong with an address and a password before it asks': async (page) => {
    await visit(page, '/account/register')
    await page.getByLabel('E-mail', { exact: true }).fill('ada')
    await page.getByLabel('Password', { exact: true }).fill('short')
    await page.getByRole('button', { name: 'Register' }).click()
    await page.getByText('3 fields need another look').waitFor()
    await expectAccessible(page, 'the refused registration')
  },
  'shows a refused sign-in and stays where it is': async (page) => {
    await visit(page, '/account')
    await page.getByLabel('E-mail', { exact: true }).fill(`nobody-${Date.now()}@example.org`)
    await page.getByLabel('Password', { exact: true }).fill('not the password of anybody')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('address or password is wrong').waitFor()
  },
  'takes a link’s token out of the address, also one that counts no more': async (page) => {
    await visit(page, '/account#session=0123456789abcdef0123456789abcdef')
    await page.getByText('That sign-in link counts no more').waitFor()
    expect(!page.url().includes('session='), `the token stayed in ${page.url()}`)
  },
  'says so where a mail’s token counts no more': async (page) => {
    await visit(page, '/confirm#token=0123456789abcdef0123456789abcdef')
    expect(!page.url().includes('token='), `the token stayed in ${page.url()}`)
    await page.getByRole('button', { name: 'Confirm my address' }).click()
    await page.getByText('The token does not count').waitFor()
  },
}

const signedIn = {
  'signs in, stays so when the page loads again, and signs out': async (page) => {
    await signIn(page)
    await page.getByText(ACCOUNT.email).waitFor()
    await page.reload()
    await page.getByText(ACCOUNT.email).waitFor()
    await expectAccessible(page, 'the profile')
    await screenshot(page, 'account-profile')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
  },
  'makes a key, uses it, sees its use and revokes it': async (page) => {
    await signIn(page, '/account/keys?new=1')
    const name = `Key of a test ${Date.now()}`
    await page.getByLabel('Only from these networks').fill('example.org')
    await page.getByRole('button', { name: 'Make the key' }).click()
    await page.getByText('2 fields need another look').waitFor()
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Only from these networks').fill('')
    await page.getByRole('button', { name: 'Make the key' }).click()
    await page.getByRole('group', { name: 'Key' }).waitFor()
    await page.getByRole('button', { name: 'Try it now' }).click()
    await page.getByText(/^200: it works; \d+ assets can be read/).waitFor()
    await expectAccessible(page, 'the new key')
    await screenshot(page, 'account-new-key')
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await settled(page)
    await page.getByRole('button', { name: 'Revoke…' }).click()
    await page.getByRole('button', { name: 'Revoke the key' }).click()
    await page.getByText('Revoked', { exact: true }).first().waitFor()
    await expectAccessible(page, 'a revoked key')
  },
  'makes a webhook, tests it and removes it': async (page) => {
    const hook = createServer((_, response) => response.end())
    await new Promise((resolve) => hook.listen(0, '127.0.0.1', resolve))
    try {
      await signIn(page, '/account/webhooks?new=1')
      await page.getByLabel('Address', { exact: true }).fill(`http://127.0.0.1:${hook.address().port}/lumia`)
      await page.getByRole('button', { name: 'Make the webhook' }).click()
      await page.getByRole('group', { name: 'Signing secret' }).waitFor()
      await page.getByRole('link', { name: 'Send a test' }).click()
      await page.getByRole('button', { name: 'Send a test' }).click()
      await page.getByRole('button', { name: /^Attempts/ }).first().waitFor()
      await settled(page)
      await expectAccessible(page, 'the webhook')
      await screenshot(page, 'account-webhook')
      await page.getByRole('button', { name: 'Remove…' }).click()
      await page.getByRole('button', { name: 'Remove it' }).click()
      await page.waitForURL('**/account/webhooks')
    } finally {
      hook.close()
    }
  },
}

export const steps = { ...anonymous, ...(ACCOUNT ? signedIn : {}) }
