import { formatInteger } from '~/format'

type Props = { readonly page: number; readonly totalPages: number; readonly totalItems: number; readonly onPage: (page: number) => void; readonly label: string }

/** One page back, one forth, and where one is. */
export function Pager({ page, totalPages, totalItems, onPage, label }: Props) {
  if (totalPages <= 1) return null
  return (
    <nav class="pager" aria-label={label}>
      <button type="button" class="button button-small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ← Before
      </button>
      <span class="num">
        Page {formatInteger(page)} of {formatInteger(totalPages)} · {formatInteger(totalItems)} in all
      </span>
      <button type="button" class="button button-small" disabled={page >= totalPages} onClick={() => onPage(page + 1)}>
        Next →
      </button>
    </nav>
  )
}
