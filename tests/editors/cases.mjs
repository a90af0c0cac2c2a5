// What a user of each editor is to see. `‸` is the cursor.
//
// `has` and `lacks` are labels of completions, `documented` is the documentation of one of them, `inserts` what one of them
// inserts. `problems` are all errors, each with its line and a part of its message.

const words = (schema, name) => schema.enum.map((word) => (name === "yaml" ? word : JSON.stringify(word)));

/** The cases of the JSON and YAML services, which show the same things; `write` puts a document into the language. */
const shared = (name, documents, docs) => [
  {
    name: "the fields of a run",
    at: documents.top,
    complete: { has: ["name", "seed", "model", "data", "train"], documented: { seed: docs.root("seed") } },
  },
  {
    name: "a union starts with a skeleton of each variant, required fields and all",
    at: documents.model,
    complete: { has: ["vae", "beta_vae"], inserts: { beta_vae: /beta_vae[^]*encoder[^]*latent_dim[^]*decoder/ } },
  },
  {
    name: "a table is inserted with its required fields",
    at: documents.field,
    complete: { has: ["encoder"], inserts: { encoder: /input_shape[^]*latent_dim[^]*hidden_dims/ } },
  },
  {
    name: "the types of a union, with what they are",
    at: documents.type,
    complete: {
      only: words({ enum: docs.models }, name),
      documented: { [words({ enum: ["beta_vae"] }, name)[0]]: docs.summary("BetaVAEConfig") },
    },
  },
  {
    name: "the fields of the variant that is chosen, and of no other",
    at: documents.field,
    complete: { has: ["beta_default", "kl_weight"], documented: { beta_default: docs.of("BetaVAEConfig", "beta_default") } },
  },
  {
    name: "not the fields of another variant",
    at: documents.other,
    complete: { has: ["kl_weight"], lacks: ["beta_default", "beta_warmup_steps"] },
  },
  {
    name: "the words of an enum, with what they are",
    at: documents.word,
    complete: {
      only: words(docs.field("EncoderConfig", "activation"), name),
      documented: {
        [words({ enum: ["relu"] }, name)[0]]: docs.field("EncoderConfig", "activation")["x-enum-descriptions"][0],
      },
    },
  },
  { name: "hover over a field of a variant", at: documents.hoverField, hover: docs.of("BetaVAEConfig", "beta_default") },
  { name: "hover over a table: the field", at: documents.hoverTable, hover: docs.root("train") },
  { name: "hover over a table: the type", at: documents.hoverTable, hover: docs.definition("TrainConfig") },
  { name: "hover over a union", at: documents.hoverUnion, hover: docs.root("model") },
  { name: "hover over a type", at: documents.hoverType, hover: docs.summary("BetaVAEConfig") },
  { name: "hover over a word", at: documents.hoverWord, hover: docs.field("EncoderConfig", "activation")["x-enum-descriptions"][1] },
  { name: "a sound run has no errors", at: documents.sound, problems: [] },
  {
    name: "every mistake on its line, and nothing but mistakes",
    at: documents.wrong,
    problems: [
      [3, "below the exclusive minimum of 0"],
      [4, "Property kl_wieght is not allowed"],
      [5, "Expected a text; to leave the value unset, leave the key out"],
      [7, "few items"],
      [8, "below the minimum of 1"],
      [10, 'Valid values: "relu"'],
      [13, 'Missing property "hidden_dims"'],
      [17, 'Valid values: "digits"'],
      // The optimiser may be left out: of its two mistakes YAML's service shows that of the choice.
      [19, name === "yaml" ? "Expected a table; to leave the value unset, leave the key out" : 'Missing property "type"'],
    ],
  },
  {
    name: "rules between fields, in the words of their author, where the last value stands",
    at: documents.rules,
    problems: [
      [6, "the cross-entropy is that of probabilities, which only `sigmoid` gives (rule `when("],
      [9, "remove `held_out` and `split_seed` (rule `!("],
      [11, "set either `epochs` or `steps` (rule `is_set(epochs) != is_set(steps)` of `TrainConfig` does not hold)"],
      [13, "so it needs `momentum` above 0 (rule `when("],
    ],
  },
  {
    name: "rules that ask for a field",
    at: documents.missing,
    problems: [
      [7, "set either `epochs` or `steps`"],
      [8, "so it needs `momentum` above 0"],
    ],
  },
  {
    name: "a field that a rule names is completed as the field that it is",
    at: documents.sgd,
    complete: {
      has: ["nesterov", "momentum"],
      documented: { momentum: docs.of("SgdConfig", "momentum"), nesterov: docs.of("SgdConfig", "nesterov") },
      inserts: { nesterov: /^[^]*nesterov(?![^]*true)/ },
    },
  },
];

export const jsonCases = (docs) =>
  shared(
    "json",
    {
      top: '{\n  ‸\n}',
      model: '{ "model": ‸ }',
      type: '{ "model": { "type": ‸ } }',
      field: '{ "model": { "type": "beta_vae", ‸ } }',
      other: '{ "model": { "type": "vae", ‸ } }',
      word: '{ "model": { "type": "vae", "encoder": { "activation": ‸ } } }',
      hoverField: '{ "model": { "type": "beta_vae", "beta‸_default": 4.0 } }',
      hoverTable: '{ "tr‸ain": { "epochs": 1 } }',
      hoverUnion: '{ "mo‸del": { "type": "vae" } }',
      hoverType: '{ "model": { "type": "beta‸_vae" } }',
      hoverWord: '{ "model": { "type": "vae", "encoder": { "activation": "ge‸lu" } } }',
      sound: `{
  "model": {
    "type": "vae",
    "encoder": { "input_shape": [8, 8, 1], "latent_dim": 2, "hidden_dims": [16] },
    "decoder": { "output_shape": [8, 8, 1], "latent_dim": 2, "hidden_dims": [16], "activation": "gelu" }
  },
  "data": { "type": "digits" },
  "train": { "epochs": 1, "optimizer": { "type": "adam" }, "schedule": { "type": "cosine", "min_ratio": 0.1 } }
}`,
      wrong: `{ "model": {
    "type": "beta_vae",
    "beta_default": -4.0,
    "kl_wieght": 1,
    "name": 3,
    "encoder": {
      "input_shape": [8, 8],
      "latent_dim": 0,
      "hidden_dims": [16],
      "activation": "rely"
    },

    "decoder": { "latent_dim": 2, "output_shape": [8, 8, 1] }
  },
  "data":
  {
    "type": "digit" },
  "train": {
    "optimizer": {},
    "epochs": 1 } }`,
      rules: `{ "model": {
    "type": "vae",
    "reconstruction_loss_type": "bce",
    "encoder": { "input_shape": [8, 8, 1], "latent_dim": 2, "hidden_dims": [16] },
    "decoder": { "output_shape": [8, 8, 1], "latent_dim": 2, "hidden_dims": [16],
      "output_activation": "tanh" }
  },
  "data": { "type": "idx", "images": "a", "held_out_images": "b",
    "held_out": 0.5 },
  "train": { "epochs": 1,
    "steps": 2,
    "optimizer": { "type": "sgd", "nesterov": true,
      "momentum": 0 } } }`,
      missing: `{ "model": {
    "type": "vae",
    "encoder": { "input_shape": [8, 8, 1], "latent_dim": 2, "hidden_dims": [16] },
    "decoder": { "output_shape": [8, 8, 1], "latent_dim": 2, "hidden_dims": [16] }
  },
  "data": { "type": "digits" },
  "train": {
    "optimizer": { "type": "sgd", "nesterov": true } } }`,
      sgd: '{ "train": { "optimizer": { "type": "sgd", ‸ } } }',
    },
    docs,
  );

export const yamlCases = (docs) =>
  shared(
    "yaml",
    {
      top: "‸\n",
      model: "model:\n  ‸\n",
      type: "model:\n  type: ‸\n",
      field: "model:\n  type: beta_vae\n  ‸\n",
      other: "model:\n  type: vae\n  ‸\n",
      word: "model:\n  type: vae\n  encoder:\n    activation: ‸\n",
      hoverField: "model:\n  type: beta_vae\n  beta‸_default: 4.0\n",
      hoverTable: "tr‸ain:\n  epochs: 1\n",
      hoverUnion: "mo‸del:\n  type: vae\n",
      hoverType: "model:\n  type: beta‸_vae\n",
      hoverWord: "model:\n  type: vae\n  encoder:\n    activation: ge‸lu\n",
      sound: `model:
  type: vae
  encoder: { input_shape: [8, 8, 1], latent_dim: 2, hidden_dims: [16] }
  decoder: { output_shape: [8, 8, 1], latent_dim: 2, hidden_dims: [16], activation: gelu }
data:
  type: digits
train:
  epochs: 1
  optimizer: { type: adam }
  schedule: { type: cosine, min_ratio: 0.1 }
`,
      wrong: `model:
  type: beta_vae
  beta_default: -4.0
  kl_wieght: 1
  name: 3
  encoder:
    input_shape: [8, 8]
    latent_dim: 0
    hidden_dims: [16]
    activation: rely
  #
  #
  decoder:
    latent_dim: 2
    output_shape: [8, 8, 1]
data:
  type: digit
train:
  optimizer: {}
  epochs: 1
`,
      rules: `model:
  type: vae
  reconstruction_loss_type: bce
  encoder: { input_shape: [8, 8, 1], latent_dim: 2, hidden_dims: [16] }
  decoder: { output_shape: [8, 8, 1], latent_dim: 2, hidden_dims: [16],
    output_activation: tanh }
data:
  { type: idx, images: a, held_out_images: b,
    held_out: 0.5 }
train: { epochs: 1,
    steps: 2,
    optimizer: { type: sgd, nesterov: true,
      momentum: 0 } }
`,
      missing: `model:
  type: vae
  encoder: { input_shape: [8, 8, 1], latent_dim: 2, hidden_dims: [16] }
  decoder: { output_shape: [8, 8, 1], latent_dim: 2, hidden_dims: [16] }
data:
  type: digits
train: {
    optimizer: { type: sgd, nesterov: true } }
`,
      sgd: "train:\n  optimizer:\n    type: sgd\n    ‸\n",
    },
    docs,
  );

export const tomlCases = (docs) => [
  {
    name: "the fields of a run",
    at: "‸\n",
    complete: {
      has: ["name", "seed", "model", "data", "train", "model.encoder"],
      documented: { seed: docs.root("seed") },
      inserts: { model: /encoder = .*latent_dim = .*hidden_dims = / },
    },
  },
  {
    // taplo offers the fields of all variants: it does not look at the tag.
    name: "the fields of a union",
    at: '[model]\ntype = "beta_vae"\n‸\n',
    complete: {
      has: ["encoder", "kl_weight", "beta_default"],
      lacks: ["type"],
      documented: { beta_default: docs.of("BetaVAEConfig", "beta_default") },
      inserts: { encoder: /input_shape = .*latent_dim = .*hidden_dims = / },
    },
  },
  {
    name: "the fields of a table that is written out",
    at: "[train]\n‸\n",
    complete: { has: ["epochs", "batch_size", "optimizer"], documented: { batch_size: docs.of("TrainConfig", "batch_size") } },
  },
  {
    name: "the types of a union, with what they are",
    at: '[model]\ntype = "‸"\n',
    complete: { only: words({ enum: docs.models }, "toml"), documented: { '"beta_vae"': docs.summary("BetaVAEConfig") } },
  },
  {
    name: "the words of an enum, with what they are",
    at: '[model]\ntype = "vae"\n[model.encoder]\nactivation = "‸"\n',
    complete: {
      only: words(docs.field("EncoderConfig", "activation"), "toml"),
      documented: { '"relu"': docs.field("EncoderConfig", "activation")["x-enum-descriptions"][0] },
    },
  },
  { name: "hover over a field", at: '[model]\ntype = "vae"\nbeta‸_default = 4.0\n', hover: docs.of("BetaVAEConfig", "beta_default") },
  { name: "hover over a table: the field", at: "[tr‸ain]\nepochs = 1\n", hover: docs.root("train") },
  { name: "hover over a table: the type", at: "[tr‸ain]\nepochs = 1\n", hover: docs.definition("TrainConfig") },
  { name: "hover over a union", at: '[mo‸del]\ntype = "vae"\n', hover: docs.root("model") },
  { name: "hover over a type", at: '[model]\ntype = "beta‸_vae"\n', hover: docs.summary("BetaVAEConfig") },
  { name: "hover over the key `type`: all that can stand there", at: '[model]\nty‸pe = "vae"\n', hover: docs.summary("BetaVAEConfig") },
  {
    name: "hover over a word",
    at: '[model]\ntype = "vae"\n[model.encoder]\nactivation = "ge‸lu"\n',
    hover: docs.field("EncoderConfig", "activation")["x-enum-descriptions"][1],
  },
  {
    name: "a sound run has no errors",
    at: `[model]
type = "vae"
encoder = { input_shape = [8, 8, 1], latent_dim = 2, hidden_dims = [16] }
decoder = { output_shape = [8, 8, 1], latent_dim = 2, hidden_dims = [16], activation = "gelu" }
[data]
type = "digits"
[train]
epochs = 1
optimizer = { type = "adam" }
schedule = { type = "cosine", min_ratio = 0.1 }
`,
    problems: [],
  },
  {
    // taplo 0.8 shows an unknown key at its table and names it in the message.
    name: "every mistake on its line, and nothing but mistakes",
    at: `[model]
type = "beta_vae"
beta_default = -4.0
kl_wieght = 1
name = 3
decoder = { latent_dim = 2, output_shape = [8, 8, 1], hidden_dims = [] }
encoder = { input_shape = [8, 8], latent_dim = 0, hidden_dims = [16], activation = "rely" }
[data]
type = "digit"
[train]
epochs = 1
optimizer = {}
`,
    problems: [
      [1, "'kl_wieght' was unexpected"],
      [3, "-4.0 is less than or equal to the minimum of 0"],
      [5, "3 is not of types"],
      [6, "[] has less than 1 item"],
      [7, "[8,8] has less than 3 items"],
      [7, "0 is less than the minimum of 1"],
      [7, '"rely" is not one of ["relu"'],
      [9, '"digit" is not one of ["digits"'],
      [12, '"type" is a required property'],
    ],
  },
  {
    name: "rules between fields, where the value stands that breaks them",
    at: `[model]
type = "vae"
reconstruction_loss_type = "bce"
encoder = { input_shape = [8, 8, 1], latent_dim = 2, hidden_dims = [16] }
[model.decoder]
output_shape = [8, 8, 1]
latent_dim = 2
hidden_dims = [16]
output_activation = "tanh"
[data]
type = "idx"
images = "a"
held_out_images = "b"
held_out = 0.5
[train]
epochs = 1
steps = 2
[train.optimizer]
type = "sgd"
nesterov = true
momentum = 0
`,
    problems: [
      [9, '"sigmoid" was expected'],
      [14, '0.5 is not of type "null"'],
      [17, '2 is not of type "null"'],
      [21, "0 is less than or equal to the minimum of 0"],
    ],
  },
  {
    name: "rules that ask for a field",
    at: `[model]
type = "vae"
encoder = { input_shape = [8, 8, 1], latent_dim = 2, hidden_dims = [16] }
decoder = { output_shape = [8, 8, 1], latent_dim = 2, hidden_dims = [16] }
[data]
type = "digits"
[train]
optimizer = { type = "sgd", nesterov = true }
`,
    problems: [
      [7, '"steps" is a required property'],
      [8, '"momentum" is a required property'],
    ],
  },
];
