//! Precision and recall of samples.

use rayon::prelude::*;

use super::{Features, MetricError};

/// How much of the samples looks real, and how much of what is real is among the samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrecisionRecall {
    /// Share of the samples that lie where the real examples do.
    pub precision: f64,
    /// Share of the real examples that lie where the samples do.
    pub recall: f64,
}

/// Improved precision and recall (Kynkäänniemi et al. 2019, equations 1 and 2).
///
/// Where a set lies is the union of balls around its examples, each reaching to the example's `k`-th nearest neighbour among
/// the others of the set, its surface included. The paper uses `k` = 3.
///
/// # Errors
/// [`MetricError`] for sets of different features or of at most `k` examples, or a `k` of 0.
pub fn precision_recall(real: &Features, samples: &Features, k: usize) -> Result<PrecisionRecall, MetricError> {
    real.same_width(samples)?;
    if k == 0 {
        return Err(MetricError::Neighbours);
    }
    for set in [real, samples] {
        if set.len() <= k {
            let needed = k.saturating_add(1);
            return Err(MetricError::TooFew { metric: "the distance to a neighbour", needed, found: set.len() });
        }
    }
    let precision = covered(samples, real, &radii(real, k));
    let recall = covered(real, samples, &radii(samples, k));
    Ok(PrecisionRecall { precision, recall })
}

/// The squared distance from each example to its `k`-th nearest neighbour, itself not counted.
fn radii(set: &Features, k: usize) -> Vec<f64> {
    let rows: Vec<&[f64]> = set.rows().collect();
    (0..rows.len())
        .into_par_iter()
        .map(|i| {
            let others = rows.iter().enumerate().filter(|(j, _)| *j != i);
            let mut distances: Vec<f64> = others.map(|(_, row)| squared_distance(rows[i], row)).collect();
            *distances.select_nth_unstable_by(k - 1, f64::total_cmp).1
        })
        .collect()
}

/// The share of the examples that are in a ball around one of the `centres`.
fn covered(examples: &Features, centres: &Features, radii: &[f64]) -> f64 {
    let rows: Vec<&[f64]> = examples.rows().collect();
    let inside =
        |row: &&[f64]| centres.rows().zip(radii).any(|(centre, radius)| squared_distance(row, centre) <= *radius);
    let count = rows.par_iter().filter(|row| inside(row)).count();
    #[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
    let share = count as f64 / rows.len() as f64;
    share
}

fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Stream;

    fn set(width: usize, values: &[f64]) -> Features {
        Features::new(width, values.to_vec()).unwrap()
    }

    #[test]
    fn radii_are_distances_to_the_kth_neighbour() {
        // The corners of a right angle with sides 1, and a point far away.
        let corners = set(2, &[0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 10.0]);
        assert_eq!(radii(&corners, 1), [1.0, 1.0, 1.0, 81.0]);
        assert_eq!(radii(&corners, 2), [1.0, 2.0, 2.0, 100.0]);
    }

    #[test]
    fn equal_sets_cover_each_other_and_distant_ones_do_not() {
        let values: Vec<f64> = Stream::from_seed(1).normal(60).into_iter().map(f64::from).collect();
        let (near, far) = (set(3, &values), set(3, &values.iter().map(|x| x + 100.0).collect::<Vec<_>>()));
        let found = precision_recall(&near, &near, 3).unwrap();
        assert_eq!((found.precision, found.recall), (1.0, 1.0));
        let found = precision_recall(&near, &far, 3).unwrap();
        assert_eq!((found.precision, found.recall), (0.0, 0.0));
    }

    #[test]
    fn samples_of_one_mode_are_precise_and_cover_half() {
        // Real examples around 0 and around 50, samples around 0 alone: on a grid, so that every ball is known.
        let grid = |shift: f64| (0..10).map(move |i| f64::from(i) + shift);
        let real = set(1, &grid(0.0).chain(grid(50.0)).collect::<Vec<_>>());
        let samples = set(1, &grid(0.25).collect::<Vec<_>>());
        let found = precision_recall(&real, &samples, 1).unwrap();
        assert_eq!((found.precision, found.recall), (1.0, 0.5));
    }

    #[test]
    fn all_pairs_give_the_same() {
        let draw = |seed, n: usize, scale: f64| {
            let values = Stream::from_seed(seed).normal(n * 4).into_iter();
            Features::new(4, values.map(|x| f64::from(x) * scale).collect()).unwrap()
        };
        let (real, samples) = (draw(1, 70, 1.0), draw(2, 90, 1.3));
        // The definition, with sorted distances and without squares.
        let share = |examples: &Features, centres: &Features, k: usize| {
            let distance = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
            let centres: Vec<&[f64]> = centres.rows().collect();
            let inside = examples.rows().filter(|row| {
                centres.iter().any(|centre| {
                    let mut all: Vec<f64> = centres.iter().map(|other| distance(centre, other)).collect();
                    all.sort_by(f64::total_cmp);
                    // The first is the centre itself.
                    distance(row, centre) <= all[k]
                })
            });
            inside.count() as f64 / examples.len() as f64
        };
        for k in [1, 3, 5] {
            let found = precision_recall(&real, &samples, k).unwrap();
            assert_eq!((found.precision, found.recall), (share(&samples, &real, k), share(&real, &samples, k)));
            assert!(found.precision > 0.0 && found.precision < 1.0 && found.recall > found.precision, "{found:?}");
        }
    }

    #[test]
    fn too_few_examples_are_refused() {
        let error = precision_recall(&set(1, &[0.0, 1.0, 2.0]), &set(1, &[0.0; 9]), 3).unwrap_err().to_string();
        assert_eq!(error, "the distance to a neighbour needs at least 4 examples, but there are 3; use more of them");
        let error = precision_recall(&set(1, &[0.0; 9]), &set(1, &[0.0; 9]), 0).unwrap_err().to_string();
        assert_eq!(error, "the 0th neighbour of an example is itself; use k of at least 1");
        assert!(precision_recall(&set(1, &[0.0; 9]), &set(3, &[0.0; 9]), 3).is_err());
    }
}
