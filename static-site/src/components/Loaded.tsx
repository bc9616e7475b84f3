import type { ComponentChildren } from 'preact'
import type { Resource } from '~/state/resource'
import { ErrorBox } from './ErrorBox'
import { Skeleton } from './Skeleton'

type Props<T> = {
  readonly of: Resource<T>
  /** What is shown while nothing is there yet; as high as what comes. */
  readonly skeleton?: ComponentChildren
  /** Such as "The prices could not be read". */
  readonly what?: string
  readonly children: (data: T) => ComponentChildren
}

/**
 * A resource's three states. What was read once stays when a newer try fails, with the failure above it.
 */
export function Loaded<T>({ of: resource, skeleton, what, children }: Props<T>) {
  const failure = resource.error && <ErrorBox error={resource.error} what={what} onRetry={resource.reload} />
  if (resource.data === undefined) return <>{failure ?? skeleton ?? <Skeleton />}</>
  return (
    <div class="loaded" aria-busy={resource.isLoading}>
      {failure}
      {children(resource.data)}
    </div>
  )
}
