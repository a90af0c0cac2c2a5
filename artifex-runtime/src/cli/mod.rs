//! The `artifex` command, over any zoo: `fn main() -> artifex::cli::ExitCode { artifex::cli::main::<Zoo>() }`.
//!
//! Exit codes: 0 fine, 1 the input is wrong, 2 usage, 3 the run failed, 130 interrupted. Data goes to standard output,
//! everything else to standard error; colours follow the terminal and `NO_COLOR`.

mod args;
mod bench;
mod configs;
mod cost;
mod digits;
mod error;
mod eval;
mod mcmc;
mod migrate;
mod points;
mod progress;
mod runs;
mod sample;
mod starter;
mod style;
mod text;
mod weights;

pub use std::process::ExitCode;

use crate::factory::{Factory, ModelFactory, ModelTypeRegistry, RegistryError};
use args::{Args, Command};
use clap::{CommandFactory as _, Parser as _};
use error::Failure;

/// Runs the command line over a zoo.
#[must_use]
pub fn main<Z: Factory>() -> ExitCode {
    App::<Z>::default().run()
}

/// The command line over a zoo and what is registered beside it.
#[derive(Clone, Debug)]
pub struct App<Z> {
    factory: ModelFactory<Z>,
}

impl<Z: Factory> Default for App<Z> {
    fn default() -> Self {
        Self { factory: ModelFactory::default() }
    }
}

impl<Z: Factory> App<Z> {
    /// Adds types that are registered at run time: every command knows them.
    ///
    /// # Errors
    /// [`RegistryError::Taken`] if one of them has a tag of the zoo.
    pub fn with_registry(registry: ModelTypeRegistry) -> Result<Self, RegistryError> {
        Ok(Self { factory: ModelFactory::new(registry)? })
    }

    /// Runs the command that the program's arguments name.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        let args = match Args::try_parse() {
            Ok(args) => args,
            Err(error) => {
                // clap's own text; `--help` and `--version` are no errors.
                let code = if error.use_stderr() { 2 } else { 0 };
                let _ = error.print();
                return ExitCode::from(code);
            }
        };
        match self.dispatch(args.command) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => {
                failure.print();
                failure.exit_code()
            }
        }
    }

    fn dispatch(&self, command: Command) -> Result<(), Failure> {
        match command {
            Command::List => {
                configs::list(&self.factory);
                Ok(())
            }
            Command::Devices => {
                configs::devices();
                Ok(())
            }
            Command::Completions { shell } => {
                let mut command = Args::command();
                // The command of another zoo has another name.
                let program = std::env::args_os().next().map(std::path::PathBuf::from);
                let name = program.as_deref().and_then(|path| path.file_stem()).and_then(|stem| stem.to_str());
                clap_complete::generate(shell, &mut command, name.unwrap_or("artifex"), &mut std::io::stdout());
                Ok(())
            }
            Command::Bench(args) => bench::bench(&args),
            Command::New(args) => configs::new(&self.factory, &args),
            Command::Check(args) => configs::check(&self.factory, &args),
            Command::Explain(args) => configs::explain(&self.factory, &args),
            Command::Schema(args) => configs::schema(&self.factory, &args),
            Command::Docs(args) => configs::docs(&self.factory, &args),
            Command::Diff(args) => configs::diff(&self.factory, &args),
            Command::Migrate(args) => migrate::migrate(&self.factory, &args),
            Command::Train(args) => runs::train(&self.factory, &args),
            Command::Mcmc(args) => mcmc::mcmc(&args),
            Command::Resume(args) => runs::resume(&self.factory, &args),
            Command::Sample(args) => sample::sample(&self.factory, &args),
            Command::Export(args) => weights::export(&self.factory, &args),
            Command::Import(args) => weights::import(&self.factory, &args),
            Command::Eval(args) => eval::eval(&self.factory, &args),
        }
    }
}
