import { appendFileSync } from 'node:fs'
import * as core from '@actions/core'
import { messageOf } from './decode.js'
import { gate, type Surroundings } from './gate.js'
import { appendOutputs, OutputsFailure } from './outputs.js'
import { readRun } from './run.js'
import { safe, type Sanitise, sanitiser } from './safe-text.js'
import type { Annotation } from './surfaces.js'

/** How long (ms) a lingering keep-alive socket may delay the exit. */
const GRACE = 50

/** Runs the gate as a step of GitHub Actions. The exit code is 1 until a verdict lets the step pass. */
export async function action(): Promise<void> {
  process.exitCode = 1
  // Hide Node's deprecation warnings about our dependencies.
  process.noDeprecation = true
  let over = false
  const giveUp = (reason: unknown): void => {
    over = true
    if (reason instanceof OutputsFailure) sayNoOutputs(reason)
    else sayNoVerdict(reason)
  }
  process.on('exit', () => {
    if (!over) giveUp('nothing was left to wait for')
  })
  process.on('uncaughtException', (error) => {
    if (over) return
    giveUp(error)
    process.exit(1)
  })

  try {
    const { passes } = await gate(surroundings())
    over = true
    process.exitCode = passes ? 0 : 1
  } catch (error) {
    giveUp(error)
  }
  // All that is left is to close the socket. Windows may still be printing.
  if (process.stdout.writableLength === 0) process.exit()
  setTimeout(() => process.exit(), GRACE).unref()
}

function surroundings(): Surroundings {
  const { env } = process
  return {
    input: core.getInput,
    keyName: safe`api-key`,
    keyHint: safe`Set \`api-key\` to a secret. If it is set, the secret is empty here. Usual causes: its name is misspelt; it belongs to an environment that the job does not name; a reusable workflow is called without its secrets; an agent started the run, and agents have secrets of their own.`,
    nodeDebug: env['NODE_DEBUG'] ?? '',
    run: readRun(env),
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
    now: new Date(),
    mask: core.setSecret,
    log: core.info,
    annotate,
    warn: (message) => {
      core.warning(message)
    },
    writeOutputs: (outputs) => {
      appendOutputs(process.env['GITHUB_OUTPUT'] ?? '', outputs)
    },
    writeSummary: (markdown) => {
      appendFileSync(file('GITHUB_STEP_SUMMARY'), markdown)
    },
  }
}

function secretive(): Sanitise {
  return sanitiser(core.getInput('api-key'), core.getInput('github-token'))
}

function annotate({ severity, title, message }: Annotation): void {
  core[severity](message, { title })
}

/** A file that the runner takes something from. Without it nobody would see what is written. */
function file(variable: string): string {
  const path = process.env[variable]
  if (path === undefined || path === '') throw new Error(`the variable ${variable} is not set`)
  return path
}

/** Says, in one line, that nobody gets the outputs. */
function sayNoOutputs({ message }: OutputsFailure): void {
  const sanitise = secretive()
  const path = process.env['GITHUB_OUTPUT'] ?? ''
  annotate({
    severity: 'error',
    title: 'PixVerse gate has no outputs',
    message:
      path === ''
        ? safe`The outputs could not be written, so the step fails: the variable GITHUB_OUTPUT is not set. Use a newer runner, or the command of this gate where there is none.`
        : safe`The outputs could not be written to \`${sanitise(path)}\`, so the step fails: \`${sanitise(message)}\`. Free space on its disk, or correct the variable GITHUB_OUTPUT, then run the job again.`,
  })
}

/** Says, in one line, that there is no verdict. */
function sayNoVerdict(reason: unknown): void {
  const sanitise = secretive()
  annotate({
    severity: 'error',
    title: 'PixVerse gate has no verdict',
    message: safe`The gate ended without a verdict, so the step fails: \`${sanitise(messageOf(reason))}\`. Run the job again; if it happens again, report it with the debug log.`,
  })
  if (core.isDebug() && reason instanceof Error) core.info(sanitise(String(reason.stack), 2000))
}
