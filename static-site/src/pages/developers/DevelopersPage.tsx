import { documentAddress, readDocument } from '~/api'
import { Loaded, PageHead, Panel, SkeletonBlock } from '~/components'
import { useResource } from '~/state/resource'
import { FirstCall } from './FirstCall'
import { Reference } from './Reference'
import './developers.css'

/** A first call that works, the rules that hold for all calls, and every operation as the API describes itself. */
export default function DevelopersPage() {
  const document = useResource('openapi', readDocument)
  return (
    <div class="page">
      <PageHead title="Developers" lead="The same API that this site uses: a first call, the rules for all of them, and each one in detail." />
      <FirstCall />
      <Rules />
      <Panel title="Reference" aside={<a href={documentAddress()}>OpenAPI document</a>}>
        <Loaded of={document} what="The API’s description could not be read" skeleton={<SkeletonBlock height={1200} />}>
          {(found) => <Reference document={found} />}
        </Loaded>
      </Panel>
    </div>
  )
}

const Rules = () => (
  <Panel title="What holds for all calls">
    <dl class="developers-rules">
      <dt>Who asks</dt>
      <dd>
        Nobody in particular for assets and prices. Else a <a href="/account/keys">partner key</a> in <code>X-API-Key</code>, or an access token in <code>Authorization: Bearer …</code>. What is needed stands at each operation; 401 is no or no good key, 403 a key without the scope.
      </dd>
      <dt>Answers</dt>
      <dd>
        An envelope: <code>data</code>, <code>metadata</code> (instant, request id, warnings) and for lists <code>pagination</code>. A failure names every field that is wrong in <code>error.details.fields</code>. Quote <code>request_id</code> when you ask for help.
      </dd>
      <dt>Numbers</dt>
      <dd>Prices and money are JSON numbers, written out exactly as stored: read them as decimals. Ratios are fractions, 0.05 for 5 %. Dates are trading dates of the exchange; instants are UTC.</dd>
      <dt>As of</dt>
      <dd>
        Every read of the market takes <code>as_of</code> and answers with what was known then. <a href="/numbers#as-of">What that means</a>
      </dd>
      <dt>Once</dt>
      <dd>
        Send an <code>Idempotency-Key</code> of your own with a POST that makes something, and the same key when you send it again: it happens once.
      </dd>
      <dt>Unchanged</dt>
      <dd>
        Reads carry an <code>ETag</code>. Sent back in <code>If-None-Match</code>, an unchanged answer costs a 304.
      </dd>
      <dt>Quota</dt>
      <dd>
        Requests are counted over an hour that slides. Every answer says what is left; a 429 says in <code>Retry-After</code> when to come again.
      </dd>
    </dl>
  </Panel>
)
