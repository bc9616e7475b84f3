import { signal } from '@preact/signals'

/** What is decided when the site is deployed, read from /config.json at the start. */
export type Config = {
  /** What stands before /api/v1: scheme, host and stage, without a slash at the end; empty for the site's own origin. */
  readonly apiBase: string
  /** Name shown at the top and in titles. */
  readonly brand: string
}

const DEFAULTS: Config = { apiBase: '', brand: 'Lumia' }

export const config = signal<Config>(DEFAULTS)

/** Fails where the file is missing or says something that cannot be: a site with the wrong API shows nothing true. */
export async function loadConfig(): Promise<void> {
  const response = await fetch('/config.json', { cache: 'no-cache' })
  if (!response.ok) throw new Error(`/config.json answered ${response.status}; a deployment writes it beside index.html`)
  config.value = readConfig(await response.json())
}

export function readConfig(file: unknown): Config {
  const fields = (typeof file === 'object' && file !== null ? file : {}) as Readonly<Record<string, unknown>>
  return {
    apiBase: base(fields['api'] ?? DEFAULTS.apiBase),
    brand: typeof fields['brand'] === 'string' && fields['brand'] ? fields['brand'] : DEFAULTS.brand,
  }
}

function base(value: unknown): string {
  if (value === '') return ''
  if (typeof value === 'string' && /^https?:\/\/[^/?#\s]+(\/[\w-]+)?\/?$/.test(value)) return value.replace(/\/$/, '')
  throw new Error(`config.json: api is ${JSON.stringify(value)}; allowed: "" or an address such as https://api.example.org/prod`)
}
