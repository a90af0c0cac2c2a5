//! The commands about runs: `train`, `resume`; `sample` and `eval` have files of their own.

use super::args::{ResumeArgs, TrainArgs};
use super::cost::must_fit;
use super::error::{Failure, warnings};
use super::progress::{Progress, Timing};
use super::style::{DIM, GOOD, paint, thousands};
use crate::config::{Loaded, Loader, sweep};
use crate::data::{DataError, Dataset, Splits, Tokenizer};
use crate::device::ChosenDevice;
use crate::factory::{BuildContext, Factory, ModelFactory, ModelSpec};
use crate::models::losses::TOTAL;
use crate::models::{Baseline, DynModel};
use crate::rng::Rngs;
use crate::train::pictures::Pictures;
use crate::train::{
    CheckpointStore, Interrupt, MetricsFile, Outcome, RunConfig, RunDir, RunDirError, Summary, Trainer, write_report,
};
use std::path::Path;
use std::time::Instant;

/// The config of a run over a factory's models.
type Run<Z> = RunConfig<ModelSpec<Z>>;

/// Reads the config of a run, with values over those of the file.
pub(super) fn load_run<Z: Factory>(
    factory: &ModelFactory<Z>,
    file: &Path,
    set: &[String],
) -> Result<Loaded<Run<Z>>, Failure> {
    finish(factory.loader().file(file), set)
}

/// Reads the config of a run that is to be: the environment stands between the file and the values.
pub(super) fn load_new_run<Z: Factory>(
    factory: &ModelFactory<Z>,
    file: &Path,
    set: &[String],
) -> Result<Loaded<Run<Z>>, Failure> {
    finish(factory.loader().file(file).env(ENVIRONMENT), set)
}

/// What the names of variables start with that hold values of a config: `ARTIFEX__TRAIN__BATCH_SIZE=64`.
pub(super) const ENVIRONMENT: &str = "ARTIFEX";

fn finish<Z: Factory>(layers: Loader, set: &[String]) -> Result<Loaded<Run<Z>>, Failure> {
    let loaded: Loaded<Run<Z>> = set.iter().fold(layers, |layers, assignment| layers.set(assignment)).load()?;
    anstream::eprint!("{}", warnings(&loaded.warnings));
    Ok(loaded)
}

/// A run's config and model: nothing has been written yet, and the data not been read.
pub(super) struct Prepared<Z> {
    pub(super) loaded: Loaded<Run<Z>>,
    pub(super) device: ChosenDevice,
    pub(super) model: Box<dyn DynModel>,
    pub(super) rngs: Rngs,
}

impl<Z: Factory> Prepared<Z> {
    /// `learns`: whether gradients will be asked for. `restored`: whether the parameters will be those of a checkpoint.
    pub(super) fn new(
        factory: &ModelFactory<Z>,
        loaded: Loaded<Run<Z>>,
        learns: bool,
        restored: bool,
    ) -> Result<Self, Failure> {
        let run = &loaded.value;
        let device = crate::device::choose(&run.device).map_err(Failure::input)?;
        must_fit(factory, &loaded, &device, learns)?;
        let place = if learns { device.device.clone().autodiff() } else { device.device.clone() };
        let mut cx = BuildContext::new(place, run.seed);
        cx.reads_files = !restored;
        let model = factory.create(&run.model, &mut cx).map_err(Failure::input)?;
        Ok(Self { device, model, rngs: cx.rngs, loaded })
    }

    /// The run in a directory, with the parameters of its latest checkpoint, and with values over those of its config. Returns the
    /// checkpoint's step, too.
    pub(super) fn open(factory: &ModelFactory<Z>, path: &Path, set: &[String]) -> Result<(Self, RunDir, u64), Failure> {
        only(
            set,
            ["model", "device"],
            "a trained model is as its run made it; only `model.*` and `device` can change",
        )?;
        let run = RunDir::open(path).map_err(directory)?;
        let config = load_run(factory, &run.config(), &[])?;
        // The checkpoint is of the run's own config; what is set may still fit its parameters.
        let store = store(&config, &run);
        let loaded = if set.is_empty() { config } else { load_run(factory, &run.config(), set)? };
        let mut prepared = Self::new(factory, loaded, false, true)?;
        let latest = store.latest().map_err(Failure::input)?.ok_or_else(|| no_checkpoint(&run))?;
        let checkpoint = store.load(&latest, &prepared.model.shapes()).map_err(Failure::input)?;
        prepared.model.import(checkpoint.model).map_err(Failure::input)?;
        Ok((prepared, run, checkpoint.state.step))
    }

    /// The data of a run that is to be.
    pub(super) fn data(&self) -> Result<Splits, Failure> {
        self.data_with(None)
    }

    /// The data of a run that exists: a text has the tokens that the run has given it, whatever is in the file by now.
    pub(super) fn data_of(&self, run: &RunDir) -> Result<Splits, Failure> {
        self.data_with(self.tokenizer(run)?)
    }

    fn data_with(&self, tokenizer: Option<Tokenizer>) -> Result<Splits, Failure> {
        // Paths in the config are whole: the loader has joined them to the folder of their file.
        self.loaded.value.data.load_with(Path::new(""), tokenizer).map_err(Failure::input)
    }

    /// What the run's tokens are, if it is one of text.
    pub(super) fn tokenizer(&self, run: &RunDir) -> Result<Option<Tokenizer>, Failure> {
        self.loaded.value.data.read_tokenizer(&run.tokenizer()).map_err(|error| match error {
            DataError::Read { path, .. } => Failure::Input(format!(
                "{}: cannot be read, and without it nobody knows what the run's tokens are; put it back, or start the run anew \
                 with `artifex train`",
                path.display()
            )),
            error => Failure::input(error),
        })
    }

    pub(super) fn baseline(&self, data: &Splits) -> Result<Option<Baseline>, Failure> {
        let whole = |data: &dyn Dataset| data.whole(&self.device.device);
        self.model.baseline(whole(&*data.train), whole(&*data.held_out)).map_err(Failure::run)
    }
}

/// Keeps what the data's tokens are in a new run: the file that they come from may change or go.
pub(super) fn keep_tokenizer(data: &Splits, run: &RunDir) -> Result<(), Failure> {
    let Some(tokenizer) = data.train.tokenizer() else { return Ok(()) };
    let json = tokenizer.to_json().map_err(Failure::run)?;
    run.write(&run.tokenizer(), &json).map_err(directory)
}

pub(super) fn store<Z: Factory>(loaded: &Loaded<Run<Z>>, run: &RunDir) -> CheckpointStore {
    let Run { model, train, .. } = &loaded.value;
    // Only the model has to be the same for its parameters to fit: a run may go on with another length or learning rate.
    CheckpointStore::new(run.path(), &model.tag(), &loaded.fingerprint(model), train.keep_last)
}

fn no_checkpoint(run: &RunDir) -> Failure {
    Failure::Input(format!("{}: the run has no checkpoint; start it anew with `artifex train`", run.path().display()))
}

/// A problem with the run's directory: the input is wrong, or the disk does not take it.
pub(super) fn directory(error: RunDirError) -> Failure {
    match error {
        RunDirError::Write { .. } => Failure::run(error),
        _ => Failure::input(error),
    }
}

/// `artifex train FILE`
pub(super) fn train<Z: Factory>(factory: &ModelFactory<Z>, args: &TrainArgs) -> Result<(), Failure> {
    let started = Instant::now();
    let mut set = args.set.clone();
    set.extend(args.device.as_ref().map(|device| format!("device={device}")));
    let sweep = sweep::expand(&args.sweep)?;
    // A mistake in the last run of a sweep is found before the first one starts.
    let configs = sweep
        .iter()
        .map(|values| load_new_run(factory, &args.file, &[&set[..], values].concat()))
        .collect::<Result<Vec<_>, _>>()?;
    let interrupt = stop_on_ctrl_c()?;
    let stem = || args.file.file_stem().map_or_else(|| "run".into(), |stem| stem.to_string_lossy().into_owned());
    for (k, loaded) in configs.into_iter().enumerate() {
        let mut prepared = Prepared::new(factory, loaded, true, false)?;
        let data = prepared.data()?;
        let make = |loaded: &Loaded<Run<Z>>| {
            let mut name = loaded.value.name.clone().or_else(|| loaded.value.model.name()).unwrap_or_else(stem);
            if sweep.len() > 1 {
                name = format!("{name}-{}", sweep::name(&sweep, k));
            }
            let run = RunDir::create(&args.runs, &name).map_err(directory)?;
            let (format, text) = loaded.to_file();
            run.write_config(format, &text).map_err(directory)?;
            Ok(run)
        };
        learn(&mut prepared, &data, make, Start::New, started, &interrupt)?;
    }
    Ok(())
}

/// `artifex resume RUN`
pub(super) fn resume<Z: Factory>(factory: &ModelFactory<Z>, args: &ResumeArgs) -> Result<(), Failure> {
    let started = Instant::now();
    let why = "a run goes on with the model and the data that it has; only `train.*` and `device` can change";
    only(&args.set, ["train", "device"], why)?;
    let run = RunDir::open(&args.run).map_err(directory)?;
    let mut prepared = Prepared::new(factory, load_run(factory, &run.config(), &args.set)?, true, true)?;
    let data = prepared.data_of(&run)?;
    let changed = !args.set.is_empty();
    let again = |loaded: &Loaded<Run<Z>>| {
        if changed {
            let (format, text) = loaded.to_file();
            run.write_config(format, &text).map_err(directory)?;
        }
        Ok(run)
    };
    learn(&mut prepared, &data, again, Start::Latest, started, &stop_on_ctrl_c()?)
}

/// Refuses assignments to other fields than these.
fn only(set: &[String], fields: [&str; 2], why: &str) -> Result<(), Failure> {
    let key = |assignment: &str| assignment.split(['.', '=']).next().unwrap_or("").trim().to_owned();
    match set.iter().find(|assignment| !fields.contains(&key(assignment).as_str())) {
        Some(assignment) => Err(Failure::Input(format!("`{assignment}`: {why}"))),
        None => Ok(()),
    }
}

/// A model by its type, and by its name if it has one: `vae "my_vae"`.
fn describe<Z: Factory>(model: &ModelSpec<Z>) -> String {
    model.name().map_or_else(|| model.tag(), |name| format!("{} \"{name}\"", model.tag()))
}

/// Where a training starts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// With new parameters.
    New,
    /// At the latest checkpoint.
    Latest,
}

/// Trains to the end or to the interrupt, and leaves a report.
fn learn<Z: Factory>(
    prepared: &mut Prepared<Z>,
    data: &Splits,
    directory: impl FnOnce(&Loaded<Run<Z>>) -> Result<RunDir, Failure>,
    start: Start,
    started: Instant,
    interrupt: &Interrupt,
) -> Result<(), Failure> {
    let Prepared { loaded, device, model, rngs } = prepared;
    let config = &loaded.value;
    let size = thousands(model.num_params() as u64);
    let mut trainer =
        Trainer::new(&mut **model, data, &config.train, &device.device, rngs.clone()).map_err(Failure::input)?;
    // Everything that can be wrong with the input has been found: from here on there is a run.
    let run = directory(loaded)?;
    let store = store(loaded, &run);
    if start == Start::New {
        keep_tokenizer(data, &run)?;
    }
    if start == Start::Latest {
        let latest = store.latest().map_err(Failure::input)?.ok_or_else(|| no_checkpoint(&run))?;
        let checkpoint = store.load(&latest, &trainer.shapes()).map_err(Failure::input)?;
        trainer.resume(checkpoint).map_err(Failure::input)?;
        if trainer.step() >= trainer.total_steps() {
            // The length is given in one of the two; setting the other as well would be an error.
            let length = if config.train.epochs.is_some() { "epochs" } else { "steps" };
            anstream::eprintln!(
                "the run is complete: {} of {} steps; to go further: artifex resume {} train.{length}=N",
                trainer.step(),
                trainer.total_steps(),
                run.path().display()
            );
            return Ok(());
        }
    }
    let about = [
        ("run".to_owned(), run.path().display().to_string()),
        ("model".to_owned(), format!("{}, {size} parameters", describe(&config.model))),
        ("data".to_owned(), format!("{}; held out: {}", data.train.describe(), data.held_out.describe())),
        ("device".to_owned(), device.to_string()),
    ];
    print_rows(&about);

    let (progress, timing) = Progress::new(trainer.total_steps(), trainer.step(), started);
    let metrics = MetricsFile::open(&run.metrics(), trainer.step()).map_err(Failure::run)?;
    let pictures = Pictures {
        run: run.clone(),
        held_out: &*data.held_out,
        device: device.device.clone(),
        samples: config.train.samples,
        seed: config.seed,
    };
    let result = trainer
        .with_checkpoints(store)
        .with_interrupt(interrupt.clone())
        .with_callback(metrics)
        .with_callback(progress)
        .with_callback(pictures)
        .run();
    let summary = result.map_err(Failure::run)?;

    let baseline = prepared.baseline(data)?;
    let rows = outcome(&summary, baseline.as_ref(), &timing.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    let about = about.into_iter().chain(rows.iter().cloned());
    let title = run.path().file_name().map_or_else(|| "run".into(), |name| name.to_string_lossy().into_owned());
    write_report(&run, &title, about.collect()).map_err(Failure::run)?;
    if summary.outcome == Outcome::Interrupted {
        return Err(Failure::Interrupted(format!(
            "interrupted and saved at step {}; go on with: artifex resume {}",
            summary.steps,
            run.path().display()
        )));
    }
    print_rows(&rows);
    print_rows(&[("report".to_owned(), run.report().display().to_string())]);
    anstream::println!("{}", run.path().display());
    Ok(())
}

/// The first Ctrl-C asks the run to save and stop; the second one ends the program at once.
fn stop_on_ctrl_c() -> Result<Interrupt, Failure> {
    let interrupt = Interrupt::default();
    let handle = interrupt.clone();
    ctrlc::set_handler(move || {
        if handle.is_requested() {
            std::process::exit(130);
        }
        handle.request();
        anstream::eprintln!("saving; Ctrl-C again to stop at once");
    })
    .map_err(|error| Failure::Run(format!("Ctrl-C cannot be caught: {error}")))?;
    Ok(interrupt)
}

/// What came out of a training, as names and texts.
fn outcome(summary: &Summary, baseline: Option<&Baseline>, timing: &Timing) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut row = |name: &str, text: String| rows.push((name.to_owned(), text));
    let first = timing.first_step.map(|first| format!(", the first after {:.2} s", first.as_secs_f64()));
    let median = timing.median().map(|median| format!(", {:.2} ms each (median)", median * 1e3));
    row(
        "time",
        format!(
            "{:.1} s: {} steps{}{}",
            summary.seconds,
            thousands(summary.steps),
            median.unwrap_or_default(),
            first.unwrap_or_default()
        ),
    );
    if let Some((total, terms)) = summary.held_out.split_first() {
        let terms: Vec<_> =
            terms.iter().map(|(name, value)| format!("{} {}", name.replace('_', " "), figure(*value))).collect();
        let terms = if terms.is_empty() { String::new() } else { format!(" ({})", terms.join(", ")) };
        let what = if total.0 == TOTAL { "loss".to_owned() } else { total.0.replace('_', " ") };
        row(&what, format!("{:.4} on held-out data{terms}", total.1));
        if let Some(baseline) = baseline {
            row(BASELINE, compare(total.1, baseline));
        }
    }
    rows
}

/// A figure with four digits after the point, unless it is a number of things.
pub(super) fn figure(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() >= 1.0 { format!("{value}") } else { format!("{value:.4}") }
}

/// A loss beside its baseline: `26.8304 (independent pixels): beaten by 10.1 %`. Where one of them is not above 0, as the negative
/// logarithm of a density may be, their difference takes the place of the share.
pub(super) fn compare(loss: f64, baseline: &Baseline) -> String {
    let difference = (loss - baseline.value).abs();
    let by = if loss > 0.0 && baseline.value > 0.0 {
        format!("{:.1} %", 100.0 * difference / baseline.value)
    } else {
        format!("{difference:.4}")
    };
    let verdict = if loss < baseline.value { "beaten by" } else { "not beaten, missed by" };
    format!("{:.4} ({}): {verdict} {by}", baseline.value, baseline.name)
}

/// Names and texts below each other.
pub(super) fn print_rows(rows: &[(String, String)]) {
    for (name, text) in rows {
        let good = name == BASELINE && text.contains(": beaten");
        let text = if good { paint(GOOD, text) } else { text.clone() };
        anstream::eprintln!("{} {text}", paint(DIM, &format!("{name:<8}")));
    }
}

/// The name of the row with the baseline.
const BASELINE: &str = "baseline";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn losses_stand_beside_their_baseline() {
        let against = |loss, value| compare(loss, &Baseline { name: "independent pixels", value });
        assert_eq!(against(24.0, 30.0), "30.0000 (independent pixels): beaten by 20.0 %");
        assert_eq!(against(33.0, 30.0), "30.0000 (independent pixels): not beaten, missed by 10.0 %");
        assert_eq!(against(-5.5, 2.0), "2.0000 (independent pixels): beaten by 7.5000");
        assert_eq!(against(-1.0, -2.0), "-2.0000 (independent pixels): not beaten, missed by 1.0000");
    }
}
