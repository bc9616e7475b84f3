/** The API for pages: `ask`, lists and series read to their end, live sources, who is signed in, and all types. */
export { ask, urlOf, signIn, signOut, newIdempotencyKey, type Answer, type AskOptions, type BodyOf, type DataOf, type ParametersOf } from './client'
export { ApiError, asApiError, type FieldFault } from './errors'
export { readAll, readSeries, type ListId, type ItemOf, type WholeList, type SeriesId } from './pages'
export { polling, type LiveSource, type LiveListener } from './live'
export { session, isSignedIn, scopes } from './session'
export { decimal, isDecimal, toNumber, signOf, type Decimal } from './decimal'
export { OPERATIONS, type OperationId } from './generated/operations'
export type * from './generated/types'
