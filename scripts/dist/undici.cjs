// The two parts of undici that the toolkit uses.
module.exports = {
  ProxyAgent: require('undici/lib/dispatcher/proxy-agent'),
  fetch: require('undici/lib/web/fetch').fetch,
}
