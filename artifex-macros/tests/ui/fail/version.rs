//! Versions that make no sense.

use artifex::ModelConfig;
use artifex::config::migrate::{Migration, Step};

const EARLY: &[Migration] =
    &[Migration { from_version: 1, to_version: 2, steps: &[Step::Remove { path: &["legacy"] }] }];

#[derive(ModelConfig)]
#[config(version = 3, migrations = EARLY)]
struct EndsEarly {
    width: u32,
}

#[derive(ModelConfig)]
#[config(version = 3, migrations = 3)]
struct NoMigrations {
    width: u32,
}

#[derive(ModelConfig)]
#[config(migrations = EARLY)]
struct NoVersion {
    #[config(since = 2)]
    width: u32,
}

#[derive(ModelConfig)]
#[config(version = 0)]
struct Zero {
    width: u32,
}

#[derive(ModelConfig)]
#[config(version = 2)]
struct Future {
    #[config(since = 3)]
    width: u32,
    version: u32,
}

#[derive(ModelConfig)]
#[config(version = 2)]
struct Base {
    width: u32,
}

#[derive(ModelConfig)]
struct Flat {
    #[config(flatten)]
    base: Base,
}

fn main() {}
