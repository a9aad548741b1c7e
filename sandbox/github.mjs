// @ts-check
// A GitHub to try things on: comments, issues and labels of one repository, kept in memory, on loopback.
import { WORKFLOW } from './github/users.mjs'
import { routesOf } from './github/routes.mjs'
import { serve } from './github/serve.mjs'
import { createStore } from './github/store.mjs'

export { TOKEN, user, WORKFLOW } from './github/users.mjs'

/**
 * @typedef {object} Options
 * @property {import('./github/users.mjs').User} [me] who the token is
 * @property {'workflow' | 'user' | 'gitea'} [kind] a workflow's token cannot ask who it is; a Gitea has no GraphQL
 * @property {boolean} [nameless] whoever asks who the token is gets `{}`, by REST (where `kind` allows that) and by GraphQL
 * @property {boolean} [mayLabel] false: issues are created without the labels asked for, as for a token with no right to set them
 * @property {boolean} [shifting] every page but the first repeats the last entry of the page before, as when something
 *   is added while the pages are read
 * @property {import('./github/serve.mjs').Interfere} [interfere]
 */

/**
 * Starts it on a free port of 127.0.0.1.
 * @param {Options} [options]
 */
export async function startGitHub({
  me = WORKFLOW,
  kind = 'workflow',
  nameless = false,
  mayLabel = true,
  shifting = false,
  interfere = () => undefined,
} = {}) {
  const store = createStore({ me, kind })
  const routes = routesOf({ store, me, kind, nameless, mayLabel, shifting })
  return { ...store, ...(await serve({ routes, prefix: kind === 'gitea' ? '/api/v1' : '', interfere })) }
}
