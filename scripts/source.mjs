// @ts-check
// node --import ./scripts/source.mjs: runs src/ as it is. Node strips the types; the imports name the files that would be
// built.
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (specifier, context, next) => {
    const ofSource = specifier.startsWith('.') && context.parentURL?.endsWith('.ts') === true
    return next(ofSource ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})
