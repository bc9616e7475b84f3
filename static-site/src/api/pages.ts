import { ask, type Answer, type DataOf, type ParametersOf } from './client'
import type { OperationId, Operations } from './generated/operations'

/** Operations whose data is a list in numbered pages. */
export type ListId = {
  [Id in OperationId]: Operations[Id]['data'] extends readonly unknown[] ? ('page' extends keyof Operations[Id]['parameters'] ? Id : never) : never
}[OperationId]

export type ItemOf<Id extends ListId> = DataOf<Id> extends readonly (infer Item)[] ? Item : never

/** A list read to its end, or as far as was allowed: `total` says what there is. */
export type WholeList<T> = { readonly items: readonly T[]; readonly total: number; readonly isWhole: boolean; readonly answer: Answer<readonly T[]> }

const PER_PAGE = 200
const MAX_PAGES = 10

/** Reads the pages of a list one after the other, 2,000 items at most; never pretends that a part is the whole. */
export async function readAll<Id extends ListId>(id: Id, parameters: ParametersOf<Id>, signal?: AbortSignal): Promise<WholeList<ItemOf<Id>>> {
  const items: ItemOf<Id>[] = []
  let first: Answer<readonly ItemOf<Id>[]> | undefined
  for (let page = 1; page <= MAX_PAGES; page++) {
    const answer = (await ask(id, { ...parameters, page, per_page: PER_PAGE } as ParametersOf<Id>, undefined, { signal })) as unknown as Answer<readonly ItemOf<Id>[]>
    first ??= answer
    items.push(...answer.data)
    if (page >= (answer.pagination?.total_pages ?? 1)) break
  }
  const answer = first as Answer<readonly ItemOf<Id>[]>
  const total = answer.pagination?.total_items ?? items.length
  return { items, total, isWhole: items.length >= total, answer }
}

/** Operations whose answer goes on with a page token: time series. */
export type SeriesId = { [Id in OperationId]: 'page_token' extends keyof Operations[Id]['parameters'] ? Id : never }[OperationId]

/** All answers of a series, oldest question first; fails rather than cut where there are more than allowed. */
export async function readSeries<Id extends SeriesId>(id: Id, parameters: ParametersOf<Id>, signal?: AbortSignal): Promise<readonly Answer<DataOf<Id>>[]> {
  const answers: Answer<DataOf<Id>>[] = []
  let token: string | null | undefined
  do {
    if (answers.length === MAX_PAGES) throw new Error(`${id} has more than ${MAX_PAGES} pages; ask for a shorter period`)
    const asked = token ? { ...parameters, page_token: token } : parameters
    const answer = await ask(id, asked, undefined, { signal })
    answers.push(answer)
    token = answer.pagination?.next_page_token
  } while (token)
  return answers
}
