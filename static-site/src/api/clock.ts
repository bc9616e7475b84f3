/** Milliseconds by which this device's clock is ahead of the API's, which a demo's stands years behind. */
let ahead = 0

/** @param timestamp when the API answered, by its own clock */
export function noteServerTime(timestamp: string, deviceNow = Date.now()): void {
  const at = Date.parse(timestamp)
  if (!Number.isNaN(at)) ahead = deviceNow - at
}

/** Now as the API sees it; what it says of ages and days is measured by this. */
export const serverNow = (): number => Date.now() - ahead

export const serverToday = (): string => new Date(serverNow()).toISOString().slice(0, 10)

/** An instant of the API on this device's clock. */
export const onDeviceClock = (instant: string, timestamp: string, deviceNow = Date.now()): string => new Date(Date.parse(instant) + deviceNow - Date.parse(timestamp)).toISOString()
