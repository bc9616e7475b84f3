/** Holds the place of what is on its way, so that nothing moves when it comes. */
export function Skeleton({ lines = 3, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} class="skeleton-line" />
      ))}
    </div>
  )
}

/** The same for a chart or another block. @param height in pixels */
export function SkeletonBlock({ height, label = 'Loading' }: { readonly height: number; readonly label?: string }) {
  return <div class="skeleton skeleton-block" role="status" aria-label={label} style={{ height: `${height}px` }} />
}

export function PageSkeleton() {
  return (
    <div class="page page-skeleton">
      <Skeleton lines={8} label="Loading the page" />
    </div>
  )
}
