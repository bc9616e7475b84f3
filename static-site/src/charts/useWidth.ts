import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

const FIRST_GUESS = 640
const NARROWEST = 240

/** The width of a drawing in pixels, so that its texts keep their size on a phone. */
export function useWidth(): readonly [RefObject<SVGSVGElement | null>, number] {
  const frame = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(FIRST_GUESS)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const measure = (): void => setWidth(Math.max(Math.round(element.getBoundingClientRect().width), NARROWEST))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [frame, width]
}
