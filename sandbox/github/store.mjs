// @ts-check
// What one repository holds. Tests read and change the lists as they like.

/**
 * @typedef {import('@octokit/openapi-types').components['schemas']} Schemas
 * @typedef {import('./users.mjs').User} User
 * @typedef {Schemas['issue-comment'] & { id: number, issue: number }} Comment
 * @typedef {Schemas['issue'] & { id: number }} Issue
 * @typedef {Schemas['label'] & { id: number }} Label
 * @typedef {ReturnType<typeof createStore>} Store
 */

const NOW = '2026-11-23T00:00:00Z'

/** @param {{ me: User, kind: 'workflow' | 'user' | 'gitea' }} options */
export function createStore({ me, kind }) {
  let lastId = 1000
  /** @type {Comment[]} */
  const comments = []
  /** @type {Issue[]} */
  const issues = []
  /** @type {Label[]} */
  const labels = []

  /** @param {string} body @param {number} issue its number @param {User} author */
  function addComment(body, issue, author = me) {
    return push(comments, { ...blankComment(++lastId), issue, body, user: author })
  }

  /** @param {Partial<Issue> & { title: string }} fields */
  function addIssue(fields) {
    // Gitea does not leave it out; GitHub's description knows no null.
    const none = /** @type {NonNullable<Issue['pull_request']>} */ (/** @type {unknown} */ (null))
    const gitea = kind === 'gitea' ? { pull_request: none } : {}
    return push(issues, { ...blankIssue(++lastId), user: me, ...gitea, ...fields })
  }

  /** @param {string} name @param {string} color */
  function addLabel(name, color = 'ededed') {
    const id = ++lastId
    return push(labels, { id, node_id: `L_${id}`, url: '', name, description: null, color, default: false })
  }

  return { comments, issues, labels, addComment, addIssue, addLabel }
}

/** @template Item @param {Item[]} list @param {Item} item */
function push(list, item) {
  list.push(item)
  return item
}

/** @param {number} id */
function blankComment(id) {
  return { id, node_id: `C_${id}`, url: '', html_url: '', issue_url: '', created_at: NOW, updated_at: NOW }
}

/** @param {number} id @returns {Omit<Issue, 'title' | 'user'>} */
function blankIssue(id) {
  return {
    id,
    number: id,
    node_id: `I_${id}`,
    url: '',
    repository_url: '',
    labels_url: '',
    comments_url: '',
    events_url: '',
    html_url: '',
    state: 'open',
    labels: [],
    assignee: null,
    milestone: null,
    locked: false,
    comments: 0,
    closed_at: null,
    created_at: NOW,
    updated_at: NOW,
  }
}

/** @param {Issue} issue @returns {string[]} */
export function labelsOf(issue) {
  return issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')))
}
