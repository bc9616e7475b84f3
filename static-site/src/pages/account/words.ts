/** What codes of the API mean to a person. An unknown one is shown as it is. */
const SCOPES: Readonly<Record<string, string>> = {
  'market:read': 'Assets, prices, corporate actions, calendars',
  'signals:read': 'Computed signals',
  'news:read': 'Articles and how positive they are',
  'sentiment:score': 'Scoring texts of your own',
  'recommendations:read': 'Your recommendations and their grades',
  'recommendations:write': 'Asking for recommendations, feedback',
  'backtests:run': 'Walk-forward backtests',
  'collection:read': 'Jobs, runs, gaps and quarantine',
  'collection:write': 'Starting and changing jobs',
  'webhooks:manage': 'Your webhooks',
  'keys:manage': 'Your partner keys and their usage',
  'profile:read': 'Your account and profile',
  'profile:write': 'Changing, exporting, deleting them',
  'users:manage': 'Other people’s role and plan',
  'audit:read': 'The log of who did what',
}

/** These stay with people: no key may have them. */
const PEOPLE_ONLY = new Set(['keys:manage', 'profile:read', 'profile:write', 'users:manage', 'audit:read'])

export const scopeName = (scope: string): string => SCOPES[scope] ?? scope

/** What a key may get from somebody with these scopes, in the order of the table above. */
export function grantable(scopes: Iterable<string>): readonly string[] {
  return inOrder([...scopes].filter((scope) => !PEOPLE_ONLY.has(scope)))
}

/** As the table above has them; unknown ones last. */
export function inOrder(scopes: readonly string[]): readonly string[] {
  const order = Object.keys(SCOPES)
  const place = (scope: string): number => (order.includes(scope) ? order.indexOf(scope) : order.length)
  return [...scopes].sort((one, other) => place(one) - place(other))
}

export const EVENTS: Readonly<Record<string, string>> = {
  'recommendation.graded': 'A recommendation of yours is 5, 20 or 60 sessions old and has a new grade',
  'signal.crossed': 'The 50-session average crossed that of 200, or the RSI crossed 30 or 70, on an asset’s newest day',
  'run.finished': 'A collection run ended; told to whoever may read collection',
  'quota.near': '80 % of the requests of your hour are used, and again when all are',
}

export const ROLES: Readonly<Record<string, string>> = { user: 'User', advisor: 'Advisor', admin: 'Administrator' }

const END_REASONS: Readonly<Record<string, string>> = {
  signed_out: 'signed out',
  password_changed: 'password changed',
  token_reused: 'a token came twice: it may have been copied',
  too_many: 'twenty newer sessions',
  rights_changed: 'rights changed',
}

export const endReason = (reason: string): string => END_REASONS[reason] ?? reason
