//! `artifex migrate`: files brought up to date in place.

use super::args::MigrateArgs;
use super::configs::{check_file, is_mcmc, is_model};
use super::error::{Failure, diagnostics, warnings};
use super::style::{GOOD, paint};
use crate::config::Value;
use crate::config::load::reader;
use crate::config::migrate::{File, Migrated, update};
use crate::factory::{Factory, ModelFactory, ModelSpec};
use crate::mcmc::McmcConfig;
use crate::train::RunConfig;
use std::path::Path;

/// `artifex migrate FILE...`
pub(super) fn migrate<Z: Factory>(factory: &ModelFactory<Z>, args: &MigrateArgs) -> Result<(), Failure> {
    let mut failed = false;
    for path in &args.files {
        match migrate_file(factory, path, args) {
            Ok(sound) => failed |= !sound,
            Err(Failure::Said) => failed = true,
            Err(failure) => {
                failure.print();
                failed = true;
            }
        }
    }
    if failed { Err(Failure::Said) } else { Ok(()) }
}

/// Tells whether the file is fine now.
fn migrate_file<Z: Factory>(factory: &ModelFactory<Z>, path: &Path, args: &MigrateArgs) -> Result<bool, Failure> {
    let name = path.display();
    let (read, format) = reader().read(path).map_err(Failure::Input)?;
    let whole = factory.loader().file(path).untyped();
    let registered = super::configs::registered(factory);
    let kind = match &whole {
        whole if is_model(whole) => ModelSpec::<Z>::KIND,
        whole if is_mcmc(whole) => McmcConfig::KIND,
        _ => RunConfig::<ModelSpec<Z>>::KIND,
    };
    let file = File { format, text: &read.text, whole: &whole, from: args.from };
    let Migrated { text: new, applied } =
        update(file, &kind, &registered).map_err(|error| Failure::Input(format!("{name}: {error}")))?;
    if applied.is_empty() {
        anstream::println!("{name}: {}", paint(GOOD, "up to date"));
        return Ok(true);
    }
    for change in &applied {
        anstream::println!("{name}: {change}");
    }
    if args.check {
        return Ok(false);
    }
    let mark = if read.skipped > 0 { "\u{feff}" } else { "" };
    replace(path, &format!("{mark}{new}"))
        .map_err(|error| Failure::Input(format!("{name}: cannot be written: {error}")))?;
    // What no migration can know is left to the user, in the words of `check`.
    match check_file(factory, path) {
        Ok((_, found)) => anstream::eprint!("{}", warnings(&found)),
        Err(error) => {
            anstream::eprint!("{}", diagnostics(&error));
            return Ok(false);
        }
    }
    Ok(true)
}

/// Writes a file that is there already: it is the old one or the new one at any time.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    // A link stays a link.
    let path = path.canonicalize()?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".migrated");
    let new = path.with_file_name(name);
    std::fs::write(&new, text)?;
    std::fs::set_permissions(&new, std::fs::metadata(&path)?.permissions())?;
    std::fs::rename(&new, &path)
}
