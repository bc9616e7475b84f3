/** The parts of ECharts that we draw with; a chunk of its own, loaded by the first `EChart`. */
import { HeatmapChart, TreemapChart } from 'echarts/charts'
import { GridComponent, TooltipComponent, VisualMapContinuousComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([HeatmapChart, TreemapChart, GridComponent, TooltipComponent, VisualMapContinuousComponent, CanvasRenderer])

export { init }
