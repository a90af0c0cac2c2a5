//! Trains the classifier of digits whose features samples are judged in, on the built-in digits, and writes its file:
//!
//! ```console
//! $ cargo run -p artifex-runtime --example digits-classifier -- artifex-runtime/assets/digits-classifier.safetensors
//! ```

use artifex::data::DataConfig;
use artifex::metrics::Training;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: digits-classifier FILE")?;
    let splits = DataConfig::example().load(Path::new(""))?;
    let training = Training::default();
    let (file, accuracy) = training.run(&splits, &artifex::device::cpu())?;
    std::fs::write(&path, &file).map_err(|error| format!("{path}: {error}"))?;
    println!("trained  {} updates of {} images of {}", training.steps, training.batch_size, splits.train.describe());
    println!("accuracy {:.2} % of {}", 100.0 * accuracy, splits.held_out.describe());
    println!("file     {path}, {} bytes", file.len());
    Ok(())
}
