//! The plots of a run.

use super::diagnostics::{count, quantile, ranks};
use super::{Fit, Summary};
use crate::report::{Line, Plot, Section};

/// Quantities with plots of their own.
const QUANTITIES: usize = 12;
/// Chains that are drawn, of as many as there are.
const CHAINS: usize = 5;
/// Quantities of which each pair is drawn.
const PAIRED: usize = 4;
/// Dots of a plot.
const DOTS: usize = 1000;
/// Bins of a histogram.
const BINS: usize = 20;

/// The sections of a run's report, without its heading: warnings, table, traces and ranks, pairs, energies.
#[must_use]
pub fn sections(fit: &Fit, summary: &Summary) -> Vec<Section> {
    let traces =
        fit.quantities().take(QUANTITIES).flat_map(|(name, chains)| [trace(name, chains), rank_plot(name, chains)]);
    let energies = fit.energy().map(|energy| vec![energy_plot(energy)]).unwrap_or_default();
    let shown = |title: &str, of: usize, all: usize| {
        if all > of { format!("{title} of the first {of} of {all} quantities") } else { title.to_owned() }
    };
    let all = fit.names().len();
    vec![
        Section::Notes("Warnings".to_owned(), fit.warnings(summary)),
        Section::Table("Quantities".to_owned(), summary.cells()),
        Section::Plots(shown("Traces and ranks", QUANTITIES, all), traces.collect()),
        Section::Plots(shown("Pairs", PAIRED, all), pairs(fit)),
        Section::Plots("Energy".to_owned(), energies),
    ]
}

/// Draws over time.
fn trace(name: &str, chains: &[Vec<f64>]) -> Plot {
    let lines = chains.iter().take(CHAINS).enumerate().map(|(c, chain)| Line {
        name: format!("chain {}", c + 1),
        points: chain.iter().enumerate().map(|(draw, value)| [count(draw + 1), *value]).collect(),
        marks: false,
    });
    Plot { title: name.to_owned(), axes: ["draw".to_owned(), String::new()], lines: lines.collect() }
}

/// How often a chain has each rank among the draws of all chains: even for chains that agree (Vehtari et al. 2021, section 5).
fn rank_plot(name: &str, chains: &[Vec<f64>]) -> Plot {
    let total = count(chains.iter().map(Vec::len).sum());
    let lines = ranks(chains).into_iter().take(CHAINS).enumerate().map(|(c, ranks)| {
        let places: Vec<f64> = ranks.iter().map(|rank| (rank - 0.5) / total).collect();
        Line { name: format!("chain {}", c + 1), points: histogram(&places, 0.0, 1.0), marks: false }
    });
    Plot {
        title: format!("{name}: ranks among all {} chains", chains.len()),
        axes: ["rank, as a share of all draws".to_owned(), "draws".to_owned()],
        lines: lines.collect(),
    }
}

/// The outline of a histogram.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a bin")]
fn histogram(values: &[f64], low: f64, high: f64) -> Vec<[f64; 2]> {
    let mut bins = [0usize; BINS];
    for value in values.iter().filter(|value| (low..=high).contains(value)) {
        let bin = (value - low) / (high - low) * count(BINS);
        bins[(bin as usize).min(BINS - 1)] += 1;
    }
    let edge = |bin: usize| low + (high - low) * count(bin) / count(BINS);
    let corners = bins.iter().enumerate().flat_map(|(bin, n)| [[edge(bin), count(*n)], [edge(bin + 1), count(*n)]]);
    std::iter::once([low, 0.0]).chain(corners).chain([[high, 0.0]]).collect()
}

/// Every pair of the first quantities; draws after a divergence stand out.
fn pairs(fit: &Fit) -> Vec<Plot> {
    let quantities: Vec<_> = fit.quantities().take(PAIRED).collect();
    let divergent: Vec<bool> = fit.divergent().iter().flatten().copied().collect();
    let mut plots = Vec::new();
    for (k, (y_name, y)) in quantities.iter().enumerate() {
        for (x_name, x) in &quantities[..k] {
            let points = x.iter().flatten().zip(y.iter().flatten()).map(|(x, y)| [*x, *y]).zip(&divergent);
            let of =
                |wanted: bool| points.clone().filter(move |(_, diverged)| **diverged == wanted).map(|(point, _)| point);
            let mut lines = vec![Line { name: "draws".to_owned(), points: some(of(false).collect()), marks: true }];
            if divergent.contains(&true) {
                lines.push(Line {
                    name: "after a divergence".to_owned(),
                    points: some(of(true).collect()),
                    marks: true,
                });
            }
            let axes = [(*x_name).to_owned(), (*y_name).to_owned()];
            plots.push(Plot { title: format!("{x_name} and {y_name}"), axes, lines });
        }
    }
    plots
}

/// As many points as a plot shows, evenly from all of them.
fn some(points: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    let step = points.len().div_ceil(DOTS).max(1);
    points.into_iter().step_by(step).collect()
}

/// The energies around the mean of their chain, beside how much they change in a step: where the first are much wider, the momentum
/// does not reach them all (Betancourt 2016, section 4).
fn energy_plot(energy: &[Vec<f64>]) -> Plot {
    let centered: Vec<Vec<f64>> = energy
        .iter()
        .map(|chain| {
            let mean = chain.iter().sum::<f64>() / count(chain.len());
            chain.iter().map(|energy| energy - mean).collect()
        })
        .collect();
    let changes: Vec<Vec<f64>> =
        energy.iter().map(|chain| chain.windows(2).map(|pair| pair[1] - pair[0]).collect()).collect();
    let known = |chains: &[Vec<f64>]| -> Vec<f64> {
        chains.iter().flatten().copied().filter(|value| value.is_finite()).collect()
    };
    let (centered, changes) = (known(&centered), known(&changes));
    let all = [centered.clone(), changes.clone()];
    let ends = if centered.is_empty() { (0.0, 1.0) } else { (quantile(&all, 0.001), quantile(&all, 0.999)) };
    let line = |name: &str, values: &[f64]| Line {
        name: name.to_owned(),
        points: histogram(values, ends.0, ends.1),
        marks: false,
    };
    Plot {
        title: "Energy of all chains".to_owned(),
        axes: ["energy".to_owned(), "steps".to_owned()],
        lines: vec![line("around the mean", &centered), line("change in a step", &changes)],
    }
}
