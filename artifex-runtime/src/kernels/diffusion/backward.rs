//! Derivatives.

use burn::backend::autodiff::{
    Autodiff,
    checkpoint::{base::Checkpointer, strategy::CheckpointStrategy},
    grads::Gradients,
    ops::{Backward, Ops, OpsKind},
};
use burn::backend::{AutodiffBackend, Backend, TensorMetadata, tensor::FloatTensor};
use burn::tensor::Shape;

use super::spec::StepSpec;
use super::{DiffusionOps, portable};
use crate::rng::Stream;

/// `gradient · p[b]`.
fn scaled<B: Backend>(gradient: FloatTensor<B>, p: FloatTensor<B>) -> FloatTensor<B> {
    let mut shape = vec![1; gradient.rank()];
    shape[0] = p.shape()[0];
    B::float_mul(gradient, B::float_reshape(p, Shape::from(shape)))
}

impl<B: Backend + DiffusionOps, C: CheckpointStrategy> DiffusionOps for Autodiff<B, C> {
    fn mix(
        x: FloatTensor<Self>,
        y: FloatTensor<Self>,
        p: FloatTensor<Self>,
        q: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        #[derive(Debug)]
        struct Mix;
        impl<B: Backend + DiffusionOps> Backward<B, 2> for Mix {
            type State = (FloatTensor<B>, FloatTensor<B>);
            fn backward(self, ops: Ops<Self::State, 2>, grads: &mut Gradients, _: &mut Checkpointer) {
                let [x, y] = ops.parents;
                let (p, q) = ops.state;
                let gradient = grads.consume::<B>(&ops.node);
                if let Some(node) = x {
                    grads.register::<B>(node.id, scaled::<B>(gradient.clone(), p));
                }
                if let Some(node) = y {
                    grads.register::<B>(node.id, scaled::<B>(gradient, q));
                }
            }
        }
        let parents = [x.node(), y.node()];
        let (p, q) = (p.into_primitive(), q.into_primitive());
        let mixed = B::mix(x.into_primitive(), y.into_primitive(), p.clone(), q.clone());
        match Mix.prepare::<C>(parents).compute_bound().stateful() {
            OpsKind::Tracked(prep) => prep.finish((p, q), mixed),
            OpsKind::UnTracked(prep) => prep.finish(mixed),
        }
    }

    fn mix_with_noise(
        x: FloatTensor<Self>,
        p: FloatTensor<Self>,
        q: FloatTensor<Self>,
        from: Stream,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        #[derive(Debug)]
        struct MixWithNoise;
        impl<B: Backend + DiffusionOps> Backward<B, 1> for MixWithNoise {
            type State = FloatTensor<B>;
            fn backward(self, ops: Ops<Self::State, 1>, grads: &mut Gradients, _: &mut Checkpointer) {
                let [x] = ops.parents;
                let gradient = grads.consume::<B>(&ops.node);
                if let Some(node) = x {
                    grads.register::<B>(node.id, scaled::<B>(gradient, ops.state));
                }
            }
        }
        let parents = [x.node()];
        let p = p.into_primitive();
        let (mixed, noise) = B::mix_with_noise(x.into_primitive(), p.clone(), q.into_primitive(), from);
        let mixed = match MixWithNoise.prepare::<C>(parents).compute_bound().stateful() {
            OpsKind::Tracked(prep) => prep.finish(p, mixed),
            OpsKind::UnTracked(prep) => prep.finish(mixed),
        };
        (mixed, Self::from_inner(noise))
    }

    // Sampling needs no gradient and takes the kernel. Who differentiates through a step gets burn's own operations.
    fn linear_step(
        x: FloatTensor<Self>,
        model: FloatTensor<Self>,
        unconditional: FloatTensor<Self>,
        previous: FloatTensor<Self>,
        variance: FloatTensor<Self>,
        spec: StepSpec,
    ) -> FloatTensor<Self> {
        if [&x, &model, &unconditional, &previous, &variance].iter().any(|tensor| tensor.is_tracked()) {
            return portable::step::<Self>(x, model, unconditional, previous, variance, spec, false).0;
        }
        Self::from_inner(B::linear_step(
            x.into_primitive(),
            model.into_primitive(),
            unconditional.into_primitive(),
            previous.into_primitive(),
            variance.into_primitive(),
            spec,
        ))
    }

    fn linear_step_with_denoised(
        x: FloatTensor<Self>,
        model: FloatTensor<Self>,
        unconditional: FloatTensor<Self>,
        previous: FloatTensor<Self>,
        variance: FloatTensor<Self>,
        spec: StepSpec,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        if [&x, &model, &unconditional, &previous, &variance].iter().any(|tensor| tensor.is_tracked()) {
            return portable::step::<Self>(x, model, unconditional, previous, variance, spec, true);
        }
        let (next, denoised) = B::linear_step_with_denoised(
            x.into_primitive(),
            model.into_primitive(),
            unconditional.into_primitive(),
            previous.into_primitive(),
            variance.into_primitive(),
            spec,
        );
        (Self::from_inner(next), Self::from_inner(denoised))
    }
}
