//! Random numbers on the CPU, by several threads.

use burn::backend::Flex;
use rayon::prelude::*;

use super::{Distribution, RandomOps, portable};
use crate::kernels::flex::{CHUNK, FlexTensor, dense, values_mut};
use crate::rng::Stream;

impl RandomOps for Flex {
    fn random(out: FlexTensor, mut from: Stream, distribution: Distribution) -> FlexTensor {
        let mut out = dense(out);
        let Some(values) = values_mut(&mut out) else {
            return portable::random::<Self>(out, from, distribution);
        };
        if values.len() <= CHUNK {
            portable::fill(values, &mut from, distribution);
        } else {
            values.par_chunks_mut(CHUNK).enumerate().for_each(|(chunk, values)| {
                let mut here = from.clone();
                here.take((chunk * (CHUNK / 4)) as u64);
                portable::fill(values, &mut here, distribution);
            });
        }
        out
    }
}
