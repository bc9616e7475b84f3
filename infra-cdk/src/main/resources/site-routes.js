// Runs at CloudFront for each request to the site: a path that is no file is a page, which index.html shows. Files lie
// below /static/ or at the root; a page's last part may have a dot in it, as in /assets/BRK.B.
function handler(event) {
  var request = event.request;
  var isFile = /^\/static\//.test(request.uri) || /^\/[^\/]+\.[a-z0-9]+$/.test(request.uri);
  if (!isFile) {
    request.uri = '/index.html';
  }
  return request;
}
