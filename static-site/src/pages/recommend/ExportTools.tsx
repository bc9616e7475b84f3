import { jsonOf, type Recommendation } from '~/api'
import { saveFile } from '~/state/download'
import { toast } from '~/state/toasts'
import { fileNameOf } from './exports'
import { positionsCsv } from './portfolio'
import { askAgain } from './request'

/** What one does with an answer: ask again, compare, keep, print. */
export function ExportTools({ recommendation }: { readonly recommendation: Recommendation }) {
  const saveJson = (): void => {
    jsonOf('getRecommendation', recommendation).then(
      (text) => saveFile(fileNameOf(recommendation, 'json'), 'application/json', text),
      (thrown: unknown) => toast(`The file could not be made: ${String(thrown)}`, 'failed'),
    )
  }
  return (
    <div class="page-tools no-print">
      <a class="button" href={askAgain(recommendation.request)}>
        Change the question
      </a>
      <a class="button" href={`/recommendations?compare=${recommendation.id}`}>
        Compare
      </a>
      {recommendation.positions.length > 0 && (
        <button type="button" class="button" onClick={() => saveFile(fileNameOf(recommendation, 'csv'), 'text/csv', positionsCsv(recommendation))}>
          CSV
        </button>
      )}
      <button type="button" class="button" onClick={saveJson}>
        JSON
      </button>
      <button type="button" class="button" onClick={() => print()}>
        Print
      </button>
    </div>
  )
}
