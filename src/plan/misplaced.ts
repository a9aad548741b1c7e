import { isObject, own } from '../decode.js'
import { countedAs, hasFieldsThatCount, isListOfApi, roleOf, unwrapped } from '../prices/fields.js'

/** Requests that stand inside of what should be one. */
export interface Misplaced {
  /** `names`: a mapping has them by names. */
  readonly as: 'list' | 'names'
  /** Below which they stand; undefined when the mapping itself has the names. */
  readonly key: string | undefined
  /** As they would be in a list, with the fields that stand beside the key. */
  readonly requests: readonly unknown[]
  /** Whether fields that count stand beside the key. */
  readonly hasBeside: boolean
}

type Mapping = Readonly<Record<string, unknown>>

/** Keys below which people put what should be the list itself. */
const LIST_KEYS = /^(?:clips|generations|items|jobs|plan|prices|prompts|requests|rows|scenes|shots|tasks|videos)$/i

/** The requests that stand in an item of a plan, or the rows in one of `prices`; undefined when it is one itself. */
export function misplacedIn(item: unknown): Misplaced | undefined {
  if (!isObject(item)) return undefined
  return listIn(item) ?? namesIn(item)
}

function listIn(item: Mapping): Misplaced | undefined {
  for (const key in item) {
    const list = item[key]
    if (!Array.isArray(list) || isListOfApi(key)) continue
    const isOfRequests = asks(item) ? list.some(isPartOfRequest) : list.some(isObject)
    if (isOfRequests || (LIST_KEYS.test(key) && !isOfReferences(list))) return below(item, key, 'list', list)
  }
  return undefined
}

function namesIn(item: Mapping): Misplaced | undefined {
  // A field that is read, or one of the API, is seldom far: most items are left here.
  for (const key in item) if (roleOf(key) !== undefined) return undefined
  const entries = Object.entries(item)
  const direct = requestsOf(entries.map(([, value]) => value))
  if (direct.length > 1) return { as: 'names', key: undefined, requests: direct, hasBeside: false }
  for (const [key, value] of entries) {
    if (!isObject(value)) continue
    if (hasFieldsThatCount(value)) {
      if (LIST_KEYS.test(key)) return below(item, key, 'list', [value])
      continue
    }
    const requests = requestsOf(Object.values(value))
    if (requests.length > 1 || (requests.length === 1 && LIST_KEYS.test(key)))
      return below(item, key, 'names', requests)
  }
  return undefined
}

function below(item: Mapping, key: string, as: Misplaced['as'], found: readonly unknown[]): Misplaced {
  const fields = Object.entries(unwrapped(item))
  const beside = Object.fromEntries(fields.filter(([field]) => field !== 'name' && roleOf(field) !== undefined))
  const requests = found.map((one) => (isObject(one) ? { ...beside, ...one } : one))
  return { as, key, requests, hasBeside: Object.keys(beside).length > 0 }
}

function requestsOf(values: readonly unknown[]): readonly Mapping[] {
  return values.filter((value): value is Mapping => isObject(value) && hasFieldsThatCount(value))
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

/** `videos: [{ video_id: 5 }]` */
function isOfReferences(list: readonly unknown[]): boolean {
  return (
    list.length > 0 && list.every((entry) => (own(entry, 'video_id') ?? own(entry, 'video_media_id')) !== undefined)
  )
}
