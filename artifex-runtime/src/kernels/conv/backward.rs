//! The derivatives of convolutions: each is one of the other two.

use burn::backend::autodiff::{
    Autodiff,
    checkpoint::{base::Checkpointer, strategy::CheckpointStrategy},
    grads::Gradients,
    ops::{Backward, Ops, OpsKind},
};
use burn::backend::{Backend, tensor::FloatTensor};

use super::{ConvOps, Geometry};

impl<B: Backend + ConvOps, C: CheckpointStrategy> ConvOps for Autodiff<B, C> {
    fn convolve(image: FloatTensor<Self>, weight: FloatTensor<Self>, geometry: Geometry) -> FloatTensor<Self> {
        #[derive(Debug)]
        struct Convolve;
        impl<B: Backend + ConvOps> Backward<B, 2> for Convolve {
            type State = Factors<B>;
            fn backward(self, ops: Ops<Self::State, 2>, grads: &mut Gradients, _: &mut Checkpointer) {
                let ([image_node, weight_node], (image, weight, geometry)) = (ops.parents, ops.state);
                let grad = grads.consume::<B>(&ops.node);
                if let Some((node, weight)) = image_node.zip(weight) {
                    grads.register::<B>(node.id, B::spread(grad.clone(), weight, geometry));
                }
                if let Some((node, image)) = weight_node.zip(image) {
                    grads.register::<B>(node.id, B::correlate(image, grad, geometry));
                }
            }
        }
        let parents = [image.node(), weight.node()];
        let (needs_image, needs_weight) = (weight.is_tracked(), image.is_tracked());
        let (image, weight) = (image.into_primitive(), weight.into_primitive());
        match Convolve.prepare::<C>(parents).compute_bound().stateful() {
            OpsKind::Tracked(prep) => {
                let state = (needs_image.then(|| image.clone()), needs_weight.then(|| weight.clone()), geometry);
                prep.finish(state, B::convolve(image, weight, geometry))
            }
            OpsKind::UnTracked(prep) => prep.finish(B::convolve(image, weight, geometry)),
        }
    }

    fn spread(grid: FloatTensor<Self>, weight: FloatTensor<Self>, geometry: Geometry) -> FloatTensor<Self> {
        #[derive(Debug)]
        struct Spread;
        impl<B: Backend + ConvOps> Backward<B, 2> for Spread {
            type State = Factors<B>;
            fn backward(self, ops: Ops<Self::State, 2>, grads: &mut Gradients, _: &mut Checkpointer) {
                let ([grid_node, weight_node], (grid, weight, geometry)) = (ops.parents, ops.state);
                let grad = grads.consume::<B>(&ops.node);
                if let Some((node, weight)) = grid_node.zip(weight) {
                    grads.register::<B>(node.id, B::convolve(grad.clone(), weight, geometry));
                }
                if let Some((node, grid)) = weight_node.zip(grid) {
                    grads.register::<B>(node.id, B::correlate(grad, grid, geometry));
                }
            }
        }
        let parents = [grid.node(), weight.node()];
        let (needs_grid, needs_weight) = (weight.is_tracked(), grid.is_tracked());
        let (grid, weight) = (grid.into_primitive(), weight.into_primitive());
        match Spread.prepare::<C>(parents).compute_bound().stateful() {
            OpsKind::Tracked(prep) => {
                let state = (needs_grid.then(|| grid.clone()), needs_weight.then(|| weight.clone()), geometry);
                prep.finish(state, B::spread(grid, weight, geometry))
            }
            OpsKind::UnTracked(prep) => prep.finish(B::spread(grid, weight, geometry)),
        }
    }
}

/// The two factors of a product, each kept where the other one's derivative needs it.
type Factors<B> = (Option<FloatTensor<B>>, Option<FloatTensor<B>>, Geometry);
