export { navigate, place, query, setQuery, linkTo, scrollToHash } from './location'
export { type PageProps, type Parameters, type Route } from './routes'
