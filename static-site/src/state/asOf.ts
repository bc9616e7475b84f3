/** The date of a text YYYY-MM-DD that is a day of the calendar. */
export function readDate(text: string | null): string | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? undefined : text
}

/** Why a day cannot be travelled to; undefined where it can. @param today  the API's own day, YYYY-MM-DD */
export function faultOfAsOf(text: string, today: string): string | undefined {
  if (text === '') return undefined
  const day = readDate(text)
  if (!day) return `“${text}” is no day of the calendar; write it like 2017-06-30`
  return day > today ? 'That day has not come yet' : undefined
}

/** The parameters of a question that looks from the reader's day: `as_of` is left out for now, so that answers are shared. */
export const asOfOf = (view: { readonly asOf: string | undefined }): { readonly as_of?: string } => (view.asOf ? { as_of: view.asOf } : {})
