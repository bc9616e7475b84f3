/** Charts. All of them stand in a `ChartFrame`. */
export { ChartFrame, type ChartTable } from './ChartFrame'
export { EChart } from './EChart'
export { ScatterChart, type Dot, type Place } from './ScatterChart'
export { PriceChart } from './PriceChart'
export { type Candle, type Marker, type Overlay } from './priceDrawing'
export { Bars, ContributionBars, Donut, Fan, HeatGrid, LineChart, Sparkline, runningSteps, type HeatCell, type LineSeries, type Slice } from './svg'
export { extent, linearScale, seriesColour } from './scale'
export { mix } from './colour'
