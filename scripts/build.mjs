// Bundles src/main.ts into an empty dist/, with the licences of everything that is in it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

const { code, assets, stats } = await ncc(join(root, 'src/main.ts'), {
  cache: false,
  minify: false,
  sourceMap: false,
  quiet: true,
})

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
for (const [name, source] of Object.entries({ ...assets, 'index.js': { source: code } })) {
  const { source: content } = source
  writeFileSync(join(dist, name), name.endsWith('.js') ? withLazyUndici(withoutComments(String(content))) : content)
}
writeFileSync(join(dist, 'licenses.txt'), licenses())

/** Every job that uses the action downloads dist/. A third of it were the comments of its libraries. */
function withoutComments(script) {
  const { ESNext } = ts.ScriptTarget
  const options = { removeComments: true, target: ESNext, module: ts.ModuleKind.ESNext }
  return ts.transpileModule(script, { compilerOptions: options }).outputText
}

/**
 * The toolkit's HTTP client loads undici for a method that a gate never calls. To set it up takes a fifth of a gate's
 * time, so it is loaded where it is used. (@actions/github has its own import of it, in its own chunk.)
 */
function withLazyUndici(script) {
  const [statement, load] = /var undici = (__nccwpck_require__\(\d+\));/.exec(script) ?? []
  if (statement === undefined) return script
  const used = script.replace(statement, '').replace(/new undici\.(\w+)\(/, `new (${load}.$1)(`)
  if (/[^.'"\w]undici[.;,)]/.test(used)) throw new Error('undici is used in a way that this build does not know')
  return used
}

/** ncc itself lists only the packages of one chunk when the bundle is split, so the modules are asked instead. */
function licenses() {
  const modules = [...stats.compilation.modules].flatMap((module) => [module, ...(module.modules ?? [])])
  const folders = new Set(
    modules.flatMap(({ resource }) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(resource ?? '') ?? []),
  )
  return [...folders]
    .map((folder) => {
      const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
      const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
      return `${name}\n${license}\n${text}\n`
    })
    .sort()
    .join('\n')
}
