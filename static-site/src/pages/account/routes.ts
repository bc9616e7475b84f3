import type { Route } from '~/router'

export const routes: readonly Route[] = [
  { path: '/account', title: 'Account', load: () => import('./AccountPage') },
  { path: '/account/register', title: 'Register', load: () => import('./RegisterPage') },
  // The address that mails lead to is a setting; this is what it says unless somebody changes it.
  { path: '/confirm', title: 'Confirm your address', load: () => import('./ConfirmPage') },
  { path: '/account/security', title: 'Password and sessions', load: () => import('./SecurityPage') },
  { path: '/account/data', title: 'Your data', load: () => import('./DataPage') },
  { path: '/account/keys', title: 'Partner keys', load: () => import('./KeysPage') },
  { path: '/account/keys/:id', title: 'Partner key', load: () => import('./KeyPage') },
  { path: '/account/webhooks', title: 'Webhooks', load: () => import('./WebhooksPage') },
  { path: '/account/webhooks/:id', title: 'Webhook', load: () => import('./WebhookPage') },
]
