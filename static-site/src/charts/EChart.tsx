import { useEffect, useRef, useState } from 'preact/hooks'
import type { EChartsCoreOption } from 'echarts/core'
import { SkeletonBlock } from '~/components/Skeleton'
import { theme } from '~/state/theme'

type Props = {
  readonly label: string
  /** Made anew for each theme, since a canvas does not follow the tokens; keep it stable otherwise (useCallback). */
  readonly option: () => EChartsCoreOption & { readonly tooltip?: object }
  /** In pixels. */
  readonly height: number
  readonly onSelect?: ((name: string) => void) | undefined
}

type Library = typeof import('./echarts')

/** Treemaps and heat maps. It is a picture: put it into a `ChartFrame`, whose table is the way for keyboards. */
export function EChart({ label, option, height, onSelect }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [library, setLibrary] = useState<Library>()
  const [failure, setFailure] = useState<unknown>()
  const shade = theme.value

  useEffect(() => {
    import('./echarts').then(setLibrary, setFailure)
  }, [])

  useEffect(() => {
    const element = box.current
    if (!library || !element) return undefined
    const chart = library.init(element, undefined, { renderer: 'canvas' })
    // A tooltip of HTML would bring inline styles, which the Content-Security-Policy forbids.
    const { tooltip, ...drawn } = option()
    chart.setOption({ animation: false, ...drawn, tooltip: { ...tooltip, renderMode: 'richText' } })
    if (onSelect) chart.on('click', (event) => onSelect(event.name))
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [library, option, shade, onSelect])

  if (failure) throw failure
  return (
    <div class="chart-canvas" role="img" aria-label={label}>
      <div ref={box} style={{ height: `${height}px` }} />
      {!library && <SkeletonBlock height={height} label="Loading the chart" />}
    </div>
  )
}
