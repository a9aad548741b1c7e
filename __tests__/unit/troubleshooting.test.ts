import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import ts from 'typescript'

/** Whitespace and the marks of Markdown do not matter to whoever searches the page for a message. */
const PAGE = readFileSync('docs/troubleshooting.md', 'utf8')
  .replace(/[`*<>]/g, '')
  .replace(/\s+/g, ' ')

/** Which argument of a call says what happened. */
const SAYS: Readonly<Record<string, number>> = {
  'src/inputs.ts fault': 0,
  'src/budget/item.ts fault': 0,
  'src/budget/item.ts refuse': 0,
  'src/plan/read.ts fault': 1,
  'src/plan/read.ts Unreadable': 0,
  'src/pixverse/failures.ts failure': 1,
  'src/pixverse/envelope.ts unreadable': 0,
  'src/github/tell.ts Refused': 0,
  'src/github/tell.ts core.warning': 0,
  'src/gate.ts core.warning': 0,
  'src/main.ts core.error': 0,
  'src/main.ts giveUp': 0,
}

/** Values whose texts are all messages. */
const LISTS = ['CODES', 'NETWORK', 'TITLES']

/** Functions whose texts are all messages. */
const SPEAKERS = [
  'headline',
  'leftAndNeeded',
  'lack',
  'floorOf',
  'advice',
  'fitting',
  'budgetWithoutPlan',
  'reasonOf',
  'meaningOf',
  'refusal',
  'priceRow',
]

test('every message stands in the page about troubleshooting', () => {
  const messages = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => messagesOf(join('src', name)))
  expect(messages.length).toBeGreaterThan(100)
  expect({ 'not in docs/troubleshooting.md': messages.filter((message) => !stands(message)) }).toEqual({
    'not in docs/troubleshooting.md': [],
  })
})

function stands(message: string): boolean {
  const parts = message.replace(/\.$/, '').split('…')
  return new RegExp(parts.map((part) => part.replace(/[`*<>]/g, '').replace(/\W/g, '\\$&')).join('.{1,99}?')).test(PAGE)
}

/** The texts of a file that say what happened, with `…` for each value in them. */
function messagesOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const path = file.replaceAll('\\', '/')

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const argument = node.arguments?.[SAYS[`${path} ${node.expression.getText()}`] ?? Infinity]
      if (argument !== undefined) collect(argument)
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'happened') collect(node.initializer)
    if (ts.isVariableDeclaration(node) && LISTS.includes(node.name.getText())) collect(node)
    if (ts.isFunctionDeclaration(node) && SPEAKERS.includes(node.name?.text ?? '')) collect(node)
    ts.forEachChild(node, visit)
  }

  function collect(node: ts.Node): void {
    if (ts.isTemplateExpression(node)) {
      add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'))
    } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node.text)
    ts.forEachChild(node, collect)
  }

  /** A message has words; what has none is a name or a piece of grammar. */
  function add(text: string): void {
    if (text.split(/\s+/).filter((word) => /^[a-z]+[.,:]?$/i.test(word)).length > 1) found.push(text)
  }

  visit(source)
  return [...new Set(found)]
}
