//! The derivative of the likelihood.

use burn::backend::autodiff::{
    Autodiff,
    checkpoint::{base::Checkpointer, strategy::CheckpointStrategy},
    grads::Gradients,
    ops::{Backward, Ops, OpsKind},
};
use burn::backend::{Backend, tensor::FloatTensor};

use super::BernoulliOps;

impl<B: Backend + BernoulliOps, C: CheckpointStrategy> BernoulliOps for Autodiff<B, C> {
    fn bernoulli_nll(logits: FloatTensor<Self>, targets: FloatTensor<Self>) -> FloatTensor<Self> {
        #[derive(Debug)]
        struct BernoulliNll;
        impl<B: Backend + BernoulliOps> Backward<B, 1> for BernoulliNll {
            type State = FloatTensor<B>;
            fn backward(self, ops: Ops<Self::State, 1>, grads: &mut Gradients, _: &mut Checkpointer) {
                let [logits] = ops.parents;
                let grad = grads.consume::<B>(&ops.node);
                if let Some(node) = logits {
                    grads.register::<B>(node.id, B::scale_rows(ops.state, grad));
                }
            }
        }
        let targets = targets.into_primitive();
        match BernoulliNll.prepare::<C>([logits.node()]).compute_bound().stateful() {
            OpsKind::Tracked(prep) => {
                let (nll, residual) = B::bernoulli_nll_and_residual(logits.into_primitive(), targets);
                prep.finish(residual, nll)
            }
            OpsKind::UnTracked(prep) => prep.finish(B::bernoulli_nll(logits.into_primitive(), targets)),
        }
    }
}
