// @ts-check
// node --import ./sandbox/clock.mjs: lets the clock of a process start at SANDBOX_NOW, for a month in a few seconds.
const RealDate = Date
const shift = RealDate.parse(process.env['SANDBOX_NOW'] ?? '') - RealDate.now()

/** @type {(target: typeof Date, given: readonly unknown[]) => object} */
const make = Reflect.construct

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given) => make(target, given.length === 0 ? [target.now() + shift] : given),
  get: (target, name) =>
    name === 'now' ? () => target.now() + shift : /** @type {unknown} */ (Reflect.get(target, name)),
})
