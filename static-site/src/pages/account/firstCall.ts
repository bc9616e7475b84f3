type Body = { readonly pagination?: { readonly total_items?: number } | null; readonly error?: { readonly message?: string } }

/** Asks with the key alone, as a program of its owner would: without the session of this tab. */
export async function firstCall(address: string, apiKey: string): Promise<{ readonly isGood: boolean; readonly text: string }> {
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json', 'X-API-Key': apiKey }, credentials: 'omit', cache: 'no-store' })
    return verdict(response.status, (await response.json()) as Body)
  } catch {
    return { isGood: false, text: 'Nobody answered' }
  }
}

export function verdict(status: number, body: Body): { readonly isGood: boolean; readonly text: string } {
  if (status === 200) {
    const total = body.pagination?.total_items
    return { isGood: true, text: total === undefined ? '200: it works' : `200: it works; ${total} assets can be read` }
  }
  return { isGood: false, text: `${status}: ${body.error?.message ?? 'refused'}` }
}
