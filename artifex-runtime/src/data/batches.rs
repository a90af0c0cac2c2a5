//! Shuffled batches, from any position.

use serde::{Deserialize, Serialize};

use super::DataError;
use crate::rng::Stream;

/// Endless batches of indices: every epoch holds every example once, in a new random order.
///
/// The order of epoch `e` depends on the stream and `e` alone, so a run that is resumed at a [`DataPosition`] sees exactly
/// the batches that the uninterrupted run would have seen.
#[derive(Clone, Debug)]
pub struct Batches {
    examples: usize,
    batch_size: usize,
    per_epoch: u64,
    stream: Stream,
    next: DataPosition,
    /// The order of an epoch, made at its first batch.
    order: Option<(u64, Vec<usize>)>,
}

/// The batch that comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataPosition {
    /// Epoch, counted from 0.
    pub epoch: u64,
    /// Batch in the epoch, counted from 0.
    pub batch: u64,
}

impl Batches {
    /// Batches of `batch_size` indices below `examples`. The last batch of an epoch is smaller where the sizes do not
    /// divide, or left out with `drop_last`.
    ///
    /// # Errors
    /// If an epoch would hold no batch.
    pub fn new(examples: usize, batch_size: usize, drop_last: bool, stream: Stream) -> Result<Self, DataError> {
        let batches = match batch_size {
            0 => 0,
            _ if drop_last => examples / batch_size,
            _ => examples.div_ceil(batch_size),
        };
        if batches == 0 {
            return Err(DataError::BatchSize { batch_size, examples });
        }
        let next = DataPosition { epoch: 0, batch: 0 };
        Ok(Self { examples, batch_size, per_epoch: batches as u64, stream, next, order: None })
    }

    /// The indices of the next batch.
    #[expect(clippy::should_implement_trait, reason = "it never ends, so there is no Option")]
    pub fn next(&mut self) -> Vec<usize> {
        let DataPosition { epoch, batch } = self.next;
        let (_, order) = match self.order.take() {
            Some(order) if order.0 == epoch => self.order.insert(order),
            _ => {
                let order = self.stream.fold_in(&format!("epoch-{epoch}")).permutation(self.examples);
                self.order.insert((epoch, order))
            }
        };
        #[expect(clippy::cast_possible_truncation, reason = "below the number of batches, which came from a usize")]
        let start = batch as usize * self.batch_size;
        let indices = order[start..self.examples.min(start + self.batch_size)].to_vec();
        self.next = if batch + 1 < self.per_epoch {
            DataPosition { epoch, batch: batch + 1 }
        } else {
            DataPosition { epoch: epoch + 1, batch: 0 }
        };
        indices
    }

    /// Where the next batch is, to be saved in a checkpoint.
    #[must_use]
    pub const fn position(&self) -> DataPosition {
        self.next
    }

    /// Continues at a saved position.
    ///
    /// # Errors
    /// If an epoch of this data has no such batch.
    pub const fn seek(&mut self, position: DataPosition) -> Result<(), DataError> {
        let DataPosition { epoch, batch } = position;
        if batch >= self.per_epoch {
            return Err(DataError::Position { epoch, batch, batches_per_epoch: self.per_epoch });
        }
        self.next = position;
        Ok(())
    }

    /// How many batches an epoch has.
    #[must_use]
    pub const fn batches_per_epoch(&self) -> u64 {
        self.per_epoch
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batches(examples: usize, batch_size: usize, drop_last: bool) -> Batches {
        Batches::new(examples, batch_size, drop_last, Stream::from_seed(3).fold_in("data")).unwrap()
    }

    #[test]
    fn an_epoch_holds_every_example_once() {
        let mut batches = batches(103, 10, false);
        assert_eq!(batches.batches_per_epoch(), 11);
        let mut epochs = Vec::new();
        for _ in 0..3 {
            let epoch: Vec<Vec<usize>> = (0..11).map(|_| batches.next()).collect();
            assert!(epoch[..10].iter().all(|batch| batch.len() == 10) && epoch[10].len() == 3);
            let mut all = epoch.concat();
            epochs.push(all.clone());
            all.sort_unstable();
            assert_eq!(all, (0..103).collect::<Vec<_>>());
        }
        assert!(epochs[0] != epochs[1] && epochs[1] != epochs[2] && !epochs[0].is_sorted());
    }

    #[test]
    fn the_order_of_an_epoch_is_that_of_its_stream() {
        let order = Stream::from_seed(3).fold_in("data").fold_in("epoch-2").permutation(7);
        let mut batches = batches(7, 4, false);
        batches.seek(DataPosition { epoch: 2, batch: 0 }).unwrap();
        assert_eq!([batches.next(), batches.next()].concat(), order);
    }

    #[test]
    fn drop_last_leaves_the_small_batch_out() {
        let mut batches = batches(103, 10, true);
        assert_eq!(batches.batches_per_epoch(), 10);
        assert!((0..25).all(|_| batches.next().len() == 10));
        assert_eq!(batches.position(), DataPosition { epoch: 2, batch: 5 });
    }

    #[test]
    fn seeking_continues_exactly_from_every_position() {
        let mut whole = batches(20, 6, false);
        let mut expected = Vec::new();
        for _ in 0..10 {
            expected.push((whole.position(), whole.next()));
        }
        for (i, (position, _)) in expected.iter().enumerate() {
            let saved = serde_json::to_string(position).unwrap();
            let mut resumed = batches(20, 6, false);
            resumed.next();
            resumed.seek(serde_json::from_str(&saved).unwrap()).unwrap();
            for (position, batch) in &expected[i..] {
                assert_eq!((resumed.position(), resumed.next()), (*position, batch.clone()));
            }
        }
    }

    #[test]
    fn impossible_sizes_and_positions_are_refused() {
        let new = |examples, batch_size, drop_last| {
            Batches::new(examples, batch_size, drop_last, Stream::from_seed(0)).map_err(|error| error.to_string())
        };
        assert_eq!(
            new(5, 6, true).unwrap_err(),
            "`batch_size` = 6 cannot be filled from 5 examples; choose a batch size from 1 to 5, or keep the last, smaller \
             batch of an epoch"
        );
        assert_eq!(new(5, 6, false).unwrap().next().len(), 5);
        assert!(new(0, 1, false).is_err() && new(5, 0, false).is_err());
        let error = batches(20, 6, true).seek(DataPosition { epoch: 1, batch: 3 }).unwrap_err();
        assert_eq!(
            error.to_string(),
            "batch 3 of epoch 1 does not exist: an epoch has 3 batches; continue with the data and the batch size the position \
             was saved with"
        );
    }
}
