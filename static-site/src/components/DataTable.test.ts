import { describe, expect, it } from 'vitest'
import { sortRows, type Column } from './DataTable'

type Row = { readonly name: string; readonly price: number | null }
const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', label: 'Name', cell: (row) => row.name, sortBy: (row) => row.name },
  { id: 'price', label: 'Price', cell: (row) => row.price, sortBy: (row) => row.price },
]
const ROWS: readonly Row[] = [{ name: 'b', price: null }, { name: 'a10', price: 2 }, { name: 'a9', price: 10 }]
const names = (column: string, order: 'ascending' | 'descending') => sortRows(ROWS, COLUMNS, { column, order }).map((row) => row.name)

describe('sortRows', () => {
  it('puts missing values last in either order', () => {
    expect(names('price', 'ascending')).toEqual(['a10', 'a9', 'b'])
    expect(names('price', 'descending')).toEqual(['a9', 'a10', 'b'])
  })
  it('sorts numbers in names as numbers', () => expect(names('name', 'ascending')).toEqual(['a9', 'a10', 'b']))
  it('leaves rows as they came for an unknown column', () => expect(names('other', 'ascending')).toEqual(['b', 'a10', 'a9']))
})
