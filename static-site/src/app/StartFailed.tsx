import { ErrorBox } from '~/components/ErrorBox'

/** Shown instead of everything where the site does not know its API. */
export function StartFailed({ failure }: { readonly failure: unknown }) {
  return (
    <main class="page">
      <h1>The site cannot start</h1>
      <ErrorBox error={failure} onRetry={() => location.reload()} />
    </main>
  )
}
