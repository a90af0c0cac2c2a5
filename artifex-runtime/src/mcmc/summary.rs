//! The table of a run: a row for each quantity.

use std::fmt;

use rayon::prelude::*;
use serde::Serialize;

use super::Fit;
use super::diagnostics::{deviation, ess_bulk, ess_tail, mcse_mean, mcse_sd, mean, quantile_of_sorted, r_hat};

/// A quantity in numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
    /// Quantile at 5 %.
    pub q5: f64,
    /// Median.
    pub q50: f64,
    /// Quantile at 95 %.
    pub q95: f64,
    /// Monte Carlo standard error of the mean.
    pub mcse_mean: f64,
    /// Monte Carlo standard error of the standard deviation.
    pub mcse_sd: f64,
    /// Effective draws for the middle of the distribution.
    pub ess_bulk: f64,
    /// Effective draws for the tails.
    pub ess_tail: f64,
    /// Potential scale reduction.
    pub r_hat: f64,
}

/// All quantities in numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Summary {
    /// A row for each quantity.
    pub rows: Vec<Row>,
}

impl Row {
    fn of(name: &str, chains: &[Vec<f64>]) -> Self {
        let mut sorted: Vec<f64> = chains.iter().flatten().copied().collect();
        sorted.sort_unstable_by(f64::total_cmp);
        let known = sorted.iter().all(|value| !value.is_nan());
        let quantile = |p| if known { quantile_of_sorted(&sorted, p) } else { f64::NAN };
        Self {
            name: name.to_owned(),
            mean: mean(chains),
            sd: deviation(chains),
            q5: quantile(0.05),
            q50: quantile(0.5),
            q95: quantile(0.95),
            mcse_mean: mcse_mean(chains),
            mcse_sd: mcse_sd(chains),
            ess_bulk: ess_bulk(chains),
            ess_tail: ess_tail(chains),
            r_hat: r_hat(chains),
        }
    }
}

impl Summary {
    pub(super) fn of(fit: &Fit) -> Self {
        let quantities: Vec<_> = fit.quantities().collect();
        Self { rows: quantities.into_par_iter().map(|(name, chains)| Row::of(name, chains)).collect() }
    }

    /// The row of a quantity.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// The smallest number of effective draws, of bulks and tails. NaN if one of them is.
    #[must_use]
    pub fn smallest_ess(&self) -> f64 {
        let sizes = self.rows.iter().flat_map(|row| [row.ess_bulk, row.ess_tail]);
        sizes.fold(f64::INFINITY, |least, size| if size.is_nan() || size < least { size } else { least })
    }

    /// The columns and their texts, a row for each quantity after the first one.
    #[must_use]
    pub fn cells(&self) -> Vec<Vec<String>> {
        const HEAD: [&str; 11] =
            ["", "mean", "sd", "5%", "50%", "95%", "mcse_mean", "mcse_sd", "ess_bulk", "ess_tail", "r_hat"];
        let mut cells = vec![HEAD.map(str::to_owned).to_vec()];
        for row in &self.rows {
            let mut texts = vec![row.name.clone()];
            texts.extend([row.mean, row.sd, row.q5, row.q50, row.q95, row.mcse_mean, row.mcse_sd].map(number));
            texts.extend([row.ess_bulk, row.ess_tail].map(|size| format!("{size:.0}")));
            texts.push(format!("{:.3}", row.r_hat));
            cells.push(texts);
        }
        cells
    }
}

/// Three decimals, or four digits where these would say little.
fn number(value: f64) -> String {
    let plain = value == 0.0 || (1e-2..1e5).contains(&value.abs()) || !value.is_finite();
    if plain { format!("{value:.3}") } else { format!("{value:.3e}") }
}

/// The names to the left, numbers to the right of their columns.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cells = self.cells();
        let width = |column: usize| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..cells[0].len()).map(width).collect();
        for row in &cells {
            write!(f, "{:<1$}", row[0], widths[0])?;
            for (text, width) in row.iter().zip(&widths).skip(1) {
                write!(f, "  {text:>width$}")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
