/** The parts of ECharts that we draw with; a chunk of its own, loaded by the first `EChart`. */
import { TreemapChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([TreemapChart, TooltipComponent, CanvasRenderer])

export { init }
