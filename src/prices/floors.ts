import { takesModel } from './fields.js'
import {
  type Clip,
  CLIP_FEATURES,
  type Feature,
  isOneOf,
  isRated,
  type Model,
  MODELS,
  MOTION_MODES,
  MUSIC_MV_SECONDS,
  QUALITIES,
  type Quality,
  type RatedFeature,
} from './offers.js'
import type { Request } from './request.js'
import {
  CLIP_SECONDS,
  isBilledBySecond,
  LIP_SYNC_TEXT_RATE,
  perStarted,
  publishedPrice,
  type Rate,
  RATES,
  RATES_BY_QUALITY,
} from './table.js'

/**
 * Whole credits that a generation costs at least when its price is not known. Where the request leaves out the model,
 * the quality or the length, or has a quality or a length below those in the table, the cheapest counts. Of what is
 * refused or has no price, the dearest that asks for nothing more counts.
 * @returns undefined when nothing published could apply
 */
export function floorOf(feature: Feature, request: Request): bigint | undefined {
  if (isOneOf(feature, CLIP_FEATURES)) return floorOfClip([feature, 'text_to_video'], request)
  if (isRated(feature)) return floorOfRated(feature, request)
  // A clip by a template, or of several transitions, costs at least as much as one without.
  return takesModel(feature) ? floorOfClip(['text_to_video'], request) : undefined
}

/** The highest of the amounts that are known; undefined when none is. */
export function highest(amounts: readonly (bigint | undefined)[]): bigint | undefined {
  return amounts.reduce(
    (most, one) => (most === undefined || (one !== undefined && one > most) ? one : most),
    undefined,
  )
}

function lowest(amounts: readonly (bigint | undefined)[]): bigint | undefined {
  return amounts.reduce(
    (least, one) => (least === undefined || (one !== undefined && one < least) ? one : least),
    undefined,
  )
}

/** As much as the dearest of these features, with the cheapest of what is not said. */
function floorOfClip(features: readonly Clip['feature'][], request: Request): bigint | undefined {
  const { audio, multiClip } = request
  // It says nothing to go by but its price.
  if (request.model === undefined && request.quality === undefined && secondsOf(request) === undefined) return undefined
  const models = request.model === undefined ? MODELS : MODELS.filter((model) => model === request.model)
  const known = qualityOf(request)
  const qualities = known === undefined ? QUALITIES : [known]
  const motionMode = MOTION_MODES.find((mode) => mode === request.motionMode) ?? 'normal'
  const amounts = models.flatMap((model) =>
    qualities.map((quality) =>
      highest(
        lengthsWithin(model, secondsOf(request)).flatMap((duration) =>
          features.map((feature) => dearestWithin({ feature, model, quality, duration, audio, multiClip, motionMode })),
        ),
      ),
    ),
  )
  return lowest(amounts)
}

/** The lengths in the table that are no longer than this one, or else the shortest. */
function lengthsWithin(model: Model, seconds: number | undefined): readonly number[] {
  if (isBilledBySecond(model)) return [seconds ?? 1]
  const [shortest] = CLIP_SECONDS
  return CLIP_SECONDS.filter((length) => length <= Math.max(seconds ?? 0, shortest))
}

/** The dearest clip with a price that has nothing more. */
function dearestWithin(clip: Clip): bigint | undefined {
  const amounts: (bigint | undefined)[] = []
  for (const audio of new Set([false, clip.audio])) {
    for (const multiClip of new Set([false, clip.multiClip])) {
      for (const motionMode of new Set(['normal', clip.motionMode] as const)) {
        amounts.push(publishedPrice({ ...clip, audio, multiClip, motionMode })?.credits)
      }
    }
  }
  return highest(amounts)
}

function floorOfRated(feature: RatedFeature, request: Request): bigint | undefined {
  const seconds = secondsOf(request)
  const least = feature === 'agent_music_mv' ? MUSIC_MV_SECONDS.least : 1
  const billed = (rate: Rate): bigint => perStarted(Math.max(seconds ?? 0, least), rate).credits
  if (feature === 'lip_sync') {
    const { textBytes, ownAudio } = request
    const byText = textBytes === 0 ? undefined : perStarted(textBytes, LIP_SYNC_TEXT_RATE).credits
    const isTextAlone = byText !== undefined && !ownAudio && seconds === undefined
    return isTextAlone ? byText : highest([byText, billed(RATES.lip_sync)])
  }
  if (feature !== 'mimic' && feature !== 'agent_music_mv') return billed(RATES[feature])
  const rates = RATES_BY_QUALITY[feature]
  const quality = qualityOf(request)
  const within = quality === undefined ? [] : QUALITIES.slice(0, QUALITIES.indexOf(quality) + 1)
  const amountsOf = (qualities: readonly Quality[]): readonly bigint[] =>
    qualities.flatMap((one) => rates[one] ?? []).map(billed)
  return highest(amountsOf(within)) ?? lowest(amountsOf(QUALITIES))
}

/** The highest of the table for one above it; undefined when it is not said, or nothing that can be compared. */
function qualityOf({ quality }: Request): Quality | undefined {
  const [, lines = '0'] = /^(\d+)p$/i.exec(quality ?? '') ?? []
  const isAbove = Number(lines) > 1080 || /^\d+k$/i.test(quality ?? '')
  return isAbove ? '1080p' : QUALITIES.find((known) => known === quality)
}

/** Undefined when they are not said: the API takes 0 for the length of somebody's videos. */
function secondsOf({ duration }: Request): number | undefined {
  return duration === 0 ? undefined : duration
}
