import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** How far below the window something counts as about to be seen. */
const AHEAD = '300px'

/** Leaves a part of a page away until the reader comes near it, so that what it asks and draws does not delay the rest. */
export function WhenSeen({ height, what, children }: { /** In pixels, of what comes. */ readonly height: number; readonly what: string; readonly children: () => ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null)
  const [isSeen, setSeen] = useState(false)

  useEffect(() => {
    const element = place.current
    if (!element || isSeen) return undefined
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true), { rootMargin: AHEAD })
    observer.observe(element)
    return () => observer.disconnect()
  }, [isSeen])

  if (isSeen) return <>{children()}</>
  return (
    <div ref={place} class="when-seen no-print" style={{ minHeight: `${height}px` }}>
      <button type="button" class="button" onClick={() => setSeen(true)}>
        Show {what}
      </button>
    </div>
  )
}
