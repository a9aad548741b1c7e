import { describe, expect, test } from '@jest/globals'
import { readPlan } from '../../src/plan/index.js'
import { safe, sanitiser } from '../../src/safe-text.js'
import { folderOfEachTest } from './folder.js'

const MODELS = 'one of v6, c1, v5.6, v5.5, v5, v4.5, v4, v3.5'
const QUALITIES = 'one of 360p, 540p, 720p, 1080p'
const LEAVE_OUT =
  'Leave the key out, so that the list itself is all there is: each request begins with `-`, or stands in `[ ]`.'
const NAMES = 'this is a mapping that has requests by name'
const WRITE_A_LIST = 'Write a list: each request begins with `-`, and has its name in a field `name`.'
const NOTE = 'If it is a note of your own, give it another name.'
const OR_REFERENCES =
  'If they are references, the key is `image_references` or `video_references`; a note of your own may be a text.'
const PUT = 'Put them into the item itself,'

interface Written {
  readonly what: string
  /** Empty for an inline plan. */
  readonly file: string
  readonly text: string
  readonly made?: string
  readonly answer: readonly string[]
}

/** Plans as people write them, and the whole answer: who does what it says has a plan that is right. */
const PLANS: readonly Written[] = [
  {
    what: 'a comma in thousands',
    file: '',
    text: '- {model: v6, quality: 720p, duration: 5, count: 1,000}',
    answer: [
      'plan, item 1: item-comma: a number stands where the name of a field should be. A comma ends the value before it: write 1000, not 1,000, and 1.5, not 1,5.',
    ],
  },
  {
    what: 'a comma in a decimal number',
    file: '',
    text: '- {model: v6, quality: 720p, duration: 1,5}',
    answer: [
      'plan, item 1: item-comma: a number stands where the name of a field should be. A comma ends the value before it: write 1000, not 1,000, and 1.5, not 1,5.',
    ],
  },
  {
    what: 'a comma in a number alone',
    file: 'a.yml',
    text: '{5,000}',
    answer: [
      'a.yml, item 1: item-comma: a number stands where the name of a field should be. A comma ends the value before it: write 1000, not 1,000, and 1.5, not 1,5.',
      'a.yml, item 1: item-comma: a number stands where the name of a field should be. A comma ends the value before it: write 1000, not 1,000, and 1.5, not 1,5.',
      `a.yml, item 1: item-missing: \`model\` is missing. Add it: ${MODELS}.`,
      `a.yml, item 1: item-missing: \`quality\` is missing. Add it: ${QUALITIES}.`,
      'a.yml, item 1: item-missing: `duration` is missing. Add it, in seconds.',
    ],
  },
  {
    what: 'a list of requests under a key',
    file: 'a.json',
    text: '{"requests": [{"model": "v6", "quality": "720p", "duration": 5}, {"model": "v6", "quality": "HD", "length": 8}]}',
    answer: [
      `a.json, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`requests\`. ${LEAVE_OUT}`,
      `a.json, item 2: item-field: there is no field \`length\`. Did you mean \`duration\`? ${NOTE}`,
      `a.json, item 2: item-unknown: \`quality\` must be ${QUALITIES}, but is \`"HD"\`. If PixVerse has a new one, give its price: as a row of the input \`prices\`, or as \`credits\` in the item.`,
    ],
  },
  {
    what: 'with fields for all of them beside the key',
    file: 'a.yml',
    text: 'model: v6\nquality: 720p\nduration: 5\nrequests: [{prompt: a}, {prompt: b, duration: "8"}]',
    answer: [
      `a.yml, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`requests\`. ${LEAVE_OUT} Put the fields beside them into each request.`,
      'a.yml, item 2: item-value: `duration` must be a number of seconds, but is `"8"`. Did you mean 8, without quotation marks?',
    ],
  },
  {
    what: 'with defaults beside the key',
    file: 'a.yml',
    text: 'defaults: {model: v6, quality: 720p}\nvideos: [{prompt: a, duration: 5}, {prompt: b}]',
    answer: [
      `a.yml, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`videos\`. ${LEAVE_OUT} Put the fields beside them into each request.`,
      'a.yml, item 2: item-missing: `duration` is missing. Add it, in seconds.',
    ],
  },
  {
    what: 'with a name beside the key',
    file: 'a.yml',
    text: 'name: campaign\nshots: [{model: V6, quality: 720p, duration: 5}]',
    answer: [
      `a.yml, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`shots\`. ${LEAVE_OUT}`,
      `a.yml, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'in a list',
    file: '',
    text: '- {shots: [{model: V6, quality: 720p, duration: 5}]}\n- {model: C1, quality: 720p, duration: 5}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`shots\`. ${LEAVE_OUT}`,
      `plan, item 1, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
      `plan, item 2: item-value: \`model\` must be ${MODELS}, but is \`"C1"\`. Did you mean c1?`,
    ],
  },
  {
    what: 'inline, without a dash',
    file: '',
    text: 'videos:\n- {model: V6, quality: 720p, duration: 5}',
    answer: [
      `plan, line 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`videos\`. ${LEAVE_OUT}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'in each of several lines',
    file: 'a.jsonl',
    text: '{"shots": [{"model": "V6", "quality": "720p", "duration": 5}]}\n{"model": "C1", "quality": "720p", "duration": 5}\n',
    answer: [
      `a.jsonl, line 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`shots\`. ${LEAVE_OUT}`,
      `a.jsonl, line 1, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
      `a.jsonl, line 2: item-value: \`model\` must be ${MODELS}, but is \`"C1"\`. Did you mean c1?`,
    ],
  },
  {
    what: 'in one line',
    file: 'a.jsonl',
    text: '{"shots": [{"model": "V6", "quality": "720p", "duration": 5}]}\n',
    answer: [
      `a.jsonl, line 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`shots\`. ${LEAVE_OUT}`,
      `a.jsonl, line 1, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'requests by name',
    file: 'a.yml',
    text: 'shot1: {model: v6, quality: 720p, duration: 5}\nshot2: {model: V6, quality: 720p, duration: 8}',
    answer: [
      `a.yml, item 1: plan-names: ${NAMES}. ${WRITE_A_LIST}`,
      `a.yml, item 2: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'by name, inline',
    file: '',
    text: 'shot1: {model: v6, quality: 720p, duration: 5}\nshot2: {model: V6, quality: 720p, duration: 8}',
    answer: [
      `plan, line 1: plan-names: ${NAMES}. ${WRITE_A_LIST}`,
      `plan, item 2: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'by file',
    file: 'a.json',
    text: '{"a.mp4": {"model": "V6", "quality": "720p", "duration": 5}, "b.mp4": {"model": "v6", "quality": "720p", "duration": "5"}}',
    answer: [
      `a.json, item 1: plan-names: ${NAMES}. ${WRITE_A_LIST}`,
      `a.json, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
      'a.json, item 2: item-value: `duration` must be a number of seconds, but is `"5"`. Did you mean 5, without quotation marks?',
    ],
  },
  {
    what: 'by number',
    file: '',
    text: '- {1: {model: v6, quality: 720p, duration: 5}, 2: {model: v6, quality: 720p, duration: 5}}',
    answer: [`plan, item 1: plan-names: ${NAMES}. ${WRITE_A_LIST}`],
  },
  {
    what: 'by name under a key',
    file: 'a.yml',
    text: 'prompts:\n  a: {model: v6, quality: 720p, duration: 5}\n  b: {model: v6, quality: 720p, duration: 5s}',
    answer: [
      `a.yml, item 1: plan-names: ${NAMES}, under the key \`prompts\`. ${WRITE_A_LIST}`,
      'a.yml, item 2: item-value: `duration` must be a number of seconds, but is `"5s"`. Did you mean 5?',
    ],
  },
  {
    what: 'one by name under a key',
    file: 'a.yml',
    text: 'videos:\n  a: {model: v6, quality: 720p, duration: 5s}',
    answer: [
      `a.yml, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`videos\`. ${LEAVE_OUT}`,
      'a.yml, item 1: item-value: `duration` must be a number of seconds, but is `"5s"`. Did you mean 5?',
    ],
  },
  {
    what: 'one by its name',
    file: 'a.yml',
    text: '- shot1:\n    model: V6\n    quality: 720p\n    duration: 5',
    answer: [
      `a.yml, item 1: item-nested: fields that count stand under the key \`shot1\`, where they are not read. ${PUT} without \`shot1\`, or make items of them; a note of your own may be a text.`,
      `a.yml, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a body in an envelope',
    file: '',
    text: '- {body: {model: V6, quality: 720, duration: "5"}}',
    answer: [
      `plan, item 1: item-nested: fields that count stand under the key \`body\`, where they are not read. ${PUT} without \`body\`. If they are a note of your own, give the key another name, such as \`notes\`.`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
      `plan, item 1: item-value: \`quality\` must be ${QUALITIES}, but is 720. Did you mean 720p?`,
      'plan, item 1: item-value: `duration` must be a number of seconds, but is `"5"`. Did you mean 5, without quotation marks?',
    ],
  },
  {
    what: 'one with all misspelt',
    file: 'a.yml',
    text: 'request: {Model: V6, resolution: 720p, seconds: 5}',
    answer: [
      `a.yml, item 1: item-nested: fields that count stand under the key \`request\`, where they are not read. ${PUT} without \`request\`. If they are a note of your own, give the key another name, such as \`notes\`.`,
      'a.yml, item 1: item-field: there is no field `Model`. Did you mean `model`?',
      `a.yml, item 1: item-field: there is no field \`resolution\`. Did you mean \`quality\`? ${NOTE}`,
      `a.yml, item 1: item-field: there is no field \`seconds\`. Did you mean \`duration\`? ${NOTE}`,
      `a.yml, item 1: item-value: \`Model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'one with a count beside it',
    file: '',
    text: '- {body: {model: v6, quality: 720p, duration: 5}, count: "2"}',
    answer: [
      `plan, item 1: item-nested: fields that count stand under the key \`body\`, where they are not read. ${PUT} without \`body\`. If they are a note of your own, give the key another name, such as \`notes\`.`,
      'plan, item 1: item-value: `count` must be a whole number of 1 or more, but is `"2"`. Did you mean 2, without quotation marks?',
    ],
  },
  {
    what: 'a mapping of something else',
    file: 'package.json',
    text: '{"version": "1", "scripts": {"a": "b"}, "engines": {"node": ">=20"}}',
    answer: [
      `package.json, item 1: item-missing: \`model\` is missing. Add it: ${MODELS}.`,
      `package.json, item 1: item-missing: \`quality\` is missing. Add it: ${QUALITIES}.`,
      'package.json, item 1: item-missing: `duration` is missing. Add it, in seconds.',
    ],
  },
  {
    what: 'several documents',
    file: 'a.yml',
    text: 'model: v6\nquality: 720p\nduration: 5\n---\nmodel: V6\nquality: 720\nduration: 5 s\n',
    answer: [
      'a.yml: plan-documents: there are several YAML documents in it. Use a list: take the lines `---` out, and begin each request with `- `.',
      `a.yml, item 2: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
      `a.yml, item 2: item-value: \`quality\` must be ${QUALITIES}, but is 720. Did you mean 720p?`,
      'a.yml, item 2: item-value: `duration` must be a number of seconds, but is `"5 s"`. Did you mean 5?',
    ],
  },
  {
    what: 'a line at the end as if there were several',
    file: 'a.yml',
    text: 'model: v6\nquality: 720p\nduration: 5\n---\n',
    answer: [
      'a.yml: plan-documents: there are several YAML documents in it. Use a list: take the lines `---` out, and begin each request with `- `.',
    ],
  },
  {
    what: 'several, one of which cannot be read',
    file: 'a.yml',
    text: 'model: v6\n---\na: 1\na: 2\n',
    answer: [
      'a.yml: plan-documents: there are several YAML documents in it. Use a list: take the lines `---` out, and begin each request with `- `.',
    ],
  },
  {
    what: 'a mapping, inline',
    file: '',
    text: 'model: V6\nquality: 720',
    answer: [
      'plan, line 1: plan-bare-mapping: this is neither a list nor a file pattern, but a mapping. Put `- ` before its first line and two blanks before the others: inline YAML begins with `-`, `[` or `{`.',
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
      `plan, item 1: item-value: \`quality\` must be ${QUALITIES}, but is 720. Did you mean 720p?`,
      'plan, item 1: item-missing: `duration` is missing. Add it, in seconds.',
    ],
  },
  {
    what: 'commas between lines',
    file: 'a.jsonl',
    text: '{"model": "v6", "quality": "720P", "duration": "8"},\n{"model": "v6", "quality": "720p", "duration": 5}\n',
    answer: [
      'a.jsonl, line 1: plan-syntax: the syntax is wrong here, the parser says: `something stands behind its end`. Correct this line. It must be one request in JSON, with nothing behind it, not even a comma.',
      `a.jsonl, line 1: item-value: \`quality\` must be ${QUALITIES}, but is \`"720P"\`. Did you mean 720p?`,
      'a.jsonl, line 1: item-value: `duration` must be a number of seconds, but is `"8"`. Did you mean 8, without quotation marks?',
    ],
  },
  {
    what: 'something else behind a line',
    file: 'a.jsonl',
    text: '{"model": "v6", "quality": "720p", "duration": 5} // five seconds\n{"model": "v6", "quality": "720p", "duration": 5}\n',
    answer: [
      'a.jsonl, line 1: plan-syntax: the syntax is wrong here, the parser says: `something stands behind its end`. Correct this line. It must be one request in JSON, with nothing behind it, not even a comma.',
    ],
  },
  {
    what: 'lines in a file of JSON',
    file: 'a.json',
    text: '{"model": "v6", "quality": "720p", "duration": 5}\n{"model": "v6", "quality": "720p", "duration": 5}',
    answer: [
      'a.json, line 2: plan-syntax: the syntax is wrong here, the parser says: `something stands behind its end`. Delete it. If it is another request, put all into `[ ]`, with commas between them; a file with one in each line is called .jsonl.',
    ],
  },
  {
    what: 'lines of JSON, inline',
    file: '',
    text: '{"model": "v6", "quality": "720p", "duration": 5}\n{"model": "v6", "quality": "720p", "duration": 5}',
    answer: [
      'plan, line 2: plan-syntax: the syntax is wrong here, the parser says: `something stands behind its end`. Delete it. If it is another request, put all into `[ ]`, with commas between them; a file with one in each line is called .jsonl.',
    ],
  },
  {
    what: 'a tab',
    file: 'a.yml',
    text: '- model: v6\n  quality: 720p\n\tduration: 5',
    answer: ['a.yml, line 3: plan-tab: this line begins with a tab. In YAML, put blanks in its place.'],
  },
  {
    what: 'a tab behind the dash',
    file: 'a.yml',
    text: '-\tmodel: v6\n\tquality: 720p',
    answer: ['a.yml, line 1: plan-tab: this line begins with a tab. In YAML, put blanks in its place.'],
  },
  {
    what: 'a tab in JSON, which may have it',
    file: 'a.json',
    text: '{\n\t"model": "v6",\n\t"quality": "720p", "duration": 5}',
    answer: ['1 for 45'],
  },
  {
    what: 'no name and a count',
    file: '',
    text: '- {model: v6, quality: 720p, duration: 5, count: 2}',
    made: 'videos/{name}.mp4',
    answer: [
      'plan, item 1: made-unnamed: this item has no `name`, so where its result lies is not known. Give it a `name`, or a file of its own, whose name then counts.',
      'plan, item 1: made-unnumbered: this item has a `count`, and `made` no `{n}`. Put `{n}` into `made`, as in `videos/{name}-{n}.mp4`: it stands for 1 up to the `count`.',
    ],
  },
  {
    what: 'a name with a slash and a count',
    file: '',
    text: '- {model: v6, quality: 720p, duration: 5, name: a/b, count: 2}',
    made: 'videos/{name}.mp4',
    answer: [
      'plan, item 1: made-name: with `made`, a name must be one that a file can have on every system, but is `a/b`. Leave out slashes, `< > : " | ? *`, control characters, a dot or blank at the end, and names such as `..` and `con`.',
      'plan, item 1: made-unnumbered: this item has a `count`, and `made` no `{n}`. Put `{n}` into `made`, as in `videos/{name}-{n}.mp4`: it stands for 1 up to the `count`.',
    ],
  },
  {
    what: 'references by a slip',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, video_reference: [{video_id: 3}]}',
    answer: [
      `plan, item 1: item-field: there is no field \`video_reference\`. Did you mean \`video_references\`? ${NOTE}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'references by a synonym',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, video_refs: [{video_id: 3}]}',
    answer: [
      `plan, item 1: item-field: there is no field \`video_refs\`. Did you mean \`video_references\`? ${NOTE}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'references by a slip, of images',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, image_reference: [{img_id: 3}]}',
    answer: [
      `plan, item 1: item-field: there is no field \`image_reference\`. Did you mean \`image_references\`? ${NOTE}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list that may be references',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, images: [{img_id: 3}, {img_id: 4}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`images\`. ${LEAVE_OUT} ${OR_REFERENCES}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list that may be videos',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, videos: [{video_id: 3}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`videos\`. ${LEAVE_OUT} ${OR_REFERENCES}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list with addresses',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, segments: [{image_url: a}, {image_url: b}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`segments\`. ${LEAVE_OUT} ${OR_REFERENCES}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list of notes',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, notes: [{by: me}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`notes\`. ${LEAVE_OUT} ${OR_REFERENCES}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list of something else',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, for_each: [{city: Paris}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`for_each\`. ${LEAVE_OUT} ${OR_REFERENCES}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list of requests in envelopes',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, more: [{name: b, body: {model: v6, quality: 1080p, duration: 10}}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`more\`. ${LEAVE_OUT} ${OR_REFERENCES}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list of lists',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, acts: [{shots: [{model: v6, quality: 1080p, duration: 10}]}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`acts\`. ${LEAVE_OUT} ${OR_REFERENCES}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list with misspelt fields',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, segments: [{Prompt: a}, {image_id: 5}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`segments\`. ${LEAVE_OUT} ${OR_REFERENCES}`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list of prompts in a request',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, takes: [{prompt: a}, {prompt: b}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`takes\`. ${LEAVE_OUT} Put the fields beside them into each request.`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
      `plan, item 2: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a list of its seeds',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, takes: [{seed: 1}, {seed: 2}]}',
    answer: [
      `plan, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`takes\`. ${LEAVE_OUT} Put the fields beside them into each request.`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
      `plan, item 2: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'requests by name in a request',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, scenes: {a: {model: v6, quality: 1080p, duration: 10}, b: {model: v6, quality: 720p}}}',
    answer: [
      `plan, item 1: item-nested: fields that count stand under the key \`scenes\`, where they are not read. ${PUT} without \`scenes\`, or make items of them; a note of your own may be a text.`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'a request in lists in a request',
    file: '',
    text: '- {model: V6, quality: 720p, duration: 5, takes: [[{model: v6, quality: 1080p, duration: 10}]]}',
    answer: [
      `plan, item 1: item-nested: fields that count stand under the key \`takes\`, where they are not read. ${PUT} without \`takes\`, or make items of them; a note of your own may be a text.`,
      `plan, item 1: item-value: \`model\` must be ${MODELS}, but is \`"V6"\`. Did you mean v6?`,
    ],
  },
  {
    what: 'defaults beside names',
    file: 'a.yml',
    text: 'defaults: {model: v6, quality: 720p, duration: 5}\nopening: {prompt: a, count: "3"}\nclosing: {prompt: b, duration: 8}',
    answer: [
      `a.yml, item 1: plan-names: ${NAMES}. ${WRITE_A_LIST} Put the fields beside them into each request.`,
      'a.yml, item 1: item-value: `count` must be a whole number of 1 or more, but is `"3"`. Did you mean 3, without quotation marks?',
    ],
  },
  {
    what: 'a request in a list under a key, with the name of its file',
    file: 'opening.json',
    text: '{"requests": [{"model": "v6", "quality": "720p", "duration": 5}]}',
    made: 'videos/{name}.mp4',
    answer: [
      `opening.json, item 1: plan-list-under-key: this is a mapping with the list inside it, under the key \`requests\`. ${LEAVE_OUT}`,
    ],
  },
  {
    what: 'a comma behind the only line, with the name of its file',
    file: 'opening.jsonl',
    text: '{"model": "v6", "quality": "720p", "duration": 5},\n',
    made: 'videos/{name}.mp4',
    answer: [
      'opening.jsonl, line 1: plan-syntax: the syntax is wrong here, the parser says: `something stands behind its end`. Correct this line. It must be one request in JSON, with nothing behind it, not even a comma.',
    ],
  },
  {
    what: 'names as names',
    file: 'a.yml',
    text: 'a: {model: v6, quality: 720p, duration: 5}\nb: {model: v6, quality: 720p, duration: 5}',
    made: 'videos/{name}.mp4',
    answer: [`a.yml, item 1: plan-names: ${NAMES}. ${WRITE_A_LIST}`],
  },
  {
    what: 'a feature as a field',
    file: '',
    text: '- {model: v6, quality: 720p, duration: 5, upscale: true}',
    answer: [
      `plan, item 1: item-field: there is no field \`upscale\`. It is a request of its own: write an item with \`feature: upscale\`. ${NOTE}`,
    ],
  },
  {
    what: 'notes that could be features',
    file: '',
    text: '- {model: v6, quality: 720p, duration: 5, transition: 0.5, avatar: 17, extend: 5, attempts: 3, effect: 12}',
    answer: ['1 for 45', 'ignored: transition, avatar, extend, attempts, effect'],
  },
  {
    what: 'notes by a year',
    file: 'a.yml',
    text: '- model: v6\n  quality: 720p\n  duration: 5\n  2026: redo next year',
    answer: ['1 for 45', 'ignored: 2026'],
  },
  {
    what: 'options of something else',
    file: '',
    text: '- {model: v6, quality: 720p, duration: 5, options: {length: short, sound: birds}}',
    answer: ['1 for 45', 'ignored: options'],
  },
  {
    what: 'a comma missing below tabs',
    file: 'a.yml',
    text: '[{\n\t"model": "v6",\n\t"quality": "720p"\n\t"duration": 5\n}]',
    answer: [
      'a.yml, line 4: plan-syntax: the syntax is wrong here, the parser says: `missed comma between flow collection entries`. Correct this line or the one before it. In YAML a text with `: ` or ` #` in it needs quotation marks.',
    ],
  },
  {
    what: 'quotation marks in a text below tabs',
    file: '',
    text: '[{\n\t"model": "v6",\n\t"prompt": "say "hi"",\n\t"quality": "720p"\n}]',
    answer: [
      'plan, line 3: plan-syntax: the syntax is wrong here, the parser says: `missed comma between flow collection entries`. Correct this line or the one before it. In YAML a text with `: ` or ` #` in it needs quotation marks.',
    ],
  },
]

const folder = folderOfEachTest()

function answerTo({ file, text, made = '' }: Written): readonly string[] {
  if (file !== '') folder.write(file, text)
  const asked = { plan: file === '' ? text : file, prices: '', made, margin: safe`0`, workspace: folder.workspace }
  const result = readPlan(asked, sanitiser('pixverse-key-of-the-tests'))
  if (result.kind === 'none') return []
  if (result.kind === 'plan') {
    const { generations, planned, ignored } = result.plan
    const answer = `${generations} for ${planned}`
    return ignored.length === 0 ? [answer] : [answer, `ignored: ${ignored.join(', ')}`]
  }
  expect(result.faults.count).toBe(result.faults.kept.length)
  return result.faults.kept.map(({ where = '', id, message, detail, hint }) => {
    return `${where}: ${id}: ${[message, detail].filter((part) => part !== undefined).join(', ')}. ${hint}`
  })
}

describe('one round of correction is enough for', () => {
  test.each(PLANS)('$what', (written) => {
    expect(answerTo(written)).toEqual(written.answer)
  })
})
