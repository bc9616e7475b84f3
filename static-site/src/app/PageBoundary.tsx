import { Component, type ComponentChildren } from 'preact'
import { ErrorBox } from '~/components/ErrorBox'

type Props = { readonly children?: ComponentChildren }

/** A page that fails says so in its own place; navigation and the other pages go on. */
export class PageBoundary extends Component<Props, { readonly failure: unknown }> {
  override state = { failure: undefined as unknown }

  static override getDerivedStateFromError(failure: unknown) {
    return { failure }
  }

  override render() {
    if (this.state.failure === undefined) return this.props.children
    return (
      <div class="page">
        <h1>This page failed</h1>
        <ErrorBox error={this.state.failure} retryLabel="Load the page again" onRetry={() => location.reload()} />
      </div>
    )
  }
}
