//! Random numbers on the CPU, by several threads.

use burn::backend::{Flex, TensorMetadata};
use burn::tensor::DType;
use rayon::prelude::*;

use super::{Distribution, RandomOps, portable};
use crate::kernels::flex::{ALONE, CHUNK, FlexTensor, tensor};
use crate::rng::Stream;

impl RandomOps for Flex {
    fn random(out: FlexTensor, mut from: Stream, distribution: Distribution) -> FlexTensor {
        if out.dtype() != DType::F32 {
            return portable::random::<Self>(out, from, distribution);
        }
        let shape = out.shape();
        let count = shape.num_elements();
        let mut values = Vec::<f32>::with_capacity(count);
        let room = &mut values.spare_capacity_mut()[..count];
        if count <= ALONE {
            portable::fill(room, &mut from, distribution);
        } else {
            room.par_chunks_mut(CHUNK).enumerate().for_each(|(chunk, room)| {
                let mut here = from.clone();
                here.take((chunk * (CHUNK / 4)) as u64);
                portable::fill(room, &mut here, distribution);
            });
        }
        // SAFETY: every element of the room was drawn, and the room lies inside the capacity.
        unsafe { values.set_len(count) };
        tensor(values, shape)
    }
}
