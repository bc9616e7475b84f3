import { expect, settled, visit } from '../harness.mjs'

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
    await removeJob(page)
    expect((await jobLink(page).count()) === 0, 'the job is still there')
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
