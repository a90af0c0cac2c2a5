// Runs the real language services over the schemas: `node main.mjs FOLDER`. Exit code 1 if an editor would not show what it
// should, 2 if the folder is not there.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { jsonCases, tomlCases, yamlCases } from "./cases.mjs";
import { jsonEngine, tomlEngine, yamlEngine } from "./engines.mjs";

/** What the canonical schema says: what the editors are to show. */
const documentation = (schema) => {
  const definition = (name) => schema.$defs[name] ?? fail(`the canonical schema has no definition ${name}`);
  const field = (name, key) => definition(name).properties[key] ?? fail(`${name} has no field ${key}`);
  return {
    // The words of `model.type`.
    models: schema.properties.model.oneOf.map((model) => model.properties.type.const),
    root: (key) => schema.properties[key].description,
    definition: (name) => definition(name).description,
    summary: (name) => definition(name).description.split("\n\n")[0].replaceAll("\n", " "),
    field,
    of: (name, key) => field(name, key).description,
  };
};

const fail = (message) => {
  throw new Error(message);
};

const cursor = (text) => {
  const offset = text.indexOf("‸");
  const before = text.slice(0, Math.max(offset, 0)).split("\n");
  return [text.replace("‸", ""), { line: before.length - 1, character: before.at(-1).length }];
};

const list = (items) => (items.length === 0 ? "  (nothing)" : items.map((item) => `  ${item}`).join("\n"));

/** What is wrong with the completions at a place, if anything is. */
const judgeCompletions = (found, { has = [], lacks = [], only, documented = {}, inserts = {} }) => {
  const labels = found.map(({ label }) => label);
  const wrong = [];
  for (const label of only ?? has) if (!labels.includes(label)) wrong.push(`missing: ${label}`);
  for (const label of lacks) if (labels.includes(label)) wrong.push(`should not be there: ${label}`);
  if (only) for (const label of labels) if (!only.includes(label)) wrong.push(`should not be there: ${label}`);
  if (new Set(labels).size !== labels.length && only) wrong.push("something is there twice");
  for (const [label, text] of Object.entries(documented)) {
    const item = found.find((item) => item.label === label && item.documentation.includes(text));
    if (!item) wrong.push(`${label} is not documented as: ${text}`);
  }
  for (const [label, pattern] of Object.entries(inserts)) {
    const item = found.find((item) => item.label === label && pattern.test(item.inserts));
    if (!item) wrong.push(`${label} does not insert ${pattern}`);
  }
  if (wrong.length === 0) return undefined;
  return `${list(wrong)}\nfound:\n${list(found.map((item) => JSON.stringify(item)))}`;
};

const judgeHover = (found, text) => (found.includes(text) ? undefined : `  expected: ${text}\n  found:    ${found}`);

/** Compares errors; several at one line may come in any order. */
const judgeProblems = (found, expected) => {
  const left = [...found];
  const missing = expected.filter(([line, part]) => {
    const index = left.findIndex((problem) => problem.line === line && problem.message.includes(part));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  if (missing.length === 0 && left.length === 0) return undefined;
  const lines = missing.map(([line, part]) => `- line ${line}: ${part}`);
  return list([...lines, ...left.map(({ line, message }) => `+ line ${line}: ${message}`)]);
};

const judge = async (engine, { at, complete, hover, problems }) => {
  const [text, position] = cursor(at);
  if (complete) return judgeCompletions(await engine.complete(text, position), complete);
  if (hover) return judgeHover(await engine.hover(text, position), hover);
  return judgeProblems(await engine.problems(text), problems);
};

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node main.mjs FOLDER, which holds canonical/run.json, vscode/run.json and taplo/run.json");
  process.exit(2);
}
const file = (profile) => resolve(join(folder, profile, "run.json"));
let docs;
try {
  docs = documentation(JSON.parse(await readFile(file("canonical"), "utf8")));
  await Promise.all(["vscode", "taplo"].map((profile) => readFile(file(profile))));
} catch (error) {
  console.error(`${error.message}\nwrite the schemas first: see README.md`);
  process.exit(2);
}

let [passed, failed] = [0, 0];
for (const [name, start, profile, cases] of [
  ["JSON", jsonEngine, "vscode", jsonCases],
  ["YAML", yamlEngine, "vscode", yamlCases],
  ["TOML", tomlEngine, "taplo", tomlCases],
]) {
  const engine = await start(file(profile));
  for (const one of cases(docs)) {
    const wrong = await judge(engine, one).catch((error) => `  ${error.stack}`);
    if (wrong === undefined) {
      passed += 1;
    } else {
      failed += 1;
      console.error(`${name}: ${one.name}\n${one.at.replace(/^/gm, "  | ")}\n${wrong}\n`);
    }
  }
  engine.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
