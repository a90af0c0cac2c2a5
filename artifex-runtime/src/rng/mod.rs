//! Random numbers: named, independent, reproducible streams.
//!
//! burn's own generator is one for the whole process, differs between backends and cannot be saved. Here every use has a
//! [`Stream`] of its own, the numbers are the same on every machine, and a run that is resumed continues with exactly the
//! numbers that the uninterrupted run would have drawn.

mod normal;
mod philox;
mod stream;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[cfg(feature = "flex")]
pub(crate) use normal::ln;
pub use philox::philox4x32_10;
pub use stream::Stream;
pub(crate) use stream::{Slot, threshold};

/// The named streams of a run (`"params"`, `"dropout"`, `"sample"`, `"data"` and whatever a model asks for).
///
/// A stream is made by its first use from the seed and its name alone, so a new stream never changes what the others give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rngs {
    seed: u64,
    streams: BTreeMap<String, Stream>,
}

impl Rngs {
    /// All streams derived from one seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, streams: BTreeMap::new() }
    }

    /// Gives one stream a seed of its own, and starts it from its beginning.
    #[must_use]
    pub fn with_seed(mut self, name: &str, seed: u64) -> Self {
        self.streams.insert(name.to_owned(), Stream::from_seed(seed).fold_in(name));
        self
    }

    /// The seed of the streams that have none of their own.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// The stream of that name; it is made at its first use.
    pub fn stream(&mut self, name: &str) -> &mut Stream {
        let seed = self.seed;
        self.streams.entry(name.to_owned()).or_insert_with(|| Stream::from_seed(seed).fold_in(name))
    }

    /// Everything that is needed to continue later: the seed, and the key and counter of every stream.
    #[must_use]
    pub fn state(&self) -> RngsState {
        RngsState { seed: self.seed, streams: self.streams.clone() }
    }

    /// Continues from a saved state: the next draw of every stream is the one that would have come next.
    #[must_use]
    pub fn from_state(state: &RngsState) -> Self {
        Self { seed: state.seed, streams: state.streams.clone() }
    }
}

/// What [`Rngs`] holds, in a form that checkpoints save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RngsState {
    /// The seed of streams that are still to be made.
    pub seed: u64,
    /// The streams that were used, by name.
    pub streams: BTreeMap<String, Stream>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawing_from_one_stream_does_not_change_another() {
        let mut one = Rngs::new(7);
        let alone = one.stream("dropout").normal(10);
        let mut two = Rngs::new(7);
        two.stream("sample").uniform(1001);
        two.stream("params").permutation(17);
        assert_eq!(two.stream("dropout").normal(10), alone);
        assert_ne!(two.stream("sample").normal(10), alone);
        assert_ne!(Rngs::new(8).stream("dropout").normal(10), alone);
    }

    #[test]
    fn a_seed_of_its_own_changes_only_that_stream() {
        let (mut plain, mut other) = (Rngs::new(7), Rngs::new(7).with_seed("dropout", 43));
        assert_ne!(plain.stream("dropout").next_block(), other.stream("dropout").next_block());
        assert_eq!(plain.stream("sample").next_block(), other.stream("sample").next_block());
        assert_eq!(
            Rngs::new(43).stream("dropout").next_block(),
            Rngs::new(7).with_seed("dropout", 43).stream("dropout").next_block()
        );
    }

    #[test]
    fn saved_state_continues_exactly() {
        let mut rngs = Rngs::new(u64::MAX).with_seed("dropout", 1 << 63);
        rngs.stream("data").permutation(100);
        rngs.stream("sample").normal(7);
        let saved = serde_json::to_string(&rngs.state()).unwrap();
        let state: RngsState = serde_json::from_str(&saved).unwrap();
        assert_eq!(state, rngs.state());
        let mut restored = Rngs::from_state(&state);
        for name in ["data", "sample", "dropout", "new one"] {
            let (a, b) = (restored.stream(name).normal(33), rngs.stream(name).normal(33));
            assert!(a.iter().zip(&b).all(|(a, b)| a.to_bits() == b.to_bits()), "{name}");
            assert_eq!(restored.stream(name).below(1000), rngs.stream(name).below(1000), "{name}");
        }
        assert_eq!(restored, rngs);
    }
}
