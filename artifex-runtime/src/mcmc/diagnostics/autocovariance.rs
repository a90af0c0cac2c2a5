//! Autocovariances of all lags at once, by Fourier transforms.

use std::f64::consts::TAU;

use super::{count, mean_of};

/// The mean over the chains of their autocovariances at lags 0, 1, .. n - 1, each sum divided by n.
pub(super) fn mean_autocovariance(chains: &[&[f64]]) -> Vec<f64> {
    let draws = chains[0].len();
    // Zeros behind the draws keep the end of a chain from meeting its beginning.
    let size = (2 * draws).next_power_of_two();
    let roots = Roots::new(size);
    let mut power = vec![0.0; size];
    let mut buffer = vec![[0.0; 2]; size];
    // Two chains share a transform, one as its real part and one as its imaginary part. The sum of their powers is the even part
    // of its power, and the odd part has no real part in the last transform.
    for pair in chains.chunks(2) {
        buffer.fill([0.0; 2]);
        for (part, chain) in pair.iter().enumerate() {
            let mean = mean_of(chain);
            for (slot, x) in buffer.iter_mut().zip(*chain) {
                slot[part] = x - mean;
            }
        }
        roots.transform(&mut buffer);
        for (power, [re, im]) in power.iter_mut().zip(&buffer) {
            *power += re * re + im * im;
        }
    }
    let mut buffer: Vec<[f64; 2]> = power.into_iter().map(|power| [power, 0.0]).collect();
    roots.transform(&mut buffer);
    let scale = 1.0 / (count(size) * count(draws) * count(chains.len()));
    buffer.iter().take(draws).map(|[re, _]| re * scale).collect()
}

/// The roots of unity of a transform.
struct Roots(Vec<[f64; 2]>);

impl Roots {
    /// Of a size that is a power of 2.
    fn new(size: usize) -> Self {
        let root = |k: usize| {
            let angle = -TAU * count(k) / count(size);
            [angle.cos(), angle.sin()]
        };
        Self((0..size / 2).map(root).collect())
    }

    /// The discrete Fourier transform in place (Cooley and Tukey 1965).
    fn transform(&self, values: &mut [[f64; 2]]) {
        let size = values.len();
        let unused = usize::BITS - size.trailing_zeros();
        for i in 0..size {
            let mirrored = i.reverse_bits().checked_shr(unused).unwrap_or(0);
            if i < mirrored {
                values.swap(i, mirrored);
            }
        }
        let mut half = 1;
        while half < size {
            let stride = size / (2 * half);
            for block in values.chunks_exact_mut(2 * half) {
                let (low, high) = block.split_at_mut(half);
                for ((low, high), [cos, sin]) in low.iter_mut().zip(high).zip(self.0.iter().step_by(stride)) {
                    let turned = [high[0] * cos - high[1] * sin, high[0] * sin + high[1] * cos];
                    *high = [low[0] - turned[0], low[1] - turned[1]];
                    *low = [low[0] + turned[0], low[1] + turned[1]];
                }
            }
            half *= 2;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Stream;

    #[test]
    fn it_is_the_sum_over_lagged_products() {
        let mut stream = Stream::from_seed(3);
        for (chains, draws) in [(1, 5), (2, 64), (3, 37), (4, 128)] {
            let chains: Vec<Vec<f64>> =
                (0..chains).map(|_| stream.normal(draws).iter().map(|x| f64::from(*x) + 1000.0).collect()).collect();
            let found = mean_autocovariance(&chains.iter().map(Vec::as_slice).collect::<Vec<_>>());
            assert_eq!(found.len(), draws);
            for (lag, found) in found.iter().enumerate() {
                let of = |chain: &Vec<f64>| {
                    let mean = mean_of(chain);
                    let products = chain.iter().zip(&chain[lag..]).map(|(a, b)| (a - mean) * (b - mean));
                    products.sum::<f64>() / draws as f64
                };
                let expected = chains.iter().map(of).sum::<f64>() / chains.len() as f64;
                assert!((found - expected).abs() < 1e-12, "lag {lag}: {found}, {expected}");
            }
        }
    }
}
