//! The arguments.

use crate::config::Profile;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Trains generative models from config files.
#[derive(Debug, Parser)]
#[command(name = "artifex", version, about, propagate_version = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the models: tag, family and what each is
    List,
    /// Write a commented config to start from
    New(NewArgs),
    /// Check configs and show every error in them
    Check(CheckArgs),
    /// Show what a config resolves to, where each value comes from, and how large the model is
    Explain(ExplainArgs),
    /// Write the JSON Schemas that editors check configs with
    Schema(SchemaArgs),
    /// Write the reference of all configs as Markdown
    Docs(DocsArgs),
    /// Show what differs between two configs, by meaning
    Diff(DiffArgs),
    /// Bring configs up to date: versions, and names that have changed; comments and layout stay
    Migrate(MigrateArgs),
    /// Train a model
    Train(TrainArgs),
    /// Sample a density with Markov chains
    Mcmc(McmcArgs),
    /// Go on with a run that was interrupted, bit for bit as if it had not been
    Resume(ResumeArgs),
    /// Draw samples from a trained model
    Sample(Box<SampleArgs>),
    /// Evaluate a trained model on the held-out data
    Eval(EvalArgs),
    /// Write a trained transformer as others read it: in the layout that Hugging Face has for GPT-2 or Llama
    Export(ExportArgs),
    /// Make a run of a GPT-2 or Llama that was trained elsewhere, from a folder in the layout of Hugging Face
    Import(ImportArgs),
    /// List the devices that this build can use
    Devices,
    /// Time the kernels of this build against the same from burn's operations
    Bench(BenchArgs),
    /// Write the completion script of a shell to standard output
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, ClapArgs)]
pub(super) struct NewArgs {
    /// The model, as `artifex list` shows it, or `mcmc` for a density to sample
    pub(super) tag: String,
    /// Where to write the config; standard output if it is left out
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CheckArgs {
    /// The configs: of a run, of a density to sample, or of a model alone
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// How to show the errors
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Text with the source line
    Human,
    /// A JSON list with an object for each error
    Json,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ExplainArgs {
    /// The config of a run
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Values over those of the file, such as `train.batch_size=64`
    #[arg(value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct SchemaArgs {
    /// The config: `run` for a whole run, `mcmc` for a density to sample, `zoo` for any model, or a model's tag
    #[arg(default_value = "run", conflicts_with = "out")]
    pub(super) name: String,
    /// For whom: `canonical` for validators, `vscode` for VS Code and the YAML language server, `taplo` for TOML editors
    #[arg(long)]
    pub(super) profile: Option<Profile>,
    /// Write all schemas into this directory instead of one to standard output; without a profile, those of all of them
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct DocsArgs {
    /// The directory to write to
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct DiffArgs {
    /// The config of a run, or a run's directory
    #[arg(value_name = "A")]
    pub(super) before: PathBuf,
    /// The config of a run, or a run's directory
    #[arg(value_name = "B")]
    pub(super) after: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct MigrateArgs {
    /// The configs: of a run, or of a model alone
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The version of tables that do not say one; without it they are taken to be of the newest
    #[arg(long, value_name = "VERSION")]
    pub(super) from: Option<u32>,
    /// Change nothing: show what would change, and fail if anything would
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct TrainArgs {
    /// The config of the run
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Values over those of the file, such as `train.batch_size=64`
    #[arg(value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
    /// Train once for each value, one run after the other: `train.batch_size=32,64`; several of these, for all combinations
    #[arg(long, value_name = "KEY=A,B,..")]
    pub(super) sweep: Vec<String>,
    /// Where to compute: `auto` or one of `artifex devices`; over the config's `device`
    #[arg(long)]
    pub(super) device: Option<String>,
    /// The directory that the run's own directory is made in
    #[arg(long, default_value = "runs", value_name = "DIR")]
    pub(super) runs: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct McmcArgs {
    /// The config: a posterior and how it is sampled
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Values over those of the file, such as `chains=256`
    #[arg(value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
    /// Where to compute: `auto` or one of `artifex devices`; over the config's `device`
    #[arg(long)]
    pub(super) device: Option<String>,
    /// The directory that the run's own directory is made in
    #[arg(long, default_value = "runs", value_name = "DIR")]
    pub(super) runs: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ResumeArgs {
    /// The run's directory
    #[arg(value_name = "RUN")]
    pub(super) run: PathBuf,
    /// Values over those of the run's config; only `train.*` and `device` can change
    #[arg(value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ExportArgs {
    /// The run's directory
    #[arg(value_name = "RUN")]
    pub(super) run: PathBuf,
    /// The folder to write config.json, model.safetensors and tokenizer.json to: a new one, or an empty one
    #[arg(short, long, value_name = "DIR")]
    pub(super) out: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ImportArgs {
    /// The folder with config.json, model.safetensors and tokenizer.json
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
    /// A text that the model is evaluated on, and learns from if the run is resumed
    #[arg(long, value_name = "FILE")]
    pub(super) data: PathBuf,
    /// The name of the run; that of the folder if it is left out
    #[arg(long)]
    pub(super) name: Option<String>,
    /// The directory that the run's directory is made in
    #[arg(long, value_name = "DIR", default_value = "runs")]
    pub(super) runs: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct SampleArgs {
    /// The run's directory
    #[arg(value_name = "RUN")]
    pub(super) run: PathBuf,
    /// Values over those of the run's config, such as model.sampler.steps=20; only `model.*` and `device` can change, and the
    /// parameters must still fit
    #[arg(value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
    /// How many samples; 64 if it is left out, 1 after a prompt
    #[arg(short, value_parser = clap::value_parser!(u32).range(1..=65_536))]
    pub(super) n: Option<u32>,
    /// The directory to write to; `samples` in the run's directory if it is left out
    #[arg(short, long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// The seed of the samples
    #[arg(long, default_value_t = 0)]
    pub(super) seed: u64,
    /// Scales the standard deviation of the latent: below 1 more typical, above 1 more varied
    #[arg(long, default_value_t = 1.0, allow_negative_numbers = true)]
    pub(super) temperature: f64,
    /// The class to draw from, counted from 0; if it is left out, a class-conditional model goes through its classes in turn
    #[arg(long)]
    pub(super) class: Option<usize>,
    /// Cuts the latent's standard normal distribution off at ± this: smaller values give more typical samples
    #[arg(long, value_name = "LIMIT", allow_negative_numbers = true)]
    pub(super) truncation: Option<f64>,
    /// Sample as a scheduler of Hugging Face diffusers does, from the JSON file that it writes
    #[arg(long, value_name = "FILE")]
    pub(super) scheduler: Option<PathBuf>,
    /// Steps of the scheduler; 50 if it is left out, and all for that of DDPM
    #[arg(long, requires = "scheduler", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) steps: Option<u32>,
    /// Start from this image, a PNG, instead of noise alone
    #[arg(long, value_name = "IMAGE")]
    pub(super) init: Option<PathBuf>,
    /// How far samples may go from the image, from 0 (not at all) to 1 (they start from noise); 0.8 if it is left out, and 1 with a
    /// mask
    #[arg(long, requires = "init", allow_negative_numbers = true)]
    pub(super) strength: Option<f64>,
    /// Fill in the white part of this PNG, and keep the image where it is black
    #[arg(long, value_name = "IMAGE", requires = "init")]
    pub(super) mask: Option<PathBuf>,
    /// How often each group of steps is taken, so that what is filled in comes to fit the rest
    #[arg(long, value_name = "TIMES", requires = "mask", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) resample: u32,
    /// Steps in such a group
    #[arg(long, value_name = "STEPS", requires = "mask", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) jump: u32,
    #[command(flatten)]
    pub(super) text: TextArgs,
}

/// How a model of text goes on.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Models of text")]
pub(super) struct TextArgs {
    /// A text to go on from, which is written to standard output as it comes; it may be empty
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["out", "class", "truncation", "scheduler", "init"])]
    pub(super) prompt: Option<String>,
    /// How many tokens are added to the prompt; 256 if it is left out
    #[arg(long, requires = "prompt", value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) tokens: Option<u32>,
    /// Draw only from so many of the most probable tokens
    #[arg(long, requires = "prompt", value_name = "K")]
    pub(super) top_k: Option<usize>,
    /// Draw only from the most probable tokens that together have this probability
    #[arg(long, requires = "prompt", value_name = "P", allow_negative_numbers = true)]
    pub(super) top_p: Option<f64>,
    /// Draw only tokens with at least this share of the largest probability
    #[arg(long, requires = "prompt", value_name = "P", allow_negative_numbers = true)]
    pub(super) min_p: Option<f64>,
    /// Above 1, tokens that occurred already become less probable
    #[arg(long, requires = "prompt", value_name = "FACTOR", allow_negative_numbers = true)]
    pub(super) repetition_penalty: Option<f64>,
    /// Instead of draws, the most probable text that is found when so many are kept after each token
    #[arg(long, requires = "prompt", value_name = "N")]
    pub(super) beams: Option<usize>,
    /// End before this text; several of these, before the first that comes
    #[arg(long, requires = "prompt", value_name = "TEXT")]
    pub(super) stop: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct EvalArgs {
    /// The run's directory
    #[arg(value_name = "RUN")]
    pub(super) run: PathBuf,
    /// Values over those of the run's config, as for `sample`
    #[arg(value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
    /// Draws of the latent for the importance-weighted bound (IWAE) of models that have one; 0 for no such bound
    #[arg(long, default_value_t = 64, value_name = "K", value_parser = clap::value_parser!(u32).range(0..=65_536))]
    pub(super) iwae: u32,
    /// How to show the figures
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
}

#[derive(Debug, ClapArgs)]
pub(super) struct BenchArgs {
    /// What to time; everything if it is left out
    #[arg(value_enum, value_name = "KERNELS")]
    pub(super) groups: Vec<BenchGroup>,
    /// Where to compute: `auto` or one of `artifex devices`
    #[arg(long, default_value = "auto")]
    pub(super) device: String,
    /// How long to time each kernel and each portable body
    #[arg(long, default_value_t = 0.5, value_parser = seconds)]
    pub(super) seconds: f64,
    /// How to show the figures
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
}

/// A time that a measurement can take.
fn seconds(text: &str) -> Result<f64, String> {
    let seconds: f64 = text.parse().map_err(|_| "expected a number of seconds".to_owned())?;
    if (0.0..=3600.0).contains(&seconds) { Ok(seconds) } else { Err("expected 0 to 3600 seconds".to_owned()) }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum BenchGroup {
    /// Scaled dot-product attention: forward, with gradients, and decoding
    Attention,
    /// Samplers' steps and the forward process of diffusion
    Diffusion,
    /// Transitions of Markov chains
    Mcmc,
    /// Random numbers
    Random,
    /// Activations, softmax and updates of parameters
    Elementwise,
    /// Convolutions and transposed ones, as the models use them
    Conv,
}

impl BenchGroup {
    /// All of them.
    pub(super) const ALL: [Self; 6] =
        [Self::Attention, Self::Diffusion, Self::Mcmc, Self::Random, Self::Elementwise, Self::Conv];
}
