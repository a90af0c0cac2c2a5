//! Models of text and of sound: trained, and asked to go on.

use super::*;

/// A run of a transformer over the characters of a text.
const TEXT_RUN: &str = r#"
name = "text"
[model]
type = "transformer"
vocab_size = 5
sequence_length = 8
num_layers = 1
[model.network]
embed_dim = 16
num_heads = 2
positional_encoding = "learned"
[data]
type = "text"
path = "text.txt"
sequence_length = 8
[train]
steps = 300
batch_size = 16
samples = 3
[train.optimizer]
type = "adam"
learning_rate = 1e-2
"#;

#[test]
fn text_is_learnt_and_goes_on() {
    let case = Case::new();
    case.write("text.toml", TEXT_RUN);
    case.write("text.txt", "abcd\n".repeat(60));
    let finished = case.run(&["train", "text.toml"]);
    assert_eq!(finished.code, 0, "{}", finished.err);
    assert!(finished.err.contains("bits per byte") && finished.err.contains("perplexity 1.0"), "{}", finished.err);
    assert!(finished.err.contains("(frequencies of tokens): beaten by"), "{}", finished.err);
    let samples = case.read("runs/text-1/samples/samples.txt");
    assert_eq!(samples.split("\n--------\n").count(), 3, "{samples}");
    assert!(case.read("runs/text-1/report.html").contains("<h2>Samples</h2>\n<pre><code>abcd\n"));
    let table = case.ok(&["eval", "runs/text-1"]);
    assert!(table.contains("perplexity") && table.contains("log-likelihood"), "{table}");

    let go_on = |more: &[&str]| case.ok(&[&["sample", "runs/text-1", "--temperature", "0", "--prompt"], more].concat());
    assert_eq!(go_on(&["ab", "--tokens", "12"]), "abcd\nabcd\nabcd\n");
    assert_eq!(go_on(&["", "--tokens", "3"]), "abc\n");
    assert_eq!(go_on(&["ab", "--stop", "\na", "-n", "2"]), "abcd\n--------\nabcd\n");
    assert_eq!(case.ok(&["sample", "runs/text-1", "--prompt", "c", "--tokens", "3", "--beams", "3"]), "cd\na\n");

    let wrong = |arguments: &[&str]| {
        let finished = case.run(arguments);
        assert_ne!(finished.code, 0);
        finished.err
    };
    assert_eq!(
        wrong(&["sample", "runs/text-1", "--prompt", "abx"]),
        "error: runs/text-1: `--prompt`: 'x', character 3 of the text, is not among the 5 characters that are known; use \
         only these: \\nabcd\n"
    );
    assert_eq!(
        wrong(&["sample", "runs/text-1", "--prompt", "a", "--top-p", "2"]),
        "error: runs/text-1: `top_p` is 2, but it must be above 0 and at most 1\n"
    );
    assert!(wrong(&["sample", "runs/text-1", "--top-k", "2"]).contains("--prompt"));
    // What would do nothing beside a prompt is refused.
    for other in ["--init", "--scheduler", "--out"] {
        let both = wrong(&["sample", "runs/text-1", "--prompt", "a", other, "x"]);
        assert!(both.contains(&format!("cannot be used with '{other} ")), "{both}");
    }
    let vocabulary = wrong(&["train", "text.toml", "model.vocab_size=4"]);
    assert!(vocabulary.contains("the data set has 5 different tokens, but the model knows 4"), "{vocabulary}");
    let longer = wrong(&["train", "text.toml", "data.sequence_length=9"]);
    assert!(longer.contains("sequences of 9 tokens, but the model sees 8 at once"), "{longer}");
    let images = wrong(&["train", "run.toml", "data.type=text", "data.path=text.txt", "data.sequence_length=4"]);
    assert!(images.contains("gives sequences of tokens, but the model learns from images"), "{images}");

    case.ok(&["train", "run.toml"]);
    assert_eq!(
        wrong(&["sample", "runs/tiny-1", "--prompt", "a"]),
        "error: runs/tiny-1: `--prompt` is for models of text, and the data of this one is of type \"digits\"\n"
    );

    // What the tokens are does not depend on what becomes of the file.
    case.write("text.txt", "dcb\n".repeat(60));
    assert!(case.ok(&["eval", "runs/text-1"]).contains("characters out of 5, 8 at a time"));
    case.write("text.txt", "abcde\n".repeat(60));
    let unknown =
        ": 'e', character 5 of the text, is not among the 5 characters that are known; use only these: \\nabcd\n";
    for arguments in [&["eval", "runs/text-1"][..], &["resume", "runs/text-1", "train.steps=400"]] {
        assert!(wrong(arguments).ends_with(&format!("text.txt{unknown}")), "{}", wrong(arguments));
    }
    fs::remove_file(case.path("text.txt")).unwrap();
    assert_eq!(go_on(&["ab", "--tokens", "12"]), "abcd\nabcd\nabcd\n");
    case.ok(&["sample", "runs/text-1", "-n", "2", "--out", "samples"]);
    assert!(case.read("samples/samples.txt").starts_with("abcd\n"));
    fs::remove_file(case.path("runs/text-1/tokenizer.json")).unwrap();
    assert_eq!(
        wrong(&["sample", "runs/text-1", "--prompt", "a"]),
        "error: runs/text-1/tokenizer.json: cannot be read, and without it nobody knows what the run's tokens are; put it back, or \
         start the run anew with `artifex train`\n"
    );
}

/// Byte-pair encoding is learnt; the model is written as others read it, and read as others write it.
#[test]
fn a_model_of_text_goes_out_and_comes_back() {
    let case = Case::new();
    let run = TEXT_RUN.replace("vocab_size = 5", "vocab_size = 260");
    let run = run.replace("[train]", "tokenizer = \"bpe\"\nbpe_vocab_size = 260\n[train]");
    case.write("text.toml", run);
    case.write("text.txt", "the thing and the think\n".repeat(40));
    let finished = case.run(&["train", "text.toml"]);
    assert!(finished.code == 0 && finished.err.contains(" tokens out of 260, 8 at a time"), "{}", finished.err);
    let go_on =
        |run: &str| case.ok(&["sample", run, "--temperature", "0", "--tokens", "9", "--prompt", "the thing and"]);
    assert_eq!(go_on("runs/text-1"), "the thing and the think\nthe thing\n");

    case.ok(&["export", "runs/text-1", "--out", "out"]);
    assert_eq!(files(&case.path("out")), ["config.json", "model.safetensors", "tokenizer.json"]);
    assert!(case.read("out/config.json").contains("\"model_type\": \"gpt2\""));
    let imported = case.ok(&["import", "out", "--data", "text.txt", "--name", "again"]);
    assert_eq!(imported, "runs/again-1\n");
    assert_eq!(go_on("runs/again-1"), go_on("runs/text-1"));
    let eval = |run: &str| {
        let table = case.ok(&["eval", run]);
        table.lines().find(|line| line.starts_with("total")).unwrap_or("").to_owned()
    };
    assert_eq!(eval("runs/again-1"), eval("runs/text-1"));
    case.ok(&["resume", "runs/again-1", "train.steps=2", "train.samples=0"]);

    let wrong = |arguments: &[&str]| {
        let finished = case.run(arguments);
        assert_eq!(finished.code, 1, "{}", finished.err);
        finished.err
    };
    assert_eq!(
        wrong(&["export", "runs/text-1", "--out", "out"]),
        "error: out: the folder is not empty; give another one\n"
    );
    assert_eq!(
        wrong(&["import", "out", "--data", "none.txt"]),
        "error: none.txt: there is no such file; give a text as `--data`\n"
    );
    let import = |folder: &str| wrong(&["import", folder, "--data", "text.txt"]);
    // A tokenizer of another model, whose numbers this one does not know: no run is left.
    let own = case.read("out/tokenizer.json");
    case.write("out/tokenizer.json", own.replace("\"Ġth\":", "\"Ġth\":1"));
    assert!(import("out").contains(" different tokens, but the model knows 260"), "{}", import("out"));
    assert_eq!(files(&case.path("runs")), ["again-1", "text-1"]);
    case.write("out/tokenizer.json", "{}");
    assert!(import("out").contains("out/tokenizer.json: this is no tokenizer that can be read: "), "{}", import("out"));
    fs::remove_file(case.path("out/tokenizer.json")).unwrap();
    assert_eq!(
        import("out"),
        "error: out/tokenizer.json: there is no such file, and the 260 tokens of the model are not bytes; put the tokenizer of \
         the model there\n"
    );
    case.write("out/config.json", "{\"model_type\": \"bert\"}");
    assert_eq!(
        import("out"),
        "error: out: config.json: `model_type` is \"bert\", but what can be read is \"gpt2\" and \"llama\"\n"
    );
    assert!(import("none").starts_with("error: none: there is no config.json and model.safetensors in the folder; "));
    case.ok(&["train", "run.toml"]);
    assert_eq!(
        wrong(&["export", "runs/tiny-1", "--out", "other"]),
        "error: runs/tiny-1: a `vae` has no layout elsewhere; give the run of a `transformer`\n"
    );
}

/// A model of characters in the layout of Llama, which comes back in two files of half precision, from a folder with what others have
/// beside it.
#[test]
fn a_llama_of_characters_comes_back() {
    let case = Case::new();
    let network =
        "positional_encoding = \"rotary\"\nnorm = \"rms\"\nactivation = \"silu\"\ngated_mlp = true\nuse_bias = false";
    case.write("text.toml", TEXT_RUN.replace("positional_encoding = \"learned\"", network));
    case.write("text.txt", "abcd\n".repeat(60));
    case.ok(&["train", "text.toml"]);
    case.ok(&["export", "runs/text-1", "--out", "out"]);
    assert!(case.read("out/config.json").contains("\"model_type\": \"llama\""));

    let bytes = fs::read(case.path("out/model.safetensors")).unwrap();
    let tensors = safetensors::SafeTensors::deserialize(&bytes).unwrap();
    let halved: Vec<(String, Vec<usize>, Vec<u8>)> = tensors
        .iter()
        .map(|(name, view)| {
            // Two bytes of four: bfloat16, rounded towards 0.
            let half = view.data().chunks_exact(4).flat_map(|bytes| [bytes[2], bytes[3]]).collect();
            (name.to_owned(), view.shape().to_vec(), half)
        })
        .collect();
    let (front, back) = halved.split_at(halved.len() / 2);
    let mut index = serde_json::json!({"metadata": {}, "weight_map": {}});
    for (file, part) in [("model-00001-of-00002.safetensors", front), ("model-00002-of-00002.safetensors", back)] {
        let view = |shape: &Vec<usize>, half| {
            safetensors::tensor::TensorView::new(safetensors::Dtype::BF16, shape.clone(), half).unwrap()
        };
        let views = part.iter().map(|(name, shape, half)| (name.clone(), view(shape, half)));
        case.write(&format!("out/{file}"), safetensors::serialize(views, None).unwrap());
        for (name, _, _) in part {
            index["weight_map"][name] = file.into();
        }
    }
    fs::remove_file(case.path("out/model.safetensors")).unwrap();
    case.write("out/model.safetensors.index.json", index.to_string());

    assert_eq!(case.ok(&["import", "out", "--data", "text.txt"]), "runs/out-1\n");
    let go_on = |run: &str| case.ok(&["sample", run, "--temperature", "0", "--tokens", "12", "--prompt", "ab"]);
    assert_eq!(go_on("runs/out-1"), "abcd\nabcd\nabcd\n");
    assert_eq!(go_on("runs/out-1"), go_on("runs/text-1"));
    let finished = case.run(&["sample", "runs/out-1", "--prompt", "abx"]);
    assert!(
        finished.code == 1 && finished.err.contains("`--prompt`: the text cannot be turned into tokens: "),
        "{}",
        finished.err
    );
}

#[test]
fn sound_is_learnt_and_written() {
    let case = Case::new();
    fs::create_dir(case.path("sounds")).unwrap();
    for name in ["a", "b", "c"] {
        let spec = hound::WavSpec {
            channels: 1,
            sample_rate: 8000,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        };
        let mut writer = hound::WavWriter::create(case.path("sounds").join(format!("{name}.wav")), spec).unwrap();
        (0..400_usize).for_each(|at| writer.write_sample([0_i16, 9000, 0, -9000][at % 4]).unwrap());
        writer.finalize().unwrap();
    }
    case.write(
        "sound.toml",
        r#"
        name = "sound"
        [model]
        type = "wavenet"
        vocab_size = 256
        sequence_length = 300
        residual_channels = 8
        skip_channels = 8
        num_blocks = 1
        layers_per_block = 2
        [data]
        type = "audio"
        path = "sounds"
        sequence_length = 32
        [train]
        steps = 60
        batch_size = 4
        samples = 2
        [train.optimizer]
        type = "adam"
        learning_rate = 2e-2
        "#,
    );
    let finished = case.run(&["train", "sound.toml"]);
    assert!(finished.code == 0 && finished.err.contains(" recordings at 8,000 Hz in 256 levels"), "{}", finished.err);
    assert!(finished.err.contains("(frequencies of tokens): beaten by"), "{}", finished.err);
    assert_eq!(files(&case.path("runs/sound-1/samples")), ["sample-1.wav", "sample-2.wav", "samples.png"]);
    assert!(case.read("runs/sound-1/report.html").contains("data:image/png"));
    let mut reader = hound::WavReader::open(case.path("runs/sound-1/samples/sample-1.wav")).unwrap();
    assert_eq!((reader.spec().sample_rate, reader.samples::<i16>().count()), (8000, 300));
}

#[test]
fn a_starter_of_a_model_of_text_reads_a_file() {
    let case = Case::new();
    case.ok(&["new", "transformer", "-o", "transformer.toml"]);
    case.write("text.txt", "To be, or not to be. ".repeat(40));
    case.ok(&["train", "transformer.toml", "train.steps=1", "train.batch_size=2"]);
}
