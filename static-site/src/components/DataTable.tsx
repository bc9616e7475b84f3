import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { counted } from '~/format'
import { announce } from '~/state/toasts'

export type SortKey = string | number | null | undefined

export type Column<Row> = {
  readonly id: string
  readonly label: string
  /** Numbers stand right, in figures of equal width. */
  readonly isNumber?: boolean
  readonly cell: (row: Row) => ComponentChildren
  /** What the column sorts by; a column without it does not sort. Missing values come last either way. */
  readonly sortBy?: (row: Row) => SortKey
  /** The first sort of a click; numbers begin with the largest. */
  readonly firstSort?: 'ascending' | 'descending'
  /** Names the row to screen readers; one column of a table, the first unless said otherwise. */
  readonly isRowHeader?: boolean
  /** Left out on narrow screens. */
  readonly isMinor?: boolean
  readonly headHidden?: boolean
}

export type Sort = { readonly column: string; readonly order: 'ascending' | 'descending' }

type Props<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Where the caller keeps the sort, such as in the query; without it the table does. */
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  readonly initialSort?: Sort
  /** Shown instead of rows where there are none: an `<Empty>` with the next action. */
  readonly empty?: ComponentChildren
  readonly isBusy?: boolean
  /** Shows that many rows at first, and a button for the others. */
  readonly firstRows?: number
  /** Scrolls within this height, in CSS, with the head staying. */
  readonly maxHeight?: string
  readonly isCaptionHidden?: boolean
  /** The page's one long table: on wide screens its head stays below the site's own while the page scrolls. */
  readonly isPageTable?: boolean
}

const DEFAULT_FIRST_ROWS = 200

/** A table that sorts by its heads, with a caption, a head that stays and numbers below each other. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, empty, isBusy = false, firstRows = DEFAULT_FIRST_ROWS, maxHeight, isCaptionHidden = false, isPageTable = false } = props
  const [own, setOwn] = useState<Sort | undefined>(props.initialSort)
  const [shown, setShown] = useState(firstRows)
  const sort = props.sort ?? own
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort?.column, sort?.order])
  const header = columns.find((column) => column.isRowHeader) ?? columns[0]

  const sortBy = (column: Column<Row>): void => {
    const next = nextSort(column, sort)
    announce(`Sorted by ${column.label}, ${next.order}`)
    setOwn(next)
    props.onSort?.(next)
  }

  if (rows.length === 0 && empty && !isBusy) return <>{empty}</>
  return (
    <div class="table-frame">
      <div class={`table-scroll ${isPageTable ? 'is-page-table' : ''}`} tabIndex={0} role="region" aria-label={caption} style={maxHeight ? { maxHeight } : undefined} aria-busy={isBusy}>
        <table class="table">
          <caption class={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} sort={sort} onSort={() => sortBy(column)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((row) => (
              <tr key={rowKey(row)}>{columns.map((column) => bodyCell(column, row, column === header))}</tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > shown && (
        <p class="table-more">
          {counted(shown, 'row')} of {counted(sorted.length, 'row')}.{' '}
          <button type="button" class="button button-small" onClick={() => setShown(sorted.length)}>
            Show all
          </button>
        </p>
      )}
    </div>
  )
}

function HeadCell<Row>({ column, sort, onSort }: { readonly column: Column<Row>; readonly sort: Sort | undefined; readonly onSort: () => void }) {
  const isSorted = sort?.column === column.id
  const sign = isSorted ? (sort.order === 'ascending' ? '↑' : '↓') : ''
  return (
    <th scope="col" class={cellClass(column)} aria-sort={column.sortBy ? (isSorted ? sort.order : 'none') : undefined}>
      {column.sortBy ? (
        <button type="button" class="sort-button" onClick={onSort}>
          {column.label}
          <span aria-hidden="true" class="sort-sign">
            {sign}
          </span>
        </button>
      ) : (
        <span class={column.headHidden ? 'visually-hidden' : undefined}>{column.label}</span>
      )}
    </th>
  )
}

function bodyCell<Row>(column: Column<Row>, row: Row, isHeader: boolean) {
  const content = column.cell(row)
  return isHeader ? (
    <th key={column.id} scope="row" class={cellClass(column)}>
      {content}
    </th>
  ) : (
    <td key={column.id} class={cellClass(column)}>
      {content}
    </td>
  )
}

const cellClass = <Row,>(column: Column<Row>): string => `${column.isNumber ? 'num' : ''}${column.isMinor ? ' minor' : ''}`.trim()

function nextSort<Row>(column: Column<Row>, sort: Sort | undefined): Sort {
  const first = column.firstSort ?? (column.isNumber ? 'descending' : 'ascending')
  if (sort?.column !== column.id) return { column: column.id, order: first }
  return { column: column.id, order: sort.order === 'ascending' ? 'descending' : 'ascending' }
}

/** Sorted copy; equal rows keep their order, missing values stand last in either order. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | undefined): readonly Row[] {
  const keyOf = columns.find((column) => column.id === sort?.column)?.sortBy
  if (!sort || !keyOf) return rows
  const direction = sort.order === 'ascending' ? 1 : -1
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => compareKeys(one.key, other.key, direction))
    .map(({ row }) => row)
}

function compareKeys(one: SortKey, other: SortKey, direction: number): number {
  if (one === other) return 0
  if (one === null || one === undefined) return 1
  if (other === null || other === undefined) return -1
  if (typeof one === 'number' && typeof other === 'number') return (one - other) * direction
  return String(one).localeCompare(String(other), undefined, { numeric: true }) * direction
}
