import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { DataTable, type Column } from '~/components/DataTable'

/** The numbers behind a chart, as a table. */
export type ChartTable<Row = unknown> = {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

type Props<Row> = {
  readonly title: string
  /** What the chart says, in words: its one finding, with numbers. */
  readonly sentence: ComponentChildren
  readonly table: ChartTable<Row>
  /** Shown below the table where the chart draws things of two kinds. */
  readonly moreTable?: ComponentChildren
  /** Switches that belong to the chart, such as its range. */
  readonly controls?: ComponentChildren
  readonly children: ComponentChildren
  /** 2 unless the chart stands in a panel of its own whose h2 is another. */
  readonly level?: 2 | 3
}

/** Every chart has a title, a sentence and its numbers one click away; nobody needs to see it to know what it says. */
export function ChartFrame<Row>({ title, sentence, table, moreTable, controls, children, level = 3 }: Props<Row>) {
  const [showsTable, setShowsTable] = useState(false)
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <figure class="chart" aria-labelledby={id}>
      <div class="chart-head">
        <Heading id={id}>{title}</Heading>
        <div class="panel-aside">
          {controls}
          <button type="button" class="button button-small no-print" aria-pressed={showsTable} onClick={() => setShowsTable(!showsTable)}>
            {showsTable ? 'Chart' : 'Table'}
            <span class="visually-hidden"> of {title}</span>
          </button>
        </div>
      </div>
      <p class="chart-sentence">{sentence}</p>
      {showsTable ? (
        <>
          <DataTable caption={title} isCaptionHidden columns={table.columns} rows={table.rows} rowKey={table.rowKey} maxHeight="24rem" />
          {moreTable}
        </>
      ) : (
        children
      )}
    </figure>
  )
}
