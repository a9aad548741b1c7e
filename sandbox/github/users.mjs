// @ts-check

/** @typedef {import('@octokit/openapi-types').components['schemas']['simple-user']} User */

export const TOKEN = 'ghs_sandbox_token_of_the_workflow'
export const WORKFLOW = user('github-actions[bot]', 41898282, 'Bot')

/** @param {string} login @param {number} id @param {string} type @returns {User} */
export function user(login, id, type = 'User') {
  const url = `https://api.github.com/users/${login}`
  return {
    login,
    id,
    type,
    node_id: `U_${id}`,
    avatar_url: '',
    gravatar_id: null,
    url,
    html_url: `https://github.com/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following`,
    gists_url: `${url}/gists`,
    starred_url: `${url}/starred`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    received_events_url: `${url}/received_events`,
    site_admin: false,
  }
}

/**
 * What somebody sees of himself.
 * @param {User} user
 * @returns {import('@octokit/openapi-types').components['schemas']['public-user']}
 */
export function profile(user) {
  return {
    ...user,
    gravatar_id: null,
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2026-11-23T00:00:00Z',
    updated_at: '2026-11-23T00:00:00Z',
  }
}
