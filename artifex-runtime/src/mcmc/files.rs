//! What a run leaves on disk beside its report.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::{Fit, Summary};

impl Fit {
    /// The draws as CSV, a line for each: chain and draw, both from 1 on, whether a step that led to it diverged (1 or 0), the log
    /// density, and every quantity. Numbers are exact.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "all numbers were f32")]
    pub fn to_csv(&self) -> String {
        let mut csv = "chain,draw,divergent,log_density".to_owned();
        for name in self.names() {
            // A name may hold what separates columns.
            let quoted = name.contains([',', '"', '\n']);
            let name = if quoted { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.clone() };
            let _ = write!(csv, ",{name}");
        }
        csv.push('\n');
        for chain in 0..self.chains() {
            for draw in 0..self.draws() {
                let (divergent, log) = (self.divergent()[chain][draw], self.log_density()[chain][draw]);
                let _ = write!(csv, "{},{},{},{}", chain + 1, draw + 1, u8::from(divergent), log as f32);
                for (_, chains) in self.quantities() {
                    let _ = write!(csv, ",{}", chains[chain][draw] as f32);
                }
                csv.push('\n');
            }
        }
        csv
    }

    /// Summary, diagnostics and effort as JSON.
    #[must_use]
    pub fn to_json(&self, summary: &Summary) -> Json {
        let least = summary.smallest_ess();
        json!({
            "quantities": summary,
            "chains": self.chains(),
            "draws": self.draws(),
            "thin": self.thin(),
            "acceptance": self.acceptance(),
            "divergences": self.divergences(),
            "e_bfmi": self.e_bfmi(),
            "warm_up": self.warm_up(),
            "sampling": self.sampling(),
            "smallest_ess": least,
            "smallest_ess_per_second": least / self.sampling().seconds,
            "smallest_ess_per_gradient": least / self.sampling().gradients_f64(),
            "warnings": self.warnings(summary),
        })
    }
}
