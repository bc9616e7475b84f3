/** This browser's storage, which may be switched off or full: then nothing is remembered, and nothing breaks. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(`lumia.${name}`, typeof value === 'string' ? value : JSON.stringify(value))
  } catch {
    // Full or forbidden: the page goes on without a memory.
  }
}

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`lumia.${name}`) ?? undefined
  } catch {
    return undefined
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(`lumia.${name}`)
  } catch {
    // As above.
  }
}

/** Strings kept as a JSON list; anything else that lies there counts as none. */
export function recallList(name: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(recall(name) ?? '[]')
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}
