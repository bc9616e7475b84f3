/** First calls; the argument is the API's address, the key is in LUMIA_API_KEY. */
import { clientOf, Refused } from './client'
import { decimal } from './decimal'

const MOST_PAGES = 100
const QUESTION = { id: 'AAPL', start: '2014-06-02', end: '2014-06-13', adjustment: 'raw', limit: 2 } as const

const address = process.argv[2] ?? 'http://127.0.0.1:8080'
const key = process.env['LUMIA_API_KEY']
const ask = clientOf(address, key === undefined ? {} : { 'X-API-Key': key })

async function everyPage(): Promise<void> {
  let token: string | undefined
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data, pagination } = await ask('getPrices', { ...QUESTION, page_token: token })
    for (const bar of data.prices ?? []) console.log(`${bar.date} ${bar.close}`)
    token = pagination?.next_page_token ?? undefined
    if (token === undefined) return
  }
  throw new Error(`more than ${MOST_PAGES} pages`)
}

async function onlyIfChanged(): Promise<void> {
  const { etag } = await ask('getPrices', QUESTION)
  const again = ask('getPrices', QUESTION, undefined, { 'If-None-Match': etag ?? '' })
  console.log(await again.then(() => 'changed', (refused: Refused) => (refused.status === 304 ? 'not modified' : refused.message)))
}

async function aRefusal(): Promise<void> {
  await ask('getPrices', { ...QUESTION, id: 'NOPE' }).catch((refused: Refused) => console.log(`${refused.status} ${refused.failure?.code}`))
}

async function sendMoney(): Promise<void> {
  const { data } = await ask('recommend', {}, { capital: decimal('25000.10'), risk_tolerance: 'moderate', investment_horizon: 'medium' })
  console.log(`capital ${data.request.capital}`)
}

await everyPage()
await onlyIfChanged()
await aRefusal()
if (key !== undefined) await sendMoney()
