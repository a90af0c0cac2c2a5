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
        "error: runs/text-1: `--prompt`: 'x', character 3 of the text, is not among the 5 characters of the data; use only \
         these: \\nabcd\n"
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
        "error: runs/tiny-1: `--prompt` is for models of text, and this one learnt from digits 8x8x1: 360 images\n"
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
