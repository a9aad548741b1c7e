// @ts-check
// Builds dist/ from nothing: the bundle of src/, the files that start it, and the licences of everything that is in it.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/**
 * @typedef {{ resource?: string, modules?: Iterable<Module> }} Module
 * @typedef {{ compilation: { modules: Iterable<Module> } }} Stats
 * @typedef {{ code: string, assets: Record<string, { source: string | Buffer }>, stats: Stats }} Bundle
 * @typedef {(entry: string, options: object) => Promise<Bundle>} Ncc
 */
/** @type {unknown} */
const untyped = await import(createRequire(import.meta.url).resolve('@vercel/ncc'))
const { default: ncc } = /** @type {{ default: Ncc }} */ (untyped)

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const fixed = join(root, 'scripts/dist')
const options = { cache: false, minify: false, sourceMap: false, quiet: true }

// undici is left out of the bundle, and loaded by its stand-in only behind a proxy: a gate starts twice as fast.
const gate = await ncc(join(root, 'src/main.ts'), { ...options, externals: { undici: './undici.js' } })
const undici = await ncc(join(fixed, 'undici.cjs'), options)

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
for (const [name, { source }] of Object.entries({ ...gate.assets, 'gate.js': { source: gate.code } })) {
  writeFileSync(join(dist, name), name.endsWith('.js') ? withoutComments(source) : source)
}
writeFileSync(join(dist, 'undici.cjs'), withoutComments(undici.code))
for (const name of ['index.js', 'cli.js', 'undici.js']) copyFileSync(join(fixed, name), join(dist, name))
chmodSync(join(dist, 'cli.js'), 0o755)
writeFileSync(join(dist, 'licenses.txt'), licenses([gate, undici]))

/**
 * Every job that uses the action downloads dist/. A third of it were the comments of its libraries.
 * @param {string | Buffer} script
 */
function withoutComments(script) {
  const { ESNext } = ts.ScriptTarget
  const compilerOptions = { removeComments: true, target: ESNext, module: ts.ModuleKind.ESNext }
  return ts.transpileModule(script.toString(), { compilerOptions }).outputText
}

/**
 * ncc itself lists only the packages of one chunk when the bundle is split, so the modules are asked instead.
 * @param {readonly Bundle[]} bundles
 */
function licenses(bundles) {
  const modules = bundles
    .flatMap(({ stats }) => [...stats.compilation.modules])
    .flatMap((module) => [module, ...(module.modules ?? [])])
  const folders = new Set(
    modules.flatMap(({ resource }) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(resource ?? '') ?? []),
  )
  return [...folders]
    .map((folder) => {
      const { name, license } = asPackage(readFileSync(join(folder, 'package.json'), 'utf8'))
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
      const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
      return `${name}\n${license}\n${text}\n`
    })
    .sort()
    .join('\n')
}

/** @param {string} manifest */
function asPackage(manifest) {
  /** @type {unknown} */
  const parsed = JSON.parse(manifest)
  return /** @type {{ name: string, license: string }} */ (parsed)
}
