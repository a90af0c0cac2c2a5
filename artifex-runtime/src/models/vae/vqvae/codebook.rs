//! The book of codes.

use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor, TensorData};

use crate::nn::{Initializer, ParamScope};
use crate::rng::Stream;

/// Keeps the estimate of a code's count away from 0 (Laplace smoothing).
const SMOOTHING: f64 = 1e-5;

/// Codes that follow the vectors that they stand for (van den Oord et al. 2017, appendix A.1).
///
/// None of its tensors has a gradient; [`Codebook::update`] is how they change.
#[derive(Module, Debug)]
pub(super) struct Codebook {
    /// `[codes, width]`.
    codes: Param<Tensor<2>>,
    /// Moving average of the number of vectors that each code stands for: `[codes]`.
    running_count: Param<Tensor<1>>,
    /// Moving average of their sum: `[codes, width]`.
    running_sum: Param<Tensor<2>>,
    decay: f64,
    threshold: f64,
}

impl Codebook {
    pub(super) fn new(codes: usize, width: usize, [decay, threshold]: [f64; 2], scope: &ParamScope) -> Self {
        let values = scope.weight("codes", [codes, width], [1, width], Initializer::LecunNormal);
        let count = Tensor::ones([codes], scope.device());
        Self {
            running_sum: Param::from_tensor(values.val().detach()).set_require_grad(false),
            running_count: Param::from_tensor(count).set_require_grad(false),
            codes: values.set_require_grad(false),
            decay,
            threshold,
        }
    }

    /// Number of codes.
    pub(super) fn len(&self) -> usize {
        self.codes.val().dims()[0]
    }

    /// Numbers of a code.
    pub(super) fn width(&self) -> usize {
        self.codes.val().dims()[1]
    }

    /// The code nearest to each vector: `[M, width]` to `[M]`.
    pub(super) fn nearest(&self, vectors: Tensor<2>) -> Tensor<1, Int> {
        let codes = self.codes.val().without_autodiff();
        // The square of the vector itself is the same for all codes.
        let squares = codes.clone().square().sum_dim(1).transpose();
        let distances = squares - vectors.without_autodiff().matmul(codes.transpose()) * 2.0;
        distances.argmin(1).squeeze_dim::<1>(1)
    }

    /// The codes of those numbers: `[M]` to `[M, width]`.
    pub(super) fn look_up(&self, numbers: Tensor<1, Int>) -> Tensor<2> {
        self.codes.val().select(0, numbers)
    }

    /// The book after a batch of `vectors: [M, width]`, which the codes `numbers: [M]` stand for. Which vectors dead codes start
    /// again at comes from `stream`.
    pub(super) fn update(self, vectors: Tensor<2>, numbers: Tensor<1, Int>, stream: &mut Stream) -> Self {
        let (codes, vectors) = (self.len(), vectors.without_autodiff());
        let chosen = numbers.one_hot::<2>(codes).float();
        let mix = |old: Tensor<2>, new: Tensor<2>| old * self.decay + new * (1.0 - self.decay);
        let column = |x: Tensor<1>| x.unsqueeze_dim::<2>(1);
        let old = column(self.running_count.val().without_autodiff());
        let count = mix(old, chosen.clone().sum_dim(0).transpose());
        let sum = mix(self.running_sum.val().without_autodiff(), chosen.transpose().matmul(vectors.clone()));
        let total = count.clone().sum().unsqueeze::<2>();
        #[expect(clippy::cast_precision_loss, reason = "far fewer codes than 2^52")]
        let size = codes as f64;
        let smoothed = (count.clone() + SMOOTHING) * total.clone() / (total + SMOOTHING * size);
        let means = sum.clone() / smoothed;

        let rows = vectors.dims()[0] as u64;
        #[expect(clippy::cast_possible_wrap, reason = "far fewer vectors than 2^63")]
        let picks: Vec<i64> = (0..codes).map(|_| stream.below(rows) as i64).collect();
        let picks = Tensor::<1, Int>::from_data(TensorData::new(picks, [codes]), &vectors.device());
        let fresh = vectors.select(0, picks);
        let dead = count.clone().lower_elem(self.threshold);
        let everywhere = dead.clone().expand(means.dims());
        let means = means.mask_where(everywhere.clone(), fresh.clone());
        // As if the code had stood for as many such vectors as keep it alive.
        let sum = sum.mask_where(everywhere, fresh * self.threshold);
        let count = count.mask_fill(dead, self.threshold).squeeze_dim::<1>(1);
        Self {
            codes: replace(self.codes, means),
            running_count: replace(self.running_count, count),
            running_sum: replace(self.running_sum, sum),
            ..self
        }
    }
}

/// The parameter with another value.
fn replace<const D: usize>(param: Param<Tensor<D>>, value: Tensor<D>) -> Param<Tensor<D>> {
    param.map(|old| if old.is_autodiff() { value.autodiff() } else { value })
}

/// How many codes are in use: the exponential of the entropy of their shares, from 1 to the size of the book.
///
/// `numbers`: `[M]`; result: `[1]`.
pub(super) fn perplexity(numbers: Tensor<1, Int>, codes: usize) -> Tensor<1> {
    let shares = numbers.one_hot::<2>(codes).float().mean_dim(0);
    // 0 · ln 0 is 0.
    (shares.clone() * shares.clamp_min(1e-30).log()).sum().neg().exp()
}
