//! What the model of a run costs, by what its config says: shown, and held against the memory of the machine.

use super::error::Failure;
use super::style::{DIM, STRONG, bytes, paint, table, thousands};
use crate::config::cost::{Costing, DType, weigh};
use crate::config::tree::{Tree, TreeValue};
use crate::config::{Loaded, Span};
use crate::device::ChosenDevice;
use crate::factory::{Factory, ModelFactory, ModelSpec};
use crate::nn::optim::OptimizerConfig;
use crate::train::{RunConfig, TrainConfig};
use bumpalo::Bump;

/// The cost of the run's model, if its config says what it is.
pub(super) fn costing<Z: Factory>(
    factory: &ModelFactory<Z>,
    loaded: &Loaded<RunConfig<ModelSpec<Z>>>,
) -> Option<Costing> {
    weigh(factory.schema(&loaded.value.model.tag())?, loaded.resolved.get("model")?.freeze(&Bump::new()))
}

/// The part of `artifex explain` about the cost.
pub(super) fn show<M>(costing: &Costing, run: &RunConfig<M>) {
    let cost = &costing.cost;
    let row = |name: &str, figure: String, note: String| vec![name.to_owned(), figure, paint(DIM, &note)];
    let mut rows = vec![vec!["parameters".to_owned(), figure(cost.parameters)]];
    rows.extend(cost.parts().iter().map(|part| vec![format!("  {}", part.name), figure(part.parameters)]));
    let weights = cost.bytes(DType::F32);
    rows.push(row("weights", size(weights), format!("{} bytes, f32", figure(weights))));
    let (batch, moments) = (run.train.batch_size, moments(&run.train));
    let training = cost.training_bytes(DType::F32, batch, moments);
    rows.push(row(
        "training",
        size(training),
        format!(
            "{} bytes: weights, gradients, {moments} numbers of the optimizer for each, and the activations of a batch of {batch}",
            figure(training)
        ),
    ));
    rows.push(row(
        "FLOPs",
        figure(cost.flops),
        "of one example, forward; training takes about three times as many".to_owned(),
    ));
    anstream::println!("\n{}", paint(STRONG, "Cost"));
    anstream::print!("{}", table(&rows));
}

/// How many tensors training remembers of each parameter; two, as Adam does, if the model brings optimisers of its own.
fn moments(train: &TrainConfig) -> usize {
    train.optimizer.as_ref().map_or(2, OptimizerConfig::moments)
}

/// A figure of a cost. Costs saturate.
fn figure(number: u64) -> String {
    if number == u64::MAX { format!("{} or more", thousands(number)) } else { thousands(number) }
}

/// So many bytes, for people.
fn size(number: u64) -> String {
    if number == u64::MAX { format!("{} or more", bytes(number)) } else { bytes(number) }
}

/// Refuses a model that surely does not fit: whose numbers alone need more than all the memory that there is.
pub(super) fn must_fit<Z: Factory>(
    factory: &ModelFactory<Z>,
    loaded: &Loaded<RunConfig<ModelSpec<Z>>>,
    device: &ChosenDevice,
    learns: bool,
) -> Result<(), Failure> {
    let (Some(costing), Some(memory)) = (costing(factory, loaded), device.memory) else { return Ok(()) };
    let (needed, what) = if learns {
        let moments = moments(&loaded.value.train);
        (costing.cost.training_bytes(DType::F32, 0, moments), "with their gradients and the optimizer's state ")
    } else {
        (costing.cost.bytes(DType::F32), "")
    };
    if needed <= memory.total.saturating_add(memory.swap) {
        return Ok(());
    }
    let most = costing.parameters.and_then(|span| find(loaded.resolved.get("model")?, span, "model".to_owned()));
    let most = most.map_or_else(String::new, |(path, value)| {
        let number = match &value.value {
            TreeValue::Num(_, text) => text,
            _ => "",
        };
        format!("; `{path}` = {number} ({}) adds most", loaded.origin(value))
    });
    Err(Failure::Input(format!(
        "the model cannot fit: its {} parameters {what}take {}, and {} has {} of memory{most}; make the model smaller",
        thousands(costing.cost.parameters),
        bytes(needed),
        device.name,
        bytes(memory.total)
    )))
}

/// The number at a place, and its path.
fn find(tree: &Tree, place: Span, path: String) -> Option<(String, &Tree)> {
    match &tree.value {
        TreeValue::Table(entries) => {
            entries.iter().find_map(|entry| find(&entry.value, place, format!("{path}.{}", entry.key)))
        }
        TreeValue::List(items) => {
            items.iter().enumerate().find_map(|(k, item)| find(item, place, format!("{path}[{k}]")))
        }
        TreeValue::Num(..) if tree.span == place => Some((path, tree)),
        _ => None,
    }
}
