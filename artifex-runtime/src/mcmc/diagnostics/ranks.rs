//! Ranks of draws, and normal scores in their place.

use super::count;
use super::normal::normal_quantile;

/// The rank of every value among all of them, from 1 on; equal values share the mean of their ranks.
pub(in crate::mcmc) fn ranks(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut places: Vec<(f64, usize, usize)> = Vec::with_capacity(chains.iter().map(Vec::len).sum());
    for (c, chain) in chains.iter().enumerate() {
        places.extend(chain.iter().enumerate().map(|(s, value)| (*value, c, s)));
    }
    places.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let mut ranks: Vec<Vec<f64>> = chains.iter().map(|chain| vec![0.0; chain.len()]).collect();
    let mut start = 0;
    while start < places.len() {
        #[expect(clippy::float_cmp, reason = "ties are equal values")]
        let ties = places[start..].iter().take_while(|place| place.0 == places[start].0).count();
        let shared = count(start + 1).midpoint(count(start + ties));
        for &(_, c, s) in &places[start..start + ties.max(1)] {
            ranks[c][s] = shared;
        }
        start += ties.max(1);
    }
    ranks
}

/// `Φ⁻¹((r - 3/8) / (S + 1/4))` for each rank r among S values (Vehtari et al. 2021, eq. 14).
pub(super) fn normal_scores(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let total = count(chains.iter().map(Vec::len).sum());
    let mut ranks = ranks(chains);
    for rank in ranks.iter_mut().flatten() {
        *rank = normal_quantile((*rank - 0.375) / (total + 0.25));
    }
    ranks
}

pub(super) fn rows(chains: &[Vec<f64>]) -> Vec<&[f64]> {
    chains.iter().map(Vec::as_slice).collect()
}
