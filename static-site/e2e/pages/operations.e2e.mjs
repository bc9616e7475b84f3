import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, expectAccessible, settled, visit } from '../harness.mjs'

/** Those of the guide. */
export const pictures = ['operations', 'operations-gaps']

export const looks = {
  operations: '/operations',
  'operations-new-job': '/operations/jobs/new?template=daily-prices',
  'operations-runs': '/operations/runs',
  'operations-gaps': '/operations/gaps',
  'operations-quarantine': '/operations/quarantine',
  'operations-dead-letters': '/operations/dead-letters',
  'operations-providers': '/operations/collectors',
}

/** Being refused is part of what is tested here. */
export const allowFailing = (text) => /Failed to load resource/.test(text)

const JOB = 'made-by-a-test'

const jobLink = (page) => page.getByRole('region', { name: 'Collection jobs' }).getByRole('link', { name: JOB, exact: true })

/** Where the demo's data lies, so that the run of a test asks no provider of the world. */
async function bundleLocation(page) {
  const answer = await (await page.request.get('/api/v1/collection/jobs')).json()
  const location = answer.data.find((job) => job.collector.provider === 'bundle')?.collector.location
  expect(location, 'there is no job that reads a bundle; load the demo first')
  return location
}

/** Takes away what an earlier, broken run may have left. */
async function withoutJob(page) {
  await visit(page, '/operations')
  if ((await jobLink(page).count()) === 0) return
  await visit(page, `/operations/jobs/${JOB}`)
  await removeJob(page)
}

/**
 * A bundle with one row that nobody believes: a high below the low. Of an asset of the demo, so that nothing new gets into the books;
 * another row each time, since one that was decided upon does not come again.
 */
function bundleWithABadRow() {
  const folder = join(mkdtempSync(join(tmpdir(), 'lumia-e2e-')), 'bundle')
  mkdirSync(folder)
  writeFileSync(join(folder, 'bundle.json'), JSON.stringify({ name: 'a bad row', as_of: '2017-11-10', price_basis: 'raw', currency: 'USD', licence: 'CC0', source: 'made up by the test' }))
  writeFileSync(join(folder, 'assets.csv'), 'symbol,name,asset_type,exchange,currency,sector,industry,market_cap,cik,first_date,last_date,description\nAAPL,Apple Inc.,stock,XNAS,USD,Information Technology,,,,,,\n')
  writeFileSync(join(folder, 'bars.csv'), `symbol,date,open,high,low,close,volume\nAAPL,2017-11-10,175.11,170.00,174.27,174.67,${25_000_000 + (Date.now() % 1_000_000)}\n`)
  return folder
}

/** Makes, through the API, a job that reads a bundle. */
async function makeJob(page, name, location) {
  await page.request.delete(`/api/v1/collection/jobs/${name}`)
  const templates = (await (await page.request.get('/api/v1/collection/templates')).json()).data
  const job = { ...templates.find((one) => one.name === 'daily-prices').job, name, datasets: ['bars'], assets: { types: ['stock'], symbols: ['AAPL'] }, collector: { provider: 'bundle', location, fallbacks: [] }, enabled: false }
  const made = await page.request.post('/api/v1/collection/jobs', { data: job })
  expect(made.ok(), `the job is refused: ${await made.text()}`)
}

const runARange = async (page, name) => {
  const started = await page.request.post(`/api/v1/collection/jobs/${name}/run`, { data: { from: '2017-11-10', to: '2017-11-10' } })
  expect(started.ok(), `the run is refused: ${await started.text()}`)
}

async function removeJob(page) {
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('button', { name: 'Delete the job' }).click()
  await page.waitForURL('**/operations')
  await settled(page)
}

export const steps = {
  'makes a job from a template, runs it, pauses it and deletes it': async (page) => {
    await withoutJob(page)
    await page.getByRole('link', { name: 'New job' }).click()
    await page.getByRole('radio', { name: 'daily-prices', exact: true }).check()
    await page.getByLabel('Name', { exact: true }).fill(JOB)
    await page.getByLabel('Provider', { exact: true }).selectOption('bundle')
    await page.getByLabel('If it gives no answer').fill('')
    await page.getByLabel('Folder or zip').fill(await bundleLocation(page))
    await page.getByLabel('Datasets').fill('bars')
    await page.getByLabel('Types of assets').fill('stock')
    await page.getByLabel('Symbols', { exact: true }).fill('AAPL')
    await page.getByText('It would be accepted').waitFor()
    await page.getByText('At 18:00, Monday to Friday (New York time), on session days of the US exchanges.').waitFor()
    await page.getByRole('button', { name: 'Make the job' }).click()
    await page.waitForURL(`**/operations/jobs/${JOB}`)
    await page.getByRole('heading', { name: 'Next runs' }).waitFor()

    await page.getByRole('button', { name: 'Run now' }).click()
    await page.getByRole('radio', { name: 'A range of dates' }).check()
    await page.getByLabel('First date').fill('2017-11-06')
    await page.getByLabel('Last date').fill('2017-11-01')
    await page.getByRole('button', { name: 'Start the run' }).click()
    await page.getByText('Not before the first date').first().waitFor()
    await page.getByLabel('Last date').fill('2017-11-07')
    await page.getByRole('button', { name: 'Start the run' }).click()
    await page.getByText('The run is asked for').waitFor()
    const run = page.getByRole('region', { name: `Newest runs of ${JOB}` }).getByRole('row').nth(1)
    await run.getByText('by a person, for a range of dates').waitFor()
    await run.getByText(/Succeeded|Partial|Failed/).waitFor()

    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    await page.getByText('It runs only when somebody asks.').waitFor()
    await page.getByRole('button', { name: 'Resume', exact: true }).click()
    await page.getByText('It runs only when somebody asks.').waitFor({ state: 'detached' })
    await expectAccessible(page, 'a job')

    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Description').fill('Edited by a test')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(`**/operations/jobs/${JOB}`)
    await page.getByText('Edited by a test').waitFor()
    await page.getByRole('region', { name: 'How it has done' }).getByText('Runs that succeeded').waitFor()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expectAccessible(page, 'the question before deleting')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await removeJob(page)
    await jobLink(page).waitFor({ state: 'detached' })
  },
  'reviews a row that was not believed, and the decision is final': async (page) => {
    const name = 'bad-row-of-a-test'
    const folder = bundleWithABadRow()
    try {
      await makeJob(page, name, folder)
      await runARange(page, name)
      await visit(page, `/operations/jobs/${name}`)
      await page.getByRole('region', { name: 'Runs', exact: true }).getByRole('row').nth(1).getByText(/Succeeded|Partial/).waitFor()
      await visit(page, '/assets/AAPL')
      await page.getByRole('link', { name: 'Review them' }).click()
      await page.waitForURL('**/operations/quarantine?symbol=AAPL')
      await page.getByRole('button', { name: 'Decide at AAPL 2017-11-10' }).first().click()
      const dialog = page.getByRole('dialog', { name: 'AAPL, Nov 10, 2017' })
      await dialog.getByLabel('The row as it was received').getByText('170.00').waitFor()
      await expectAccessible(page, 'a row that waits')
      await dialog.getByLabel(/note/i).fill('A test sent it')
      await dialog.getByRole('button', { name: 'Reject' }).click()
      await page.getByText('AAPL 2017-11-10 is rejected').waitFor()
      await page.getByRole('radio', { name: 'All', exact: true }).check()
      await page.getByRole('button', { name: 'Look at AAPL 2017-11-10' }).first().click()
      await dialog.getByText('A test sent it').first().waitFor()
      expect((await dialog.getByRole('button', { name: 'Release' }).count()) === 0, 'it can be decided twice')
    } finally {
      await page.request.delete(`/api/v1/collection/jobs/${name}`)
      rmSync(folder, { recursive: true })
    }
  },
  'shows a message that died, and sends it again when the cause is mended': async (page) => {
    const name = 'dead-letter-of-a-test'
    const folder = bundleWithABadRow()
    try {
      await makeJob(page, name, folder)
      renameSync(folder, `${folder}-away`)
      await runARange(page, name)
      await page.waitForTimeout(1_000)
      await visit(page, '/operations/dead-letters')
      const letter = page.getByRole('table', { name: 'Dead letters' }).getByText(name)
      while ((await letter.count()) === 0) {
        await page.getByRole('button', { name: 'Look again' }).click()
        await page.waitForTimeout(2_000)
      }
      await settled(page)
      await expectAccessible(page, 'a dead letter')
      renameSync(`${folder}-away`, folder)
      await page.getByRole('button', { name: /^Send \d+ messages? of plan-collection again/ }).click()
      await page.getByRole('button', { name: 'Send again' }).click()
      await page.getByText(/^\d+ messages? sent again/).waitFor()
      await visit(page, `/operations/jobs/${name}`)
      await page.getByRole('region', { name: 'Runs', exact: true }).getByRole('row').nth(1).getByText(/Succeeded|Partial/).waitFor()
    } finally {
      await page.request.delete(`/api/v1/collection/jobs/${name}`)
      rmSync(folder, { recursive: true, force: true })
      rmSync(`${folder}-away`, { recursive: true, force: true })
    }
  },
  'shows how a run gets on without being asked again': async (page) => {
    let looks = 0
    await page.route(/\/api\/v1\/collection\/runs\/[^/?]+\??/, async (route) => {
      const response = await route.fetch()
      const answer = await response.json()
      looks++
      const isDone = looks > 2
      answer.data.run = { ...answer.data.run, status: isDone ? 'succeeded' : 'running', finished_at: isDone ? answer.data.run.finished_at : null }
      await route.fulfill({ response, json: answer, headers: { ...response.headers(), etag: `W/"${looks}"` } })
    })
    await visit(page, '/operations/runs')
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.locator('.chip', { hasText: 'Running' }).waitFor()
    await page.locator('.chip', { hasText: 'Succeeded' }).waitFor()
    expect(looks >= 3, `asked ${looks} times`)
    await expectAccessible(page, 'a run')
  },
  'draws gaps per asset and month, and lists them': async (page) => {
    await visit(page, '/operations/gaps?year=2017')
    await page.getByRole('button', { name: 'Table of Sessions without a price, per asset and month' }).waitFor()
    const map = page.getByRole('table', { name: 'Sessions without a price, per asset and month' })
    expect((await map.getByRole('columnheader').count()) >= 12, 'a month is missing')
    const told = (await (await page.request.get('/api/v1/collection/gaps?start=2017-01-01&end=2017-12-31&per_page=200')).json()).data.filter((one) => one.missing > 0)
    expect(told.length > 0 && (await page.getByRole('table', { name: 'Assets that lack prices in 2017' }).getByRole('row').count()) - 1 === Math.min(told.length, 50), 'an asset with gaps is not listed')
  },
  'shows what each provider may still be asked': async (page) => {
    await visit(page, '/operations/collectors')
    const told = (await (await page.request.get('/api/v1/collection/collectors')).json()).data
    expect((await page.locator('.operations-provider').count()) === told.length, 'a provider is missing')
    await page.getByLabel('Name, dataset or type').fill('stooq')
    await page.waitForURL('**name=stooq')
    await page.locator('.operations-provider').getByText('Budget').first().waitFor()
  },
  'says at the field what the API would refuse': async (page) => {
    await visit(page, '/operations/jobs/new?template=daily-prices')
    await page.getByLabel('Times').fill('cron(0 25 ? * MON-FRI *)')
    await page.getByText('It would be refused').waitFor()
    await page.getByRole('button', { name: 'Make the job' }).click()
    await page.getByRole('alert').getByText("'25'").waitFor()
    expect(page.url().includes('/jobs/new'), 'a job was made that cannot run')
  },
  'shows a run with the outcome of each item': async (page) => {
    await visit(page, '/operations/runs')
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Items' }).waitFor()
    await settled(page)
    expect((await page.getByRole('row').count()) > 1, 'a run has no items')
  },
  'keeps the filters in the address': async (page) => {
    await visit(page, '/operations/runs')
    await page.getByLabel('Job', { exact: true }).fill('no-such-job')
    await page.getByText('No run fits').waitFor()
    expect(page.url().includes('job=no-such-job'), 'the address does not hold the filter')
    await page.getByRole('button', { name: 'Show all runs' }).click()
    await page.getByRole('row').nth(1).waitFor()
  },
  'says what it takes where the API asks who one is': async (page) => {
    await page.route('**/api/v1/collection/jobs*', (route) => route.fulfill({ status: 401, contentType: 'application/json', body: '{"success":false,"error":{"code":"UNAUTHENTICATED","message":"a token or key is needed","request_id":"request-0002"}}' }))
    await page.goto('/operations')
    await page.getByText('Sign in to see the operations').waitFor()
    await page.getByText('collection:read').waitFor()
  },
}
