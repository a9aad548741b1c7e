/** Shortest key, and shortest run of its characters that counts as showing it. Shorter masks would blank numbers. */
export const KEY_LENGTH_MIN = 8

/** Whether a text can be an API key: one word of visible ASCII. */
export function isKey(text: string): boolean {
  return text.length >= KEY_LENGTH_MIN && /^[!-~]+$/.test(text)
}

/**
 * The lines of a key that the runner is asked to mask. It masks each line of a secret by itself, so a short line would
 * blank every number of the job that has it in it.
 */
export function maskedLines(key: string): readonly string[] {
  return key
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line.length >= KEY_LENGTH_MIN)
}

/** Whether a text shows a secret. */
export type Finder = (text: string) => boolean

/**
 * Finds a secret, eight characters of it in a row, or its base64 or hexadecimal form, as it is or however punctuated.
 * Takes time in proportion to the text, because that may be a whole plan.
 */
export function secretFinder(secret: string): Finder {
  if (secret === '') return () => false
  // In base64 the secret looks different behind one or two other characters.
  const base64 = ['', '.', '..'].map((before) => Buffer.from(`${before}${secret}`).toString('base64'))
  const forms = [secret, ...base64, Buffer.from(secret).toString('hex')]
  const shown = new Set([folded(secret), ...forms.map((form) => bare(folded(form)))].flatMap((form) => [...runs(form)]))
  const hasRun = (form: string): boolean => {
    for (const run of runs(form)) if (shown.has(run)) return true
    return false
  }
  return (text) => {
    const form = folded(text)
    return text.includes(secret) || hasRun(form) || hasRun(bare(form))
  }
}

/** Every KEY_LENGTH_MIN characters in a row. */
function* runs(text: string): Generator<string, void> {
  for (let end = KEY_LENGTH_MIN; end <= text.length; end++) yield text.slice(end - KEY_LENGTH_MIN, end)
}

/** In small letters, without accents and invisible fillers; full-width and other forms as what they look like. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
}

/** Letters and digits alone. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
