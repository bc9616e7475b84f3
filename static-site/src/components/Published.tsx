import type { Article } from '~/api'
import { formatDate } from '~/format'
import { Instant } from './Change'

/** When an article was published: an instant, or the day alone where the source names no more. */
export function Published({ article }: { readonly article: Article }) {
  if (article.published_precision !== 'day') return <Instant at={article.published_at} />
  const day = article.published_at.slice(0, 10)
  return (
    <time dateTime={day} title="The source names the day alone">
      {formatDate(day)}
    </time>
  )
}
