import { isObject } from '../decode.js'
import { countedAs, hasFieldsThatCount, isEnvelope, isListOfApi, roleOf } from '../prices/fields.js'

/** Requests that stand inside of what should be one. */
export interface Misplaced {
  /** `names`: a mapping has them by names. `unclear`: a list in a request may also be another of its fields. */
  readonly as: 'list' | 'names' | 'unclear'
  /** Below which they stand; undefined when the mapping itself has the names. */
  readonly key: string | undefined
  /** As they would be in a list: with what stands beside the key. When unclear, the rest of the item. */
  readonly requests: (most: number) => readonly unknown[]
  /** Whether fields that count stand beside the key. */
  readonly hasBeside: boolean
}

type Mapping = Readonly<Record<string, unknown>>

/** Keys below which people put what should be the list itself. */
const LIST_KEYS = /^(?:clips|generations|items|jobs|plan|prices|prompts|requests|rows|scenes|shots|tasks|videos)$/i

/**
 * The requests that stand in an item of a plan, or the rows in one of `prices`; undefined when it is one itself. A list
 * with mappings in it is refused under whatever key, so that no request goes unpriced.
 */
export function misplacedIn(item: unknown): Misplaced | undefined {
  if (!isObject(item)) return undefined
  return listIn(item) ?? namesIn(item)
}

function listIn(item: Mapping): Misplaced | undefined {
  for (const key in item) {
    const list = item[key]
    if (!Array.isArray(list) || isListOfApi(key)) continue
    if (!LIST_KEYS.test(key) && !list.some(isObject)) continue
    const isPlan = !asks(item) || (LIST_KEYS.test(key) && !list.some(isReference)) || list.some(isPartOfRequest)
    return isPlan ? below(item, key, 'list', list) : below(item, key, 'unclear', [without(key, item)])
  }
  return undefined
}

function namesIn(item: Mapping): Misplaced | undefined {
  // A field that is read, or one of the API, is seldom far: most items are left here.
  for (const key in item) if (roleOf(key) !== undefined) return undefined
  const entries = Object.entries(item).filter(([key]) => !isEnvelope(key))
  const direct = entries.filter(isRequest)
  if (direct.length > 1) return below(item, undefined, 'names', direct.map(withName))
  for (const [key, value] of entries) {
    if (!isObject(value)) continue
    const requests = hasFieldsThatCount(value) ? [] : Object.entries(value).filter(isRequest)
    if (requests.length > 1) return below(item, key, 'names', requests.map(withName))
    if (LIST_KEYS.test(key)) return below(item, key, 'list', requests.length === 0 ? [value] : requests.map(withName))
  }
  return undefined
}

function below(item: Mapping, key: string | undefined, as: Misplaced['as'], found: readonly unknown[]): Misplaced {
  const inside = Object.entries(item).flatMap(([field, value]) =>
    isEnvelope(field) && isObject(value) ? Object.entries(value) : [[field, value] as const],
  )
  const beside = Object.fromEntries(inside.filter(([field]) => field !== 'name' && roleOf(field) !== undefined))
  const requests = (most: number): readonly unknown[] =>
    found.slice(0, most).map((one) => (isObject(one) ? { ...beside, ...one } : one))
  return { as, key, requests, hasBeside: Object.keys(beside).length > 0 }
}

function without(key: string, item: Mapping): Mapping {
  return Object.fromEntries(Object.entries(item).filter(([field]) => field !== key))
}

function isRequest(entry: [string, unknown]): entry is [string, Mapping] {
  const [, value] = entry
  return isObject(value) && (hasFieldsThatCount(value) || Object.hasOwn(value, 'prompt'))
}

function withName([name, request]: [string, Mapping]): Mapping {
  return { name, ...request }
}

/** Whether an item says itself what is to be generated, so that a list in it may be one of its fields. */
function asks(item: Mapping): boolean {
  return Object.keys(item).some((field) => field !== 'name' && countedAs(field) !== undefined)
}

/** Fields of what a request refers to. */
const REFERENCES = ['name', 'ref_name', 'img_id', 'video_id', 'video_media_id', 'img_url', 'image_url', 'video_url']

function isPartOfRequest(value: unknown): boolean {
  if (!isObject(value)) return false
  const fields = Object.keys(value).filter((field) => !REFERENCES.includes(field))
  return hasFieldsThatCount(value) || fields.some((field) => roleOf(field) !== undefined)
}

function isReference(value: unknown): boolean {
  return isObject(value) && Object.keys(value).some((field) => field !== 'name' && REFERENCES.includes(field))
}
