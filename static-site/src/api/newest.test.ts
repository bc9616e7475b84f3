import { expect, it } from 'vitest'
import { areCopiesOld, newestTurn, noteNewest } from './newest'

it('tells what is asked about now when the books know more, and for how long copies are not trusted', () => {
  const before = newestTurn.value

  expect(noteNewest('the session of 9 November', 0)).toBe(false)
  expect(noteNewest('the session of 9 November', 1_000)).toBe(false)
  expect(newestTurn.value).toBe(before)
  expect(areCopiesOld(1_000)).toBe(false)

  expect(noteNewest('the session of 10 November', 2_000)).toBe(true)
  expect(newestTurn.value).toBe(before + 1)
  expect(areCopiesOld(301_999)).toBe(true)
  expect(areCopiesOld(302_000)).toBe(false)
})
