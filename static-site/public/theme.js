// Sets the theme before anything is painted; a file of its own, since the Content-Security-Policy allows no inline script.
;(function () {
  var chosen = null
  try {
    chosen = localStorage.getItem('lumia.theme')
  } catch (_) {
    // Storage is switched off: the system's theme it is.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
