import type { ArticleScore } from '~/api'
import { SignedNumber } from '~/components'
import { formatPercent } from '~/format'
import { withheld, type Piece } from './words'

/** A score with how sure it is, or why there is none. */
export function Score({ score }: { readonly score: ArticleScore | null | undefined }) {
  const why = withheld(score)
  if (!score || why) return <span class="dim">{why}</span>
  return (
    <>
      <SignedNumber value={score.score} /> <span class="dim">{formatPercent(score.confidence, 0)} sure</span>
    </>
  )
}

/** A text with what was looked for, or what speaks of an asset, marked. */
export const Marked = ({ pieces }: { readonly pieces: readonly Piece[] }) => <>{pieces.map((piece, i) => (piece.isMarked ? <mark key={i}>{piece.text}</mark> : piece.text))}</>
