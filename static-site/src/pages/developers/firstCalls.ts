/** Programs that really run: copied into a file or a terminal as they are, with nothing to install. */
export const LANGUAGES = [
  { id: 'curl', label: 'curl' },
  { id: 'java', label: 'Java' },
  { id: 'python', label: 'Python' },
  { id: 'javascript', label: 'JavaScript' },
] as const

export type Language = (typeof LANGUAGES)[number]['id']

export type Call = {
  /** Where the API is, without a slash at the end. */
  readonly base: string
  /** A symbol of the books. */
  readonly symbol: string
  readonly hasKey: boolean
}

/** Prices need no key; signals do. */
export const pathOf = ({ symbol, hasKey }: Omit<Call, 'base'>): string => (hasKey ? `/api/v1/signals/${encodeURIComponent(symbol)}?indicators=return_30d,rsi_14&limit=3` : `/api/v1/assets/${encodeURIComponent(symbol)}/prices?limit=3`)

export const scopeOf = (hasKey: boolean): string => (hasKey ? 'signals:read' : 'market:read')

/** How each is started; the key comes from the environment, never from the program. */
export const STARTS: Readonly<Record<Language, string>> = {
  curl: 'In a terminal',
  java: 'Java 17 or later: save as FirstCall.java, then java FirstCall.java',
  python: 'Python 3.8 or later: save as first_call.py, then python3 first_call.py',
  javascript: 'Node 18 or later: save as first-call.mjs, then node first-call.mjs',
}

export function program(language: Language, call: Call): string {
  const url = call.base + pathOf(call)
  return { curl, java, python, javascript }[language](url, call)
}

const curl = (url: string, { hasKey }: Call): string => (hasKey ? `export LUMIA_KEY='lum_live_…'\ncurl -H "X-API-Key: $LUMIA_KEY" '${url}'` : `curl '${url}'`)

const java = (url: string, { hasKey }: Call): string =>
  `import java.net.URI;
import java.net.http.*;

public class FirstCall {
    public static void main(String[] arguments) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("${url}"))
                .header("Accept", "application/json")${hasKey ? '\n                .header("X-API-Key", System.getenv("LUMIA_KEY"))' : ''}
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(answer.statusCode());
        System.out.println(answer.body());
    }
}`

const python = (url: string, { hasKey }: Call): string =>
  `import json${hasKey ? ', os' : ''}
from decimal import Decimal
from urllib.request import Request, urlopen

request = Request("${url}"${hasKey ? ', headers={"X-API-Key": os.environ["LUMIA_KEY"]}' : ''})
with urlopen(request) as answer:
    # Prices are exact: as Decimal they stay so.
    body = json.load(answer, parse_float=Decimal)
for row in body["data"]["${hasKey ? 'historical_signals' : 'prices'}"]:
    print(row["date"], row["${hasKey ? 'rsi_14' : 'close'}"])`

const javascript = (url: string, { hasKey }: Call): string =>
  `const answer = await fetch('${url}'${hasKey ? ", {\n  headers: { 'X-API-Key': process.env.LUMIA_KEY },\n}" : ''})
const body = await answer.json()
if (!answer.ok) throw new Error(\`\${body.error.code}: \${body.error.message}\`)
for (const row of body.data.${hasKey ? 'historical_signals' : 'prices'}) process.stdout.write(\`\${row.date} \${row.${hasKey ? 'rsi_14' : 'close'}}\\n\`)`
