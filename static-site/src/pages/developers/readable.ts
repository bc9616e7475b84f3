/** Broken into lines without reading its numbers, which a JavaScript number might change. */
export function readable(json: string): string {
  let depth = 0
  return json.replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g, (part) => {
    const line = (): string => `\n${'  '.repeat(Math.max(depth, 0))}`
    if (part === '{' || part === '[') {
      depth++
      return part + line()
    }
    if (part === '}' || part === ']') {
      depth--
      return line() + part
    }
    if (part === ',') return part + line()
    return part === ':' ? ': ' : part
  })
}
