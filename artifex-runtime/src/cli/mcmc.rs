//! `artifex mcmc`: a density, sampled.

use super::args::McmcArgs;
use super::error::{Failure, warnings};
use super::runs::{ENVIRONMENT, directory, print_rows};
use super::style::{WARNING, paint, thousands};
use crate::config::{Loaded, Loader};
use crate::mcmc::report::sections;
use crate::mcmc::{Fit, McmcConfig, SampleError, SamplingConfig, Summary, sample};
use crate::report::{Report, Section};
use crate::train::RunDir;
use std::path::Path;

/// Reads a config that is to be sampled: the environment stands between the file and the values.
pub(super) fn load(file: &Path, set: &[String]) -> Result<Loaded<McmcConfig>, Failure> {
    let layers =
        set.iter().fold(Loader::new().file(file).env(ENVIRONMENT), |layers, assignment| layers.set(assignment));
    finish(layers)
}

/// Reads a config as its file has it.
pub(super) fn load_file(file: &Path) -> Result<Loaded<McmcConfig>, Failure> {
    finish(Loader::new().file(file))
}

fn finish(layers: Loader) -> Result<Loaded<McmcConfig>, Failure> {
    let loaded: Loaded<McmcConfig> = layers.load()?;
    anstream::eprint!("{}", warnings(&loaded.warnings));
    Ok(loaded)
}

/// `artifex mcmc FILE`
pub(super) fn mcmc(args: &McmcArgs) -> Result<(), Failure> {
    let mut set = args.set.clone();
    set.extend(args.device.as_ref().map(|device| format!("device={device}")));
    let loaded = load(&args.file, &set)?;
    let config = &loaded.value;
    let device = crate::device::choose(&config.device).map_err(Failure::input)?;
    // Paths in the config are whole: the loader has joined them to the folder of their file.
    let target = config.posterior.build(Path::new("")).map_err(Failure::input)?;
    let about = [
        ("density", format!("{}, {} coordinates", config.posterior.name(), thousands(target.coordinates() as u64))),
        ("sampler", describe(&config.sampling)),
        ("device", device.to_string()),
    ];
    let about = about.map(|(name, text)| (name.to_owned(), text));
    print_rows(&about);
    let fit = sample(&*target, &config.sampling, config.seed, &device.device).map_err(|error| match error {
        SampleError::Chains(error) => Failure::run(error),
        error => Failure::input(error),
    })?;
    let summary = fit.summary();
    let rows = outcome(&fit, &summary);
    print_rows(&rows);
    for text in fit.warnings(&summary) {
        anstream::eprintln!("{} {text}", paint(WARNING, "warning:"));
    }
    anstream::println!("{summary}");

    let stem = || args.file.file_stem().map_or_else(|| "mcmc".into(), |stem| stem.to_string_lossy().into_owned());
    let run = RunDir::create(&args.runs, &config.name.clone().unwrap_or_else(stem)).map_err(directory)?;
    let (format, text) = loaded.to_file();
    run.write_config(format, &text).map_err(directory)?;
    run.write(&run.path().join("draws.csv"), &fit.to_csv()).map_err(directory)?;
    let json = format!("{:#}\n", fit.to_json(&summary));
    run.write(&run.path().join("summary.json"), &json).map_err(directory)?;
    let title = run.path().file_name().map_or_else(|| "run".into(), |name| name.to_string_lossy().into_owned());
    let mut page = vec![Section::Summary(about.into_iter().chain(rows).collect())];
    page.extend(sections(&fit, &summary));
    page.push(Section::Text("Config".to_owned(), text));
    Report { title, sections: page }.write_html(&run.report()).map_err(Failure::run)?;
    print_rows(&[("report".to_owned(), run.report().display().to_string())]);
    anstream::println!("{}", run.path().display());
    Ok(())
}

fn describe(sampling: &SamplingConfig) -> String {
    format!(
        "{}, {} chains, {} steps of warm-up, {} draws of each",
        sampling.sampler.name(),
        thousands(sampling.chains as u64),
        thousands(sampling.warm_up as u64),
        thousands(sampling.draws as u64)
    )
}

/// What came out of a run, as names and texts.
fn outcome(fit: &Fit, summary: &Summary) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut row = |name: &str, text: String| rows.push((name.to_owned(), text));
    let (warm_up, sampling) = (fit.warm_up(), fit.sampling());
    row(
        "time",
        format!(
            "{:.1} s of warm-up, {:.1} s of draws, with {} gradients",
            warm_up.seconds,
            sampling.seconds,
            thousands(warm_up.gradients + sampling.gradients)
        ),
    );
    let least = summary.smallest_ess();
    row("ess", format!("{least:.0} at least, {:.0} a second", least / sampling.seconds));
    let accepted = fit.acceptance().iter().sum::<f64>() / fit.acceptance().iter().map(|_| 1.0).sum::<f64>();
    row("accepted", format!("{:.1} %, {} divergences", 100.0 * accepted, thousands(fit.divergences() as u64)));
    if let Some(all) = fit.e_bfmi() {
        row("e-bfmi", format!("{:.2} at least", all.iter().copied().fold(f64::INFINITY, f64::min)));
    }
    rows
}
