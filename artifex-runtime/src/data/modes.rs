//! What samples cover of the modes of a known distribution.

/// Round modes of equal spread in the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Modes {
    centres: Vec<[f32; 2]>,
    std: f32,
}

/// What samples cover of [`Modes`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coverage {
    /// How many modes are covered.
    pub modes: usize,
    /// The share of samples that belong to a mode.
    pub high_quality: f64,
}

/// A sample belongs to a mode within so many standard deviations of its centre.
const NEAR: f32 = 3.0;

/// A mode is covered by samples of its own that are at least this share of what it would get if all got the same.
const LEAST_SHARE: f64 = 0.2;

impl Modes {
    /// Modes with these centres and this standard deviation of each coordinate.
    #[must_use]
    pub const fn new(centres: Vec<[f32; 2]>, std: f32) -> Self {
        Self { centres, std }
    }

    /// How many modes there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.centres.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.centres.is_empty()
    }

    /// What samples cover of the modes.
    ///
    /// As in Srivastava et al. 2017 (VEEGAN), section 4.1, a sample is of high quality within three standard deviations of the
    /// nearest centre. There one such sample covers a mode; here it takes a fifth of an even share, so that a stray sample does
    /// not count.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "far fewer samples than 2^52")]
    pub fn coverage(&self, samples: &[[f32; 2]]) -> Coverage {
        let mut counts = vec![0_usize; self.centres.len()];
        let limit = (NEAR * self.std).powi(2);
        for [x, y] in samples {
            let distance = |[a, b]: &[f32; 2]| (x - a).powi(2) + (y - b).powi(2);
            let nearest = self.centres.iter().map(distance).enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b));
            if let Some((mode, distance)) = nearest
                && distance <= limit
            {
                counts[mode] += 1;
            }
        }
        let even = samples.len() as f64 / self.centres.len().max(1) as f64;
        let covered = |&&count: &&usize| count > 0 && count as f64 >= LEAST_SHARE * even;
        Coverage {
            modes: counts.iter().filter(covered).count(),
            high_quality: counts.iter().sum::<usize>() as f64 / samples.len().max(1) as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_count_for_the_mode_that_they_are_near() {
        let modes = Modes::new(vec![[0.0, 0.0], [10.0, 0.0], [0.0, 10.0], [10.0, 10.0]], 1.0);
        assert_eq!((modes.len(), modes.is_empty()), (4, false));
        // 100 samples: an even share is 25, a fifth of it 5.
        let mut samples = vec![[0.1, -0.2]; 50];
        samples.extend([[10.0, 2.9]; 5]);
        samples.extend([[0.0, 10.0]; 4]);
        // More than 3 from every centre.
        samples.extend([[5.0, 5.0]; 20]);
        samples.extend([[10.0, 13.1]; 21]);
        let coverage = modes.coverage(&samples);
        assert_eq!(coverage, Coverage { modes: 2, high_quality: 0.59 });
        samples[99] = [0.0, 10.0];
        assert_eq!(modes.coverage(&samples).modes, 3);
        assert_eq!(modes.coverage(&[[f32::NAN, 0.0]; 3]), Coverage { modes: 0, high_quality: 0.0 });
        assert_eq!(modes.coverage(&[]), Coverage { modes: 0, high_quality: 0.0 });
    }
}
