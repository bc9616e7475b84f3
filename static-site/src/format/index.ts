export * from './numbers'
export * from './dates'
export * from './words'
