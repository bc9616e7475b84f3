import type { Decimal } from './decimal'

/**
 * JSON whose numbers stay as they were written. JSON.parse makes 175.84 a binary fraction and loses digits of long ones, so
 * each number is put in quotes with a mark before it, by one pass that steps over strings; `decode` takes the mark off where
 * the schema expects a number.
 */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** No JSON text can hold this character in a string but by an escape, and none of ours does. */
const MARK = '\u0001'

export type Json = null | boolean | string | readonly Json[] | { readonly [name: string]: Json }

export function parseJson(text: string): Json {
  return JSON.parse(text.replace(TOKEN, (token) => (token.startsWith('"') ? token : `"\\u0001${token}"`))) as Json
}

/** The number's text, or undefined for anything else. */
export const numberText = (value: Json | undefined): Decimal | undefined =>
  typeof value === 'string' && value.startsWith(MARK) ? (value.slice(1) as Decimal) : undefined

/** JSON whose marked decimals are numbers again, digit by digit. */
export function writeJson(value: unknown, isNumber: (path: string, text: string) => boolean = () => false): string {
  return write(value, '', isNumber)
}

function write(value: unknown, path: string, isNumber: (path: string, text: string) => boolean): string {
  if (typeof value === 'string') return isNumber(path, value) ? value : JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((one) => write(one ?? null, `${path}[]`, isNumber)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined)
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${write(field, `${path}.${name}`, isNumber)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
