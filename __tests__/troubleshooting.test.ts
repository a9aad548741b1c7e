import { readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { expect, test } from '@jest/globals'
import ts from 'typescript'

// Knows no name of a function or a constant: what counts is which objects the compiler takes for a `Fault`.
const SRC = `${process.cwd().replaceAll(sep, '/')}/src/`
const program = openProgram()
const checker = program.getTypeChecker()
const nodes = program.getSourceFiles().flatMap((file) => (file.fileName.startsWith(SRC) ? nodesIn(file) : []))
const calls = nodes.filter(ts.isCallExpression)
const faultType = nodes.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === 'Fault')
const required = faultType?.members.flatMap(({ name, questionToken }) => (questionToken ? [] : [name?.getText() ?? '']))

/** Where the source makes faults: their ids, and their messages with `…` for each value in them. */
const FAULTS = nodes.filter(ts.isObjectLiteralExpression).flatMap(faultsOf)
const IDS = [...new Set(FAULTS.flatMap(({ ids }) => ids))].sort()

/** What the page says, by the ids in the anchors before it; up to the next anchor or heading. */
const ENTRIES = readFileSync('docs/troubleshooting.md', 'utf8')
  .split(/(?<!<\/a>)(?=<a id=)|^#+ /m)
  .map((entry) => {
    const [anchors = ''] = /^(?:<a id="[\w-]+"><\/a>)+(?=\*\*)/.exec(entry) ?? []
    return { ids: [...anchors.matchAll(/"([\w-]+)"/g)].map(([, id = '']) => id), text: unmarked(entry) }
  })

test('every fault has one entry on the page, and every entry is about a fault', () => {
  expect(IDS.length).toBeGreaterThan(60)
  expect(ENTRIES.flatMap(({ ids }) => ids).sort()).toEqual(IDS)
})

test('every entry has the words of its messages', () => {
  const missing = IDS.flatMap((id) => {
    const messages = FAULTS.filter(({ ids }) => ids.includes(id)).flatMap((fault) => fault.messages)
    const text = ENTRIES.find(({ ids }) => ids.includes(id))?.text ?? ''
    const unsaid = messages.filter((message) => !pattern(message).test(text))
    return messages.length === 0 ? [`${id} has no message that is known`] : unsaid.map((one) => `${id}: ${one}`)
  })
  expect(missing).toEqual([])
})

/** For the page, a value may be `…`, or what it may be. */
function pattern(message: string): RegExp {
  const words = unmarked(message).split('…')
  return new RegExp(words.map((part) => part.replace(/\W/g, '\\$&')).join('.{0,99}?'))
}

function unmarked(text: string): string {
  return text.replace(/[`*]/g, '').replace(/\s+/g, ' ')
}

/** Without the types of packages: no fault comes from there, and they take longer to read than all the rest. */
function openProgram(): ts.Program {
  const system = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  const { fileNames = [], options = {} } = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, system) ?? {}
  const host = ts.createCompilerHost(options)
  host.fileExists = (name) => !name.includes('node_modules') && ts.sys.fileExists(name)
  return ts.createProgram(
    fileNames.filter((name) => name.startsWith(SRC)),
    options,
    host,
  )
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  return children
}

function nodesIn(node: ts.Node): readonly ts.Node[] {
  return [node, ...childrenOf(node).flatMap(nodesIn)]
}

/** The faults that an object is: none, one, or, where a function makes it of its parameters, one for each call. */
function faultsOf(literal: ts.ObjectLiteralExpression): { ids: readonly string[]; messages: readonly string[] }[] {
  const [id, message] = [valueOf(literal, 'id'), valueOf(literal, 'message')]
  if (id === undefined || !isFault(literal)) return []
  const given = valuesOf(id)
  if (given.length === 0) throw new Error(`Nobody gives an id to ${literal.getText()}`)
  return given.map(({ value, call }) => {
    const messages = message === undefined ? [] : valuesOf(message, call)
    return { ids: textsOf(value), messages: messages.flatMap((one) => messagesOf(one.value)) }
  })
}

/** Whether an object has all that a fault must have, be it its own or spread into it. */
function isFault(literal: ts.ObjectLiteralExpression): boolean {
  if (required === undefined) throw new Error('There is no interface Fault any more')
  const type = checker.getTypeAtLocation(literal)
  return required.every((name) => type.getProperty(name) !== undefined)
}

/** The value of a property, be it of the object itself or of one that is spread into it. */
function valueOf(literal: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const values = literal.properties.map((property) => {
    if (ts.isPropertyAssignment(property) && property.name.getText() === name) return property.initializer
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === name) return property.name
    const spread = ts.isSpreadAssignment(property) ? valuesOf(property.expression)[0]?.value : undefined
    return spread !== undefined && ts.isObjectLiteralExpression(spread) ? valueOf(spread, name) : undefined
  })
  return values.findLast((value) => value !== undefined)
}

interface Value {
  readonly value: ts.Expression
  readonly call?: ts.CallExpression
}

/** What a name stands for: the value of a constant; of a parameter, those that all calls, or this one, hand over. */
function valuesOf(value: ts.Expression, only?: ts.CallExpression): readonly Value[] {
  const named = namedBy(value)
  if (named === undefined || !ts.isParameter(named)) return [{ value: named ?? value }]
  const { parent } = named
  return calls
    .filter((call) => (only ?? call) === call && checker.getResolvedSignature(call)?.declaration === parent)
    .flatMap((call) => {
      const argument = call.arguments[parent.parameters.indexOf(named)]
      return argument === undefined ? [] : [{ value: argument, call }]
    })
}

/** A parameter, or the value of a constant; undefined for everything else. */
function namedBy(node: ts.Node): ts.ParameterDeclaration | ts.Expression | undefined {
  if (!ts.isIdentifier(node)) return undefined
  const isShorthand = ts.isShorthandPropertyAssignment(node.parent)
  const symbol = isShorthand
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node)
  const declaration = symbol?.valueDeclaration
  if (declaration === undefined || ts.isParameter(declaration)) return declaration
  return ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined
}

/** All that a text may be. */
function textsOf(node: ts.Expression): readonly string[] {
  if (ts.isTemplateExpression(node)) {
    const append = (starts: readonly string[], { expression, literal }: ts.TemplateSpan): readonly string[] =>
      starts.flatMap((start) => textsOf(expression).map((text) => start + text + literal.text))
    return node.templateSpans.reduce(append, [node.head.text])
  }
  const type = checker.getTypeAtLocation(node)
  return (type.isUnion() ? type.types : [type]).map((one) => {
    if (one.isStringLiteral()) return one.value
    throw new Error(`The compiler cannot tell which ids this is: ${node.parent.getText()}`)
  })
}

/** The tagged templates in an expression, and in the constants that it names. */
function messagesOf(node: ts.Node): readonly string[] {
  if (!ts.isTaggedTemplateExpression(node)) {
    const named = namedBy(node)
    return (named === undefined || ts.isParameter(named) ? childrenOf(node) : [named]).flatMap(messagesOf)
  }
  const { template } = node
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [template.text]
  return [[template.head, ...template.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…')]
}
