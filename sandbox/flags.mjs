// @ts-check
// The command line of npm start.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { scenarios } from './scenarios.mjs'

/**
 * @typedef {object} Asked
 * @property {'run'} kind
 * @property {Record<string, string>} inputs
 * @property {string} scenarioName
 * @property {string} realKey empty: the sandbox is asked
 * @property {boolean} pr
 * @property {boolean} raw
 *
 * @typedef {Asked | { kind: 'wrong', why: string } | { kind: 'asks', answer: string }} Flags
 */

/** @param {string} file of this project */
const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const [INPUTS_OF_MANIFEST = ''] = read('action.yml').split(/^outputs:/m)
const INPUTS = [...INPUTS_OF_MANIFEST.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name = '']) => name)
const SWITCHES = ['pr', 'raw', 'sandbox', 'help', 'version']
const WITH_TEXT = [...INPUTS, 'scenario']

const HELP = `npm start -- --plan examples/plan.yml   what do these requests cost?
npm start -- --scenario low             what does a gate that fails look like?

Runs the gate as a runner does. With the variable PIXVERSE_API_KEY it asks
PixVerse; without it, a sandbox on this machine with an invented balance.

  --INPUT VALUE     any input of the action; action.yml says what each is:
${wrapped(INPUTS, 20, 78)}
  --scenario NAME   what the sandbox answers (below)
  --sandbox         use the sandbox although PIXVERSE_API_KEY is set
  --pr              run on a pull request of a sandbox GitHub; show the comment
  --raw             show Markdown and the report as they are
  --help, --version

Scenarios; --minimum or --plan replaces what a scenario asks of the balance:
${Object.entries(scenarios)
  .map(([name, { about }]) => `  ${name.padEnd(16)}${about}`)
  .join('\n')}`

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} env @returns {Flags} */
export function readFlags(args, env) {
  const why = complaint(args, env)
  if (why !== undefined) return { kind: 'wrong', why }
  const options = {
    ...Object.fromEntries(WITH_TEXT.map((name) => [name, { type: /** @type {const} */ ('string') }])),
    ...Object.fromEntries(SWITCHES.map((name) => [name, { type: /** @type {const} */ ('boolean') }])),
    help: { type: /** @type {const} */ ('boolean'), short: 'h' },
  }
  /** @type {Record<string, unknown>} */
  let values
  try {
    ;({ values } = parseArgs({ args: joined(args), options }))
  } catch (error) {
    return { kind: 'wrong', why: inOurWords(error) }
  }
  if (values['help'] === true) return { kind: 'asks', answer: HELP }
  if (values['version'] === true) return { kind: 'asks', answer: versionOf(read('package.json')) }
  const key = env['PIXVERSE_API_KEY'] ?? ''
  const sandbox = values['sandbox'] === true || key === ''
  if (!sandbox && values['scenario'] !== undefined) {
    return {
      kind: 'wrong',
      why: 'A scenario is of the sandbox, but PIXVERSE_API_KEY is set: drop --scenario, or add --sandbox.',
    }
  }
  const scenarioName = typeof values['scenario'] === 'string' ? values['scenario'] : 'ok'
  if (!Object.hasOwn(scenarios, scenarioName)) {
    return {
      kind: 'wrong',
      why: `There is no scenario ${scenarioName}.${meant(scenarioName, Object.keys(scenarios), '')}`,
    }
  }
  const inputs = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      INPUTS.includes(name) && typeof value === 'string' ? [[name, value]] : [],
    ),
  )
  return {
    kind: 'run',
    inputs,
    scenarioName,
    realKey: sandbox ? '' : key,
    pr: values['pr'] === true,
    raw: values['raw'] === true,
  }
}

/** Node says which flag it is in quotation marks, and what about it in a code. @param {unknown} error */
function inOurWords(error) {
  const { code = '', message = '' } = /** @type {{ code?: string, message?: string }} */ (error)
  const [, flag = ''] = /(--[a-z-]+)/.exec(message) ?? []
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message.split('\n')[0] ?? ''
  return WITH_TEXT.includes(flag.slice(2)) ? `${flag} needs a value after it.` : `${flag} takes no value.`
}

/** @param {string} manifest */
function versionOf(manifest) {
  return /"version": "(.*?)"/.exec(manifest)?.[1] ?? ''
}

/** What is wrong with the words, before anything is read from them. @param {readonly string[]} args @param {NodeJS.ProcessEnv} env */
function complaint(args, env) {
  const words = joined(args)
  const names = [...WITH_TEXT, ...SWITCHES]
  const given = words
    .filter((word) => word.startsWith('-'))
    .map((word) => word.replace(/=.*/s, ''))
    .map((flag) => ({ flag, name: flag.replace(/^--?/, '') }))
  const unknown = given.find(({ name }) => !names.includes(name) && name !== 'h')
  if (unknown !== undefined) return `There is no flag ${unknown.flag}.${meant(unknown.name, names, '--')}`
  const twice = given.find(({ name }, at) => given.findIndex((one) => one.name === name) !== at)
  if (twice !== undefined) return `${twice.flag} is given twice: keep one of both.`
  const [, hungry, next] = words.map((word) => /^(--[a-z-]+)=(--[a-z-]+)/.exec(word) ?? []).find(takesFlag) ?? []
  if (hungry !== undefined) return `${hungry} needs a value after it, but ${next} comes.`

  // npm takes flags that stand before `--` for its own. It keeps their values, or hands these on alone.
  const ofNpm = (/** @type {string} */ name) => env[`npm_config_${name.replaceAll('-', '_')}`] ?? ''
  const taken = [...WITH_TEXT, 'pr', 'raw', 'sandbox'].find((name) => ofNpm(name) !== '')
  const stray = words.find((word) => !word.startsWith('-'))
  if (taken !== undefined) {
    const value = stray ?? (ofNpm(taken) === 'true' ? '' : ofNpm(taken))
    return before(`--${`${taken} ${value}`.trimEnd()}`)
  }
  if (stray === undefined) return undefined
  const dash = /^[\p{Pd}\u2212]+(?=[a-z])/u.exec(stray)?.[0]
  if (dash !== undefined) return `"${stray}" begins with another dash: write --${stray.slice(dash.length)}.`
  // The shell makes several words of a pattern.
  if (given.some(({ name }) => name === 'plan'))
    return `"${stray}" belongs to no flag. Quote a pattern, and put each further file of --plan on a line of its own.`
  return flagFor(stray, names) ?? `"${stray}" belongs to no flag.`
}

/** @param {readonly (string | undefined)[]} match */
const takesFlag = ([, , next = '']) => [...WITH_TEXT, ...SWITCHES].includes(next.slice(2))

/** @param {string} flags */
const before = (flags) => `Put -- before the flags: npm start -- ${flags}`

/** What somebody meant by a word that has no flag before it. @param {string} word @param {readonly string[]} names of flags */
function flagFor(word, names) {
  // `npm start --minimum 500` hands on the number alone, by some shells and versions of npm without a trace of the flag.
  if (/^-?[\d,.]+$/.test(word)) return before(`--minimum ${word}`)
  const [name = '', ...value] = word.split('=')
  if (names.includes(name)) return `Put -- before ${name}: npm start -- --${`${name} ${value.join('=')}`.trimEnd()}`
  if (Object.hasOwn(scenarios, word)) return `Put --scenario before ${word}: npm start -- --scenario ${word}`
  if (/\.(ya?ml|jsonl?)$|\*/.test(word)) return before(`--plan ${word}`)
  return undefined
}

/** `--plan '- model: v6'`: a value that starts with a dash is one all the same. @param {readonly string[]} args */
function joined(args) {
  return args.flatMap((arg, at) => {
    if (WITH_TEXT.includes(args[at - 1]?.slice(2) ?? '')) return []
    return arg.startsWith('--') && WITH_TEXT.includes(arg.slice(2)) && at + 1 < args.length
      ? [`${arg}=${String(args[at + 1])}`]
      : [arg]
  })
}

/** The name that begins so, or that shares the most pairs of letters, if any does. @param {string} given @param {readonly string[]} names @param {string} prefix */
function meant(given, names, prefix) {
  const longer = names.find((name) => given.length > 2 && name.startsWith(given.toLowerCase()))
  if (longer !== undefined) return ` Did you mean ${prefix}${longer}?`
  const pairs = (/** @type {string} */ text) => new Set(Array.from(text, (_, at) => text.slice(at, at + 2)))
  const wanted = pairs(given.toLowerCase())
  const shared = (/** @type {string} */ name) => {
    const own = pairs(name)
    return (2 * [...own].filter((pair) => wanted.has(pair)).length) / (own.size + wanted.size)
  }
  const [best = ''] = [...names].sort((a, b) => shared(b) - shared(a))
  return shared(best) >= 0.4 ? ` Did you mean ${prefix}${best}?` : ''
}

/** @param {readonly string[]} words @param {number} indent @param {number} width */
function wrapped(words, indent, width) {
  const lines = ['']
  for (const word of words) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length + 1 > width - indent) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n')
}
