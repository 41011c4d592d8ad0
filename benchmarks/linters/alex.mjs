// Times alex: reads {"text", "rounds"} from standard input, writes its version and milliseconds.
import fs from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pathToFileURL} from 'node:url'

const asked = JSON.parse(fs.readFileSync(0, 'utf8'))
const home = path.join(process.cwd(), 'node_modules', 'alex')
const {markdown} = await import(pathToFileURL(path.join(home, 'index.js')).href)
let best = Infinity
for (let round = 0; round < asked.rounds + 3; round++) {
  const text = asked.text.replaceAll('\n', ` ${round}\n`)
  const began = performance.now()
  markdown(text)
  best = Math.min(best, performance.now() - began)
}
const {version} = createRequire(home)(path.join(home, 'package.json'))
process.stdout.write(JSON.stringify({version, milliseconds: best}))
