// @ts-check
/**
 * A `curl` that sends nothing, as a shell script. It answers as PixVerse does: a generation is made at once, and its
 * video can be downloaded. What pays or tells somebody goes into a file, an address a line.
 * @param {string} sent the path of that file
 */
export function curl(sent) {
  return `#!/bin/sh
for argument; do
  case $argument in
    http*) url=$argument ;;
    @-) cat >/dev/null ;;
  esac
  [ "$before" = --output ] && output=$argument
  before=$argument
done
case $url in
  */openapi/v2/video/result/*) echo '{"ErrCode": 0, "Resp": {"status": 1, "url": "https://media.example/1.mp4"}}' ;;
  https://media.example/*) echo 'a video' >"$output" ;;
  *) echo "$url" >>'${sent}'; echo '{"ErrCode": 0, "ErrMsg": "success", "Resp": {"video_id": 1}}' ;;
esac
`
}
