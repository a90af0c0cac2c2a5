//! `artifex sample`.

use super::args::SampleArgs;
use super::error::Failure;
use super::runs::{Prepared, directory, load_run};
use super::text;
use crate::config::Value as _;
use crate::data::Dataset;
use crate::factory::{Factory, ModelFactory};
use crate::modality::image::read_image;
use crate::models::diffusion::SchedulerFile;
use crate::models::{Batch, Edit, EditError, Fill, ModelError, SampleOptions};
use crate::rng::Rngs;
use crate::train::RunDir;
use crate::train::pictures::{Meaning, PictureError, write_samples};
use burn::tensor::Device;
use std::path::{Path, PathBuf};

/// Samples that are drawn if their number is not given.
const SAMPLES: u32 = 64;

/// How far samples may go from the image that they start from, if nothing is said: where a part of it is kept, and else.
const STRENGTHS: [f64; 2] = [1.0, 0.8];

/// `artifex sample RUN [key=value]...`
pub(super) fn sample<Z: Factory>(factory: &ModelFactory<Z>, args: &SampleArgs) -> Result<(), Failure> {
    let options = SampleOptions::default().with_temperature(args.temperature).with_class(args.class);
    let options = options.with_truncation(args.truncation);
    options.check_ranges().map_err(Failure::input)?;
    let mut set = match &args.scheduler {
        Some(file) => scheduler(factory, args, file)?,
        None => Vec::new(),
    };
    // What is set by hand stands above the file.
    set.extend(args.set.iter().cloned());
    let (prepared, run, _) = Prepared::open(factory, &args.run, &set)?;
    let tokenizer = prepared.tokenizer(&run)?;
    if let Some(prompt) = &args.text.prompt {
        return text::go_on(&prepared, &run, tokenizer.as_ref(), prompt, args);
    }
    // The run keeps all that it needs of a text; of other data it takes the form.
    let splits = if tokenizer.is_none() { Some(prepared.data_of(&run)?) } else { None };
    let data = splits.as_ref().map(|splits| &*splits.held_out);
    let meaning = data.map_or(Meaning::Numbers, Meaning::of);
    let meaning = tokenizer.as_ref().map_or(meaning, Meaning::Text);
    let edit = args.init.as_ref().map(|init| edit(args, init, data, &prepared.device.device)).transpose()?;
    let folder = args.out.clone().unwrap_or_else(|| run.samples());
    let (model, mut rngs) = (&*prepared.model, Rngs::new(args.seed));
    let n = args.n.unwrap_or(SAMPLES) as usize;
    let path = write_samples(model, n, &options, edit.as_ref(), &mut rngs, meaning, &folder);
    let path = path.map_err(|error| {
        // What the model cannot draw was asked for in the arguments.
        match error {
            PictureError::Model(ModelError::Sample(error)) => {
                Failure::Input(format!("{}: {error}", run.path().display()))
            }
            error => Failure::run(error),
        }
    })?;
    anstream::println!("{}", path.display());
    Ok(())
}

/// The values of the run's config by which a scheduler of diffusers samples it.
fn scheduler<Z: Factory>(factory: &ModelFactory<Z>, args: &SampleArgs, file: &Path) -> Result<Vec<String>, Failure> {
    let said = |error: &dyn std::fmt::Display| Failure::Input(format!("{}: {error}", file.display()));
    let scheduler = SchedulerFile::read(file, args.steps.map(|steps| steps as usize)).map_err(|error| said(&error))?;
    let run = RunDir::open(&args.run).map_err(directory)?;
    let config = load_run(factory, &run.config(), &args.set)?;
    let settings = scheduler.settings(&config.value.model.encode()).map_err(|error| said(&error))?;
    Ok(settings.into_iter().map(|setting| format!("model.{setting}")).collect())
}

/// The images that samples start from, as large as those of the data.
fn edit(args: &SampleArgs, init: &Path, data: Option<&dyn Dataset>, device: &Device) -> Result<Edit, Failure> {
    let Some(Batch::Images(example)) = data.map(|data| data.batch(&[0], device)) else {
        return Err(Failure::input(EditError::Model));
    };
    let channels = example.images.dims()[3];
    let read = |path: &Path, channels| read_image(path, channels, device).map_err(Failure::input);
    let fill = |mask: &PathBuf| -> Result<Fill, Failure> {
        Ok(Fill { mask: read(mask, 1)?, resample: args.resample as usize, jump: args.jump as usize })
    };
    let fill = args.mask.as_ref().map(fill).transpose()?;
    let strength = args.strength.unwrap_or(STRENGTHS[usize::from(fill.is_none())]);
    Ok(Edit { init: read(init, channels)?, strength, fill })
}
