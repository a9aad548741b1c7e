/**
 * Imported first, and imports nothing: from here on the process fails, unless a verdict lets the step pass. Without
 * this, Node would end with 0 when a promise never settles and nothing is left to do.
 */
process.exitCode = 1
