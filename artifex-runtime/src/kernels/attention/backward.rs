//! The derivative of attention: the tiles are computed again, from the log-sum-exp.

use burn::backend::autodiff::{
    Autodiff,
    checkpoint::{base::Checkpointer, strategy::CheckpointStrategy},
    grads::Gradients,
    ops::{Backward, Ops, OpsKind},
};
use burn::backend::{AutodiffBackend, Backend, tensor::FloatTensor};

use super::AttentionOps;
use super::options::{Arguments, AttentionSpec};

/// What the backward pass needs: inputs, output and log-sum-exp, all of them linear in the number of positions.
#[derive(Clone, Debug)]
struct State<B: Backend> {
    arguments: Arguments<B>,
    out: FloatTensor<B>,
    lse: FloatTensor<B>,
    spec: AttentionSpec,
}

impl<B: Backend + AttentionOps, C: CheckpointStrategy> AttentionOps for Autodiff<B, C> {
    fn attention_forward(
        q: FloatTensor<Self>,
        k: FloatTensor<Self>,
        v: FloatTensor<Self>,
        key_mask: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        relative: FloatTensor<Self>,
        spec: AttentionSpec,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        #[derive(Debug)]
        struct Attention;
        impl<B: Backend + AttentionOps> Backward<B, 5> for Attention {
            type State = State<B>;
            fn backward(self, ops: Ops<Self::State, 5>, grads: &mut Gradients, _: &mut Checkpointer) {
                let [q, k, v, bias, relative] = ops.parents;
                let State { arguments, out, lse, spec } = ops.state;
                let gradient = grads.consume::<B>(&ops.node);
                if let Some(node) = bias.filter(|_| spec.has_bias) {
                    let Arguments { q, k, v, key_mask, bias, relative } = arguments.clone();
                    let (out, lse, gradient) = (out.clone(), lse.clone(), gradient.clone());
                    let found =
                        B::attention_bias_gradient(q, k, v, key_mask, bias, relative, out, lse, gradient, spec.clone());
                    grads.register::<B>(node.id, found);
                }
                if let Some(node) = relative.filter(|_| spec.has_relative) {
                    let Arguments { q, k, v, key_mask, bias, relative } = arguments.clone();
                    let (out, lse, gradient) = (out.clone(), lse.clone(), gradient.clone());
                    let found = B::attention_relative_gradient(
                        q,
                        k,
                        v,
                        key_mask,
                        bias,
                        relative,
                        out,
                        lse,
                        gradient,
                        spec.clone(),
                    );
                    grads.register::<B>(node.id, found);
                }
                if q.is_none() && k.is_none() && v.is_none() {
                    return;
                }
                let arguments =
                    (arguments.q, arguments.k, arguments.v, arguments.key_mask, arguments.bias, arguments.relative);
                let (aq, ak, av, key_mask, bias, relative) = arguments;
                let (d_q, d_k, d_v) =
                    B::attention_backward(aq, ak, av, key_mask, bias, relative, out, lse, gradient, spec);
                for (node, gradient) in [(q, d_q), (k, d_k), (v, d_v)] {
                    if let Some(node) = node {
                        grads.register::<B>(node.id, gradient);
                    }
                }
            }
        }
        let parents = [q.node(), k.node(), v.node(), bias.node(), relative.node()];
        let arguments = Arguments {
            q: q.into_primitive(),
            k: k.into_primitive(),
            v: v.into_primitive(),
            key_mask: key_mask.into_primitive(),
            bias: bias.into_primitive(),
            relative: relative.into_primitive(),
        };
        let run = |Arguments { q, k, v, key_mask, bias, relative }: Arguments<B>, spec| {
            B::attention_forward(q, k, v, key_mask, bias, relative, spec)
        };
        match Attention.prepare::<C>(parents).compute_bound().stateful() {
            OpsKind::Tracked(prep) => {
                let (out, lse) = run(arguments.clone(), spec.clone());
                let state = State { arguments, out: out.clone(), lse: lse.clone(), spec };
                (prep.finish(state, out), Self::from_inner(lse))
            }
            OpsKind::UnTracked(prep) => {
                let (out, lse) = run(arguments, spec);
                (prep.finish(out), Self::from_inner(lse))
            }
        }
    }
}
