export { navigate, place, query, setQuery, linkTo } from './location'
export { type PageProps, type Parameters, type Route } from './routes'
