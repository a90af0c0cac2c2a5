//! The commands about configs: `list`, `new`, `check`, `explain`, `schema`, `devices`.

use super::args::{CheckArgs, DiffArgs, DocsArgs, ExplainArgs, Format, NewArgs, SchemaArgs};
use super::error::{Failure, diagnostics, warnings};
use super::style::{DIM, GOOD, STRONG, paint, table, thousands};
use super::{cost, mcmc, runs, starter};
use crate::config::diff::diff as config_diff;
use crate::config::text::{distance, near};
use crate::config::tree::{Tree, TreeValue};
use crate::config::{ConfigError, Diagnostic, Loaded, Profile, Schema, Value, toml_text};
use crate::data::DataConfig;
use crate::factory::{BuildContext, Factory, ModelFactory, ModelSpec};
use crate::mcmc::McmcConfig;
use crate::train::run_dir::config_of;
use crate::train::{RunConfig, TrainConfig, references, schemas};
use std::path::Path;

/// `artifex list`
pub(super) fn list<Z: Factory>(factory: &ModelFactory<Z>) {
    let rows: Vec<_> = factory
        .entries()
        .map(|entry| vec![entry.tag().to_owned(), entry.family.name().to_owned(), entry.schema.summary()])
        .collect();
    anstream::print!("{}", table(&rows));
}

/// `artifex new TAG`
pub(super) fn new<Z: Factory>(factory: &ModelFactory<Z>, args: &NewArgs) -> Result<(), Failure> {
    if args.tag == MCMC {
        let body = starter::write(&<McmcConfig as Value>::KIND, &McmcConfig::example().encode(), &[]);
        return write_starter(args, MCMC, "mcmc", &body);
    }
    let Some(model) = factory.example(&args.tag) else {
        return Err(unknown_tag(factory, &args.tag));
    };
    let run = example(factory, model)?;
    let registered = registered(factory);
    let body = starter::write(&<RunConfig<ModelSpec<Z>> as Value>::KIND, &run.encode(), &registered);
    write_starter(args, "run", "train", &body)
}

/// The tag of `artifex new` and the name of the schema for a density to sample.
const MCMC: &str = "mcmc";

/// Writes a starter file of a schema, for a command.
fn write_starter(args: &NewArgs, schema: &str, command: &str, body: &str) -> Result<(), Failure> {
    let does = if command == MCMC { "Sample" } else { "Train" };
    let text = format!(
        "#:schema ../schemas/taplo/{schema}.json\n# {does} with: artifex {command} FILE. A field that is commented out has its \
         default.\n{body}"
    );
    match &args.output {
        None => anstream::print!("{text}"),
        Some(path) => {
            let mut file = std::fs::File::create_new(path).map_err(|error| {
                Failure::Input(match error.kind() {
                    std::io::ErrorKind::AlreadyExists => {
                        format!("{}: the file exists; remove it or choose another name", path.display())
                    }
                    _ => format!("{}: cannot be written: {error}", path.display()),
                })
            })?;
            std::io::Write::write_all(&mut file, text.as_bytes())
                .map_err(|error| Failure::Input(format!("{}: cannot be written: {error}", path.display())))?;
            anstream::eprintln!("wrote {}", path.display());
        }
    }
    Ok(())
}

/// A run of a model on data that it learns from.
fn example<Z: Factory>(factory: &ModelFactory<Z>, spec: ModelSpec<Z>) -> Result<RunConfig<ModelSpec<Z>>, Failure> {
    let device = crate::device::choose("auto").map_err(Failure::run)?.device;
    // The model is built to see what it brings along and takes.
    let model =
        factory.create(&spec, &mut BuildContext::new(device.clone(), 0).without_files()).map_err(Failure::run)?;
    let mut run = RunConfig::example(spec);
    if !model.optimizers().is_empty() {
        run.train.optimizer = None;
    }
    if let Some(sequence_length) = model.sequence_length() {
        run.data = DataConfig::text_example(sequence_length);
        run.train = TrainConfig { epochs: None, steps: Some(2000), samples: 8, ..run.train };
        return Ok(run);
    }
    let splits = run.data.load(Path::new("")).map_err(Failure::run)?;
    if model.accepts(splits.train.batch(&[0], &device)).is_err() {
        run.data = DataConfig::points();
    }
    Ok(run)
}

fn unknown_tag<Z: Factory>(factory: &ModelFactory<Z>, tag: &str) -> Failure {
    let tags: Vec<_> = factory.entries().map(|entry| entry.tag()).collect();
    let nearest =
        tags.iter().filter_map(|name| Some((distance(tag, name)?, name))).filter(|(d, name)| near(tag, name, *d)).min();
    Failure::Input(match nearest {
        Some((_, name)) => format!("there is no model \"{tag}\"; did you mean \"{name}\"?"),
        None => format!("there is no model \"{tag}\"; there are {}", tags.join(", ")),
    })
}

pub(super) fn registered<Z: Factory>(factory: &ModelFactory<Z>) -> Vec<&'static Schema> {
    factory.registry().list_builders().iter().map(crate::factory::ModelBuilder::schema).collect()
}

/// `artifex check FILE...`
pub(super) fn check<Z: Factory>(factory: &ModelFactory<Z>, args: &CheckArgs) -> Result<(), Failure> {
    let mut failed = false;
    let mut list = Vec::new();
    for path in &args.files {
        let result = check_file(factory, path);
        failed |= result.is_err();
        match (result, args.format) {
            (Ok((what, found)), Format::Human) => {
                anstream::eprint!("{}", warnings(&found));
                anstream::println!("{}: {} ({what})", path.display(), paint(GOOD, "ok"));
            }
            (Err(error), Format::Human) => anstream::eprint!("{}", diagnostics(&error)),
            (Ok((_, found)), Format::Json) => list.extend(found.iter().map(|found| json(path, found))),
            (Err(error), Format::Json) => list.extend(error.diagnostics.iter().map(|found| json(path, found))),
        }
    }
    if args.format == Format::Json {
        anstream::println!("{:#}", serde_json::Value::Array(list));
    }
    if failed { Err(Failure::Said) } else { Ok(()) }
}

fn json(path: &Path, diagnostic: &Diagnostic) -> serde_json::Value {
    let place = diagnostic.place.as_ref();
    serde_json::json!({
        "file": path.display().to_string(),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "width": place.map(|place| place.width),
        "severity": diagnostic.severity.as_str(),
        "code": diagnostic.code.as_str(),
        "message": diagnostic.message,
    })
}

/// Whether a file is the config of a density to sample.
pub(super) fn is_mcmc(tree: &Tree) -> bool {
    tree.get("posterior").is_some() && tree.get("model").is_none()
}

/// Whether a file is the config of a model alone, not of a run.
pub(super) fn is_model(tree: &Tree) -> bool {
    tree.get("type").is_some() && tree.get("model").is_none()
}

/// Checks a file as what it is. Says which, with the warnings.
pub(super) fn check_file<Z: Factory>(
    factory: &ModelFactory<Z>,
    path: &Path,
) -> Result<(String, Vec<Diagnostic>), ConfigError> {
    let layers = factory.loader().file(path);
    if is_model(&layers.untyped()) {
        let model = layers.load::<ModelSpec<Z>>()?;
        return Ok((format!("model {}", model.value.tag()), model.warnings));
    }
    if is_mcmc(&layers.untyped()) {
        let mcmc = layers.load::<McmcConfig>()?;
        return Ok((format!("posterior {}", mcmc.value.posterior.name()), mcmc.warnings));
    }
    let run = layers.load::<RunConfig<ModelSpec<Z>>>()?;
    Ok((format!("run of {}", run.value.model.tag()), run.warnings))
}

/// `artifex explain FILE`
pub(super) fn explain<Z: Factory>(factory: &ModelFactory<Z>, args: &ExplainArgs) -> Result<(), Failure> {
    if is_mcmc(&factory.loader().file(&args.file).untyped()) {
        let loaded = mcmc::load(&args.file, &args.set)?;
        show_values(&loaded);
        let print = loaded.fingerprint(&loaded.value.posterior);
        anstream::println!("\n{} {print} {}", paint(STRONG, "Fingerprint"), paint(DIM, "of the posterior"));
        return Ok(());
    }
    let loaded = runs::load_new_run(factory, &args.file, &args.set)?;
    show_values(&loaded);

    let print = loaded.fingerprint(&loaded.value.model);
    anstream::println!("\n{} {print} {}", paint(STRONG, "Fingerprint"), paint(DIM, "of the model, as in checkpoints"));
    if let Some(costing) = cost::costing(factory, &loaded) {
        cost::show(&costing, &loaded.value);
        return Ok(());
    }
    // What the config does not say, the model itself does.
    let chosen = crate::device::choose(&loaded.value.device).map_err(Failure::input)?;
    let mut cx = BuildContext::new(chosen.device, loaded.value.seed).without_files();
    let model = factory.create(&loaded.value.model, &mut cx).map_err(Failure::input)?;
    let total = model.num_params();
    let mut rows: Vec<_> =
        model.components().iter().map(|part| vec![part.label.clone(), thousands(part.params as u64)]).collect();
    rows.push(vec!["total".to_owned(), thousands(total as u64)]);
    anstream::println!("\n{}", paint(STRONG, "Parameters"));
    anstream::print!("{}", table(&rows));
    Ok(())
}

/// Every value with where it comes from.
fn show_values<T: Value>(loaded: &Loaded<T>) {
    let mut rows = Vec::new();
    leaves(&loaded.redacted(), &mut Vec::new(), &mut |path, value| {
        rows.push(vec![path.to_owned(), toml_text::inline(value), paint(DIM, &loaded.origin(value))]);
    });
    anstream::println!("{}", paint(STRONG, "Values"));
    anstream::print!("{}", table(&rows));
}

fn leaves<'a>(tree: &'a Tree, path: &mut Vec<&'a str>, visit: &mut dyn FnMut(&str, &'a Tree)) {
    let TreeValue::Table(entries) = &tree.value else {
        return visit(&path.join("."), tree);
    };
    for entry in entries {
        path.push(&entry.key);
        leaves(&entry.value, path, visit);
        path.pop();
    }
}

/// `artifex schema`
pub(super) fn schema<Z: Factory>(factory: &ModelFactory<Z>, args: &SchemaArgs) -> Result<(), Failure> {
    let Some(directory) = &args.out else {
        let schemas = schemas(factory, args.profile.unwrap_or_default());
        let schema = schemas.into_iter().find(|(name, _)| *name == args.name);
        let Some((_, text)) = schema else { return Err(unknown_tag(factory, &args.name)) };
        anstream::print!("{text}");
        return Ok(());
    };
    let files = |profile| {
        schemas(factory, profile).into_iter().map(|(name, text)| (format!("{name}.json"), text)).collect::<Vec<_>>()
    };
    match args.profile {
        Some(profile) => write_files(directory, &files(profile)),
        None => Profile::ALL.into_iter().try_for_each(|profile| match profile {
            Profile::Canonical => write_files(directory, &files(profile)),
            _ => write_files(&directory.join(profile.name()), &files(profile)),
        }),
    }
}

/// `artifex docs`
pub(super) fn docs<Z: Factory>(factory: &ModelFactory<Z>, args: &DocsArgs) -> Result<(), Failure> {
    write_files(&args.out, &references(factory))
}

fn write_files(directory: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    std::fs::create_dir_all(directory)
        .map_err(|error| Failure::Input(format!("{}: cannot be made: {error}", directory.display())))?;
    for (name, text) in files {
        let path = directory.join(name);
        std::fs::write(&path, text)
            .map_err(|error| Failure::Input(format!("{}: cannot be written: {error}", path.display())))?;
        anstream::eprintln!("wrote {}", path.display());
    }
    Ok(())
}

/// `artifex diff A B`
pub(super) fn diff<Z: Factory>(factory: &ModelFactory<Z>, args: &DiffArgs) -> Result<(), Failure> {
    let resolved = |path: &Path| {
        let file = if path.is_dir() { config_of(path) } else { path.to_owned() };
        if is_mcmc(&factory.loader().file(&file).untyped()) {
            return mcmc::load_file(&file).map(|loaded| loaded.resolved);
        }
        runs::load_run(factory, &file, &[]).map(|loaded| loaded.resolved)
    };
    for change in config_diff(&resolved(&args.before)?, &resolved(&args.after)?) {
        anstream::println!("{change}");
    }
    Ok(())
}

/// `artifex devices`
pub(super) fn devices() {
    for device in crate::device::list() {
        anstream::println!("{device}");
    }
}
