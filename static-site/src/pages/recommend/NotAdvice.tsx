/** In plain sight wherever something is recommended. */
export function NotAdvice({ text }: { readonly text?: string }) {
  return (
    <p class="not-advice" role="note">
      <strong>Not investment advice.</strong> {text ?? 'The answer is calculated from what the books hold, which may be late, incomplete or wrong. It does not know your circumstances. You can lose money.'}
    </p>
  )
}
