import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { eventually, expect, expectAccessible, picture, screenshot, settled, visit } from '../harness.mjs'

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
  await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor()
  await settled(page)
}

/** As an address that differs by its fragment only: the browser doesn't load the page again. */
const paste = (page, fragment) =>
  page.evaluate((hash) => {
    location.hash = hash
  }, fragment)

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
  'opens a link that is pasted while the page shows, as often as it is': async (page) => {
    await visit(page, '/account')
    for (let i = 0; i < 2; i++) {
      const refused = page.waitForResponse((response) => response.request().method() === 'POST' && response.status() === 401)
      await paste(page, '#session=0123456789abcdef0123456789abcdef')
      await refused
      await page.getByText('That sign-in link counts no more').waitFor()
      expect(!page.url().includes('session='), `the token stayed in ${page.url()}`)
    }
  },
  'says so where a mail’s token counts no more, also one pasted while the page shows': async (page) => {
    await visit(page, '/confirm')
    await page.getByText('This address lacks the mail’s token').waitFor()
    await paste(page, '#token=0123456789abcdef0123456789abcdef')
    await page.getByRole('button', { name: 'Confirm my address' }).waitFor()
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
    await picture(page, 'account')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
  },
  'asks before a pasted link swaps the account': async (page) => {
    await signIn(page)
    await paste(page, '#session=0123456789abcdef0123456789abcdef')
    await page.getByText('Sign in by this link instead?').waitFor()
    expect(!page.url().includes('session='), `the token stayed in ${page.url()}`)
    await page.getByRole('button', { name: 'Stay as I am' }).click()
    await page.getByText(ACCOUNT.email).waitFor()
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
    const secret = await page.getByRole('group', { name: 'Key' }).getByText(/^lum_/).innerText()
    await expectAccessible(page, 'the new key')
    await screenshot(page, 'account-new-key')
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await settled(page)
    expect(!(await page.content()).includes(secret), 'the key is shown twice')
    await page.goBack()
    await settled(page)
    expect(!(await page.content()).includes(secret), 'the key is shown again by Back')
    await expectAccessible(page, 'the keys')
    await page.getByRole('link', { name, exact: true }).click()
    await settled(page)
    // Uses are written every now and then.
    const uses = page.getByRole('table', { name: 'By operation' }).getByRole('row', { name: /assets 1$/i })
    while ((await uses.count()) === 0) {
      await page.waitForTimeout(3_000)
      await page.reload()
      await settled(page)
    }
    expect((await page.getByText('never', { exact: true }).count()) === 0, 'it was never used')
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
      await settled(page)
      await expectAccessible(page, 'the webhooks')
    } finally {
      hook.close()
    }
  },
}

const kept = {
  'keeps a profile, from which the form for recommendations is filled': async (page) => {
    await signIn(page)
    const form = page.getByRole('region', { name: 'For recommendations' })
    await form.getByLabel('Risk', { exact: true }).selectOption('conservative')
    await form.getByLabel('Horizon', { exact: true }).selectOption('long')
    await form.getByLabel('Never recommend').fill('xom')
    await form.getByRole('button', { name: 'Save profile' }).click()
    await page.getByText('Profile saved').waitFor()
    await visit(page, '/recommend')
    await page.getByRole('radio', { name: /^Conservative/, checked: true }).waitFor()
    await eventually(async () => (await page.getByLabel('Assets to leave out').inputValue()) === 'XOM', 'the asset is not left out')
    await visit(page, '/account')
    await form.getByLabel('Risk', { exact: true }).selectOption('')
    await form.getByLabel('Horizon', { exact: true }).selectOption('')
    await form.getByLabel('Never recommend').fill('')
    await form.getByRole('button', { name: 'Save profile' }).click()
    await page.getByText('Profile saved').waitFor()
  },
  'ends another session, and refuses a wrong password': async (page) => {
    const other = await page.request.post('/api/v1/tokens', { data: { email: ACCOUNT.email, password: ACCOUNT.password } })
    const { session_id: id } = (await other.json()).data
    await signIn(page, '/account/security')
    await page.getByText('This tab').waitFor()
    const sessions = async () => (await page.locator('main tbody').getByRole('button', { name: /^End/ }).count())
    const before = await sessions()
    expect(id && before > 0, 'the other session is not listed')
    await page.locator('main tbody').getByRole('button', { name: /^End/ }).first().click()
    await page.getByText('Session ended').waitFor()
    await eventually(async () => (await sessions()) === before - 1, 'it is still open')
    await page.getByLabel('Present password').fill('not the password of anybody')
    await page.getByLabel('New password', { exact: true }).fill('a new password of a test')
    await page.getByLabel('New password once more').fill('a new password of a tset')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByRole('alert').getByText(/need another look|needs another look/).waitFor()
    await page.getByLabel('New password once more').fill('a new password of a test')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByText(/password is wrong|is not the present password|wrong/i).first().waitFor()
    await expectAccessible(page, 'the sessions')
  },
  'hands out all that is kept, and deletes nothing unasked': async (page) => {
    await signIn(page, '/account/data')
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download my data' }).click()])
    const saved = JSON.parse(readFileSync(await file.path(), 'utf8'))
    expect(JSON.stringify(saved).includes(ACCOUNT.email), 'the address is not in the file')
    expect(!JSON.stringify(saved).includes(ACCOUNT.password), 'the password is in the file')
    await page.getByRole('button', { name: /^Delete/ }).last().click()
    await page.getByText('Tick that you want all of it deleted').first().waitFor()
    await expectAccessible(page, 'the refused deletion')
    await visit(page, '/account')
    await page.getByText(ACCOUNT.email).waitFor()
  },
}

export const steps = { ...anonymous, ...(ACCOUNT ? { ...signedIn, ...kept } : {}) }
