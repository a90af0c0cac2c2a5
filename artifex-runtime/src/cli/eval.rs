//! `artifex eval`.

use super::args::{EvalArgs, Format};
use super::digits;
use super::error::Failure;
use super::points;
use super::runs::{Prepared, compare, figure};
use super::style::{STRONG, paint, table};
use crate::data::Dataset;
use crate::factory::{Factory, ModelFactory};
use crate::models::{Batch, DynModel, LogProb, LogProbKind, ModelError};
use crate::rng::Rngs;
use crate::train::trainer::evaluate;

/// `artifex eval RUN [key=value]...`
pub(super) fn eval<Z: Factory>(factory: &ModelFactory<Z>, args: &EvalArgs) -> Result<(), Failure> {
    let (prepared, run, step) = Prepared::open(factory, &args.run, &args.set)?;
    let splits = prepared.data_of(&run)?;
    let config = &prepared.loaded.value;
    let device = &prepared.device.device;
    let data = &*splits.held_out;
    let rngs = Rngs::new(config.seed);
    let metrics = evaluate(&*prepared.model, data, config.train.batch_size, device, &rngs).map_err(Failure::run)?;
    let mut variables = None;
    let likelihood = log_likelihood(&prepared, data, &rngs, |model, batch, rngs| {
        let found = model.log_prob(batch, rngs)?;
        variables = found.as_ref().and_then(|found| found.variables);
        Ok(found)
    })?;
    let bits = likelihood.as_ref().zip(variables).map(|((_, nats), variables)| bits_per_dimension(*nats, variables));
    let draws = args.iwae as usize;
    let importance = match draws {
        0 => None,
        _ => log_likelihood(&prepared, data, &rngs, |model, batch, rngs| model.importance_bound(batch, draws, rngs))?,
    };
    let baseline = prepared.baseline(&splits)?;
    let digits = digits::judge(factory, &prepared, &splits)?;
    // Some models are compared by it anyway.
    let compared = metrics.iter().any(|(name, _)| *name == "energy_distance");
    let points = if compared { None } else { points::judge(factory, &prepared, &splits)? };
    match args.format {
        Format::Human => {
            let mut rows = vec![vec!["step".to_owned(), step.to_string()]];
            rows.extend(metrics.iter().map(|(name, value)| vec![name.replace('_', " "), figure(*value)]));
            if let Some((name, value)) = &likelihood {
                rows.push(vec![name.clone(), format!("{value:.4} nats")]);
            }
            if let Some(bits) = bits {
                rows.push(vec!["bits per dimension".to_owned(), format!("{bits:.4}")]);
            }
            if let Some((name, value)) = &importance {
                rows.push(vec![format!("{name}, {draws} draws"), format!("{value:.4} nats")]);
            }
            rows.extend(digits.iter().flat_map(digits::Scores::rows));
            rows.extend(points.iter().flat_map(points::Scores::rows));
            anstream::println!("{}", paint(STRONG, &data.describe()));
            anstream::print!("{}", table(&rows));
            if let (Some(baseline), Some((_, total))) = (&baseline, metrics.first()) {
                anstream::println!("baseline {}", compare(*total, baseline));
            }
        }
        Format::Json => {
            let terms: serde_json::Map<_, _> =
                metrics.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
            anstream::println!(
                "{:#}",
                serde_json::json!({
                    "step": step,
                    "data": data.describe(),
                    "metrics": terms,
                    "log_likelihood": likelihood.map(|(kind, nats)| serde_json::json!({ "kind": kind, "nats": nats })),
                    "bits_per_dimension": bits,
                    "importance_weighted": importance
                        .map(|(_, nats)| serde_json::json!({ "draws": draws, "nats": nats })),
                    "digits": digits.map(|scores| scores.json()),
                    "points": points.map(|scores| scores.json()),
                    "baseline": baseline.map(|b| serde_json::json!({ "name": b.name, "value": b.value })),
                })
            );
        }
    }
    Ok(())
}

/// Bits for each of the variables whose probabilities have that logarithm.
fn bits_per_dimension(nats: f64, variables: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far fewer variables than 2^52")]
    let variables = variables.max(1) as f64;
    -nats / (variables * std::f64::consts::LN_2)
}

/// The mean log-likelihood of the held-out data in nats, if the model has one, and what it is.
fn log_likelihood<Z: Factory>(
    prepared: &Prepared<Z>,
    data: &dyn Dataset,
    rngs: &Rngs,
    mut of: impl FnMut(&dyn DynModel, Batch, &mut Rngs) -> Result<Option<LogProb>, ModelError>,
) -> Result<Option<(String, f64)>, Failure> {
    let mut rngs = rngs.clone();
    let mut sum = 0.0;
    let mut kind = None;
    let indices: Vec<_> = (0..data.len()).collect();
    for chunk in indices.chunks(prepared.loaded.value.train.batch_size) {
        let batch = data.batch(chunk, &prepared.device.device);
        let Some(log_prob) = of(&*prepared.model, batch, &mut rngs).map_err(Failure::run)? else {
            return Ok(None);
        };
        sum += log_prob.total().map_err(Failure::run)?;
        kind = Some(match log_prob.kind {
            LogProbKind::Exact => "log-likelihood",
            LogProbKind::LowerBound => "log-likelihood, lower bound",
        });
    }
    #[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
    let mean = sum / data.len() as f64;
    Ok(kind.map(|kind| (kind.to_owned(), mean)))
}
