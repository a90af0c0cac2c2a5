//! The `artifex` command over the models of this crate.

use artifex::cli::ExitCode;
use artifex::factory::Zoo;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    artifex::cli::main::<Zoo>()
}
