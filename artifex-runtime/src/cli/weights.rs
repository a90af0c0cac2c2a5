//! `artifex export` and `artifex import`: models in the layout of Hugging Face.

use super::args::{ExportArgs, ImportArgs};
use super::error::Failure;
use super::runs::{Prepared, directory, keep_tokenizer, print_rows, store};
use super::style::thousands;
use crate::config::front::Format;
use crate::config::{Loader, Value, toml_text};
use crate::data::{DataConfig, TextConfig, TokenizerKind};
use crate::factory::{Factory, ModelFactory, ModelSpec};
use crate::models::autoregressive::TransformerConfig;
use crate::train::exchange::{ExchangeError, TOKENIZER, read_folder, write_folder};
use crate::train::{RunConfig, RunDir, TrainConfig, Trainer};
use std::path::Path;

/// Tokens of an example of the data that a model is imported with, at most.
const LONGEST: usize = 256;

/// `artifex export RUN`
pub(super) fn export<Z: Factory>(factory: &ModelFactory<Z>, args: &ExportArgs) -> Result<(), Failure> {
    let (prepared, run, _) = Prepared::open(factory, &args.run, &[])?;
    let wrong = |error: String| Failure::Input(format!("{}: {error}", run.path().display()));
    let model = &prepared.loaded.value.model;
    let transformer = Loader::new().text("model.toml", &text(model)).load::<TransformerConfig>();
    let Ok(config) = transformer else {
        let tag = model.tag();
        return Err(wrong(format!("a `{tag}` has no layout elsewhere; give the run of a `transformer`")));
    };
    let tensors = prepared.model.export().map_err(Failure::run)?;
    let made = config.value.to_hugging_face(&tensors).map_err(|error| wrong(error.to_string()))?;
    let tokenizer = prepared.tokenizer(&run)?.map(|tokenizer| tokenizer.to_json()).transpose().map_err(Failure::run)?;
    write_folder(&made, tokenizer.as_deref(), &args.out).map_err(|error| match error {
        ExchangeError::Full(_) => Failure::input(error),
        error => Failure::run(error),
    })?;
    anstream::println!("{}", args.out.display());
    Ok(())
}

/// `artifex import FOLDER`
pub(super) fn import<Z: Factory>(factory: &ModelFactory<Z>, args: &ImportArgs) -> Result<(), Failure> {
    let wrong = |error: String| Failure::Input(format!("{}: {error}", args.folder.display()));
    let model = read_folder(&args.folder).map_err(Failure::input)?;
    let (config, tensors) = TransformerConfig::from_hugging_face(model).map_err(|error| wrong(error.to_string()))?;
    let data = data(&config, args)?;
    // Through the file that the run will have, so that everything is checked.
    let model = format!("type = \"transformer\"\n{}", toml_text::write(&config.encode(), &|_| None));
    let model = factory.loader().text("import.toml", &model).load::<ModelSpec<Z>>()?.value;
    let run = RunConfig {
        name: Some(args.name.clone().unwrap_or_else(|| stem(&args.folder))),
        data,
        train: TrainConfig { epochs: None, steps: Some(1000), samples: 8, ..TrainConfig::example() },
        ..RunConfig::example(model)
    };
    let text = text(&run);
    let loaded = factory.loader().text("import.toml", &text).load::<RunConfig<ModelSpec<Z>>>()?;
    let Prepared { loaded, device, mut model, rngs } = Prepared::new(factory, loaded, false, false)?;
    let splits = loaded.value.data.load(Path::new("")).map_err(Failure::input)?;
    model.import(tensors).map_err(Failure::input)?;
    let size = thousands(model.num_params() as u64);
    let config = &loaded.value;
    let trainer = Trainer::new(&mut *model, &splits, &config.train, &device.device, rngs).map_err(Failure::input)?;
    // Everything that can be wrong with the input has been found: from here on there is a run.
    let run = RunDir::create(&args.runs, config.name.as_deref().unwrap_or("imported")).map_err(directory)?;
    run.write_config(Format::Toml, &text).map_err(directory)?;
    keep_tokenizer(&splits, &run)?;
    trainer.with_checkpoints(store(&loaded, &run)).save().map_err(Failure::run)?;
    print_rows(&[("model".to_owned(), format!("{}, {size} parameters", config.model.tag()))]);
    anstream::println!("{}", run.path().display());
    Ok(())
}

/// The text that the model is judged by, or goes on to learn from, by its own tokenizer: bytes if it has none and knows 256 tokens.
fn data(config: &TransformerConfig, args: &ImportArgs) -> Result<DataConfig, Failure> {
    let whole =
        |path: &Path| std::path::absolute(path).map_err(|error| Failure::Input(format!("{}: {error}", path.display())));
    if !args.data.is_file() {
        let file = args.data.display();
        return Err(Failure::Input(format!("{file}: there is no such file; give a text as `--data`")));
    }
    let tokenizer = args.folder.join(TOKENIZER);
    let (kind, tokenizer_path) = match tokenizer.is_file() {
        true => (TokenizerKind::File, Some(whole(&tokenizer)?)),
        false if config.vocab_size == 256 => (TokenizerKind::Byte, None),
        false => {
            return Err(Failure::Input(format!(
                "{}: there is no such file, and the {} tokens of the model are not bytes; put the tokenizer of the model there",
                tokenizer.display(),
                thousands(config.vocab_size as u64)
            )));
        }
    };
    Ok(DataConfig::Text(TextConfig {
        path: whole(&args.data)?,
        tokenizer: kind,
        bpe_vocab_size: None,
        tokenizer_path,
        sequence_length: config.sequence_length.min(LONGEST),
        held_out: 0.1,
    }))
}

fn text(value: &impl Value) -> String {
    toml_text::write(&value.encode(), &|_| None)
}

/// A folder's name as that of a run.
fn stem(folder: &Path) -> String {
    let name = folder.file_name().map_or_else(|| "imported".into(), |name| name.to_string_lossy().into_owned());
    name.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' }).collect()
}
