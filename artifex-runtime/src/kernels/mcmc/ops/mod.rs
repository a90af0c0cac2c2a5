//! The fused operations that samplers are made of.
//!
//! States, gradients and momenta are `[C, D]`: one row per chain. What belongs to a coordinate (the diagonal of a mass matrix
//! or of a preconditioner) is `[D]`. Step sizes are `[G]`, and chain `c` has the one at `c mod G`: one for all chains, one for
//! each of them, or one per temperature of replicas that alternate. Random numbers are drawn inside the operations; which
//! words of the stream a chain has, the [module above](super#randomness) says.
//!
//! On the CPU each operation is one pass by several threads, on a device of cubecl one launch. Tensors that are not f32 go
//! through burn's own operations. Results carry no gradient, and tensors with autodiff are refused by burn.

#[cfg(feature = "cubecl")]
mod cube;
#[cfg(feature = "cubecl")]
mod cube_transition;
#[cfg(feature = "flex")]
mod flex;
pub(super) mod host;
pub(super) mod portable;

use burn::backend::{Backend, Dispatch, backend_extension, tensor::FloatTensor};
use burn::tensor::Tensor;

use super::density::{Analytic, AnalyticDensity};
use crate::rng::Stream;

/// How a chain moves in a [`transition`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
    /// Leapfrog steps.
    pub leapfrogs: usize,
    /// Whether the end of the path is accepted with the Metropolis probability, or always.
    pub adjusted: bool,
}

/// Steps of Markov chains as backend operations.
#[backend_extension(Flex: cfg(feature = "flex"), Cube: cfg(feature = "cubecl"), Fusion: cfg(feature = "fusion"))]
pub trait McmcOps: Backend {
    /// See [`langevin`](fn@langevin).
    #[fusion(dtype = x, shape = x)]
    fn langevin(
        x: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        preconditioner: FloatTensor<Self>,
        step: FloatTensor<Self>,
        temperature: f32,
        from: Stream,
    ) -> FloatTensor<Self> {
        portable::langevin::<Self>(x, gradient, preconditioner, step, temperature, &from)
    }

    /// See [`proposal_log_ratio`](fn@proposal_log_ratio).
    #[fusion(dtype = x, shape = burn::tensor::Shape::from([x[0]]))]
    fn proposal_log_ratio(
        x: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        proposal: FloatTensor<Self>,
        proposal_gradient: FloatTensor<Self>,
        preconditioner: FloatTensor<Self>,
        step: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        portable::proposal_log_ratio::<Self>(x, gradient, proposal, proposal_gradient, preconditioner, step)
    }

    /// See [`momentum`](fn@momentum). `like` is the state, which only says shape, type and device.
    #[fusion(meta = |like, _inverse_mass, _from| {
        let per_chain = burn::backend::fusion::custom::TensorSpec::new([like.shape[0]].into(), like.dtype);
        (like.clone(), per_chain)
    })]
    fn momentum(
        like: FloatTensor<Self>,
        inverse_mass: FloatTensor<Self>,
        from: Stream,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::momentum::<Self>(&like, inverse_mass, &from)
    }

    /// See [`kick_drift`](fn@kick_drift).
    #[fusion(meta = |x, momentum, _gradient, _inverse_mass, _step, _fraction| (x.clone(), momentum.clone()))]
    fn kick_drift(
        x: FloatTensor<Self>,
        momentum: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        inverse_mass: FloatTensor<Self>,
        step: FloatTensor<Self>,
        fraction: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::kick_drift::<Self>(x, momentum, gradient, inverse_mass, step, fraction)
    }

    /// See [`kick`](fn@kick).
    #[fusion(meta = |momentum, _gradient, _inverse_mass, _step, _fraction| {
        let per_chain = burn::backend::fusion::custom::TensorSpec::new([momentum.shape[0]].into(), momentum.dtype);
        (momentum.clone(), per_chain)
    })]
    fn kick(
        momentum: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        inverse_mass: FloatTensor<Self>,
        step: FloatTensor<Self>,
        fraction: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::kick::<Self>(momentum, gradient, inverse_mass, step, fraction)
    }

    /// See [`decide`](fn@decide): the rows are log density, probability and whether the chain accepts.
    #[fusion(dtype = log_ratio, shape = burn::tensor::Shape::from([3, log_ratio[0]]))]
    fn decide(
        log_ratio: FloatTensor<Self>,
        current: FloatTensor<Self>,
        proposed: FloatTensor<Self>,
        dims: usize,
        from: Stream,
    ) -> FloatTensor<Self> {
        portable::decide::<Self>(log_ratio, current, proposed, dims, &from)
    }

    /// See [`select`](fn@select).
    #[fusion(meta = |x, _proposal, gradient, _proposal_gradient, _accepted| (x.clone(), gradient.clone()))]
    fn select_rows(
        x: FloatTensor<Self>,
        proposal: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        proposal_gradient: FloatTensor<Self>,
        accepted: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::select_rows::<Self>(x, proposal, gradient, proposal_gradient, accepted)
    }

    /// See [`swap`](fn@swap): the rows of the second result are log density and probability.
    #[fusion(meta = |x, log_density, _betas, _odd, _from| {
        let rows = burn::backend::fusion::custom::TensorSpec::new([2, x.shape[0]].into(), log_density.dtype);
        (x.clone(), rows)
    })]
    fn swap_replicas(
        x: FloatTensor<Self>,
        log_density: FloatTensor<Self>,
        betas: FloatTensor<Self>,
        odd: bool,
        from: Stream,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::swap_replicas::<Self>(x, log_density, betas, odd, &from)
    }

    /// Log density `[C]` and gradient `[C, D]` of a density that the kernels know, at `x`.
    #[fusion(meta = |x, _parameters, _density| {
        let per_chain = burn::backend::fusion::custom::TensorSpec::new([x.shape[0]].into(), x.dtype);
        (per_chain, x.clone())
    })]
    fn analytic_density(
        x: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        density: Analytic,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::analytic_density::<Self>(x, parameters, density)
    }

    /// See [`transition`](fn@transition). `settings` holds the density's parameters, then the `D` diagonal entries of the
    /// inverse mass matrix, then step sizes and inverse temperatures, `groups` of each. Results: the new state, the end of
    /// the path and the momentum there, and `[4, C]` with the rows of [`Transitioned`].
    #[fusion(meta = |x, _settings, _density, _path, _groups, _from| {
        let rows = burn::backend::fusion::custom::TensorSpec::new([4, x.shape[0]].into(), x.dtype);
        (x.clone(), x.clone(), x.clone(), rows)
    })]
    fn analytic_transition(
        x: FloatTensor<Self>,
        settings: FloatTensor<Self>,
        density: Analytic,
        path: Path,
        groups: usize,
        from: Stream,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        portable::analytic_transition::<Self>(x, settings, density, path, groups, &from)
    }
}

/// What an accept step decides.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Log density of the state that was chosen: `[C]`.
    pub log_density: Tensor<1>,
    /// The probability to accept: `[C]`.
    pub probability: Tensor<1>,
    /// 1 where the proposal is accepted, else 0: `[C]`.
    pub accepted: Tensor<1>,
}

/// What a fused [`transition`] gives.
#[derive(Clone, Debug)]
pub struct Transitioned {
    /// The new state: `[C, D]`.
    pub x: Tensor<2>,
    /// The end of the path, accepted or not: `[C, D]`.
    pub proposal: Tensor<2>,
    /// The momentum there: `[C, D]`.
    pub momentum: Tensor<2>,
    /// Log density of the new state, not tempered: `[C]`.
    pub log_density: Tensor<1>,
    /// The probability to accept: `[C]`.
    pub probability: Tensor<1>,
    /// Energy at the end of the path minus energy at its beginning: `[C]`.
    pub energy_error: Tensor<1>,
    /// 1 where the end is accepted, else 0: `[C]`.
    pub accepted: Tensor<1>,
}

/// `x + ε/2 · P ∇log π(x) + √(ε τ P) ξ`: a step of overdamped Langevin dynamics (Roberts and Tweedie 1996, section 1.4.1), the
/// proposal of MALA, and the update of SGLD (Welling and Teh 2011, eq. 4).
///
/// `x`, `gradient` (of log π): `[C, D]`; `preconditioner` (the diagonal of P): `[D]`; `step` (ε): `[G]`; ξ is standard normal.
/// The temperature τ scales the noise's variance: the dynamics target π^{1/τ}.
///
/// # Panics
/// If shapes do not fit.
#[must_use]
pub fn langevin(
    x: Tensor<2>,
    gradient: Tensor<2>,
    preconditioner: Tensor<1>,
    step: Tensor<1>,
    temperature: f32,
    from: Stream,
) -> Tensor<2> {
    same("langevin", &x, &gradient);
    per_coordinate("langevin", &x, &preconditioner);
    per_group("langevin", &x, &step);
    Tensor::from_dispatch(<Dispatch as McmcOps>::langevin(
        x.into_dispatch(),
        gradient.into_dispatch(),
        preconditioner.into_dispatch(),
        step.into_dispatch(),
        temperature,
        from,
    ))
}

/// `log q(x | y) - log q(y | x)` for `q(y | x) = N(y; x + ε/2 P ∇log π(x), ε P)`, the proposal of MALA: `[C]`.
///
/// Written out, it is `-½ Σ_d (g_d + h_d) · ((y_d - x_d) - ε/4 · P_d (g_d - h_d))` with the gradients `g` at `x` and `h` at
/// `y`: nothing large cancels, and there is no division.
///
/// `x`, `gradient`, `proposal`, `proposal_gradient`: `[C, D]`; `preconditioner`: `[D]`; `step`: `[G]`.
///
/// # Panics
/// If shapes do not fit.
#[must_use]
pub fn proposal_log_ratio(
    x: Tensor<2>,
    gradient: Tensor<2>,
    proposal: Tensor<2>,
    proposal_gradient: Tensor<2>,
    preconditioner: Tensor<1>,
    step: Tensor<1>,
) -> Tensor<1> {
    for other in [&gradient, &proposal, &proposal_gradient] {
        same("proposal_log_ratio", &x, other);
    }
    per_coordinate("proposal_log_ratio", &x, &preconditioner);
    per_group("proposal_log_ratio", &x, &step);
    Tensor::from_dispatch(<Dispatch as McmcOps>::proposal_log_ratio(
        x.into_dispatch(),
        gradient.into_dispatch(),
        proposal.into_dispatch(),
        proposal_gradient.into_dispatch(),
        preconditioner.into_dispatch(),
        step.into_dispatch(),
    ))
}

/// A momentum `p ~ N(0, M)` for each chain of the state `like: [C, D]`, and its kinetic energy `½ Σ p² / M: [C]`.
///
/// `inverse_mass`: the diagonal of M⁻¹, `[D]`.
///
/// # Panics
/// If shapes do not fit.
#[must_use]
pub fn momentum(like: Tensor<2>, inverse_mass: Tensor<1>, from: Stream) -> (Tensor<2>, Tensor<1>) {
    per_coordinate("momentum", &like, &inverse_mass);
    let (momentum, kinetic) = <Dispatch as McmcOps>::momentum(like.into_dispatch(), inverse_mass.into_dispatch(), from);
    (Tensor::from_dispatch(momentum), Tensor::from_dispatch(kinetic))
}

/// A kick and a drift of the leapfrog integrator (Neal 2011, eqs. 2.28 and 2.29): `p + fraction · ε ∇log π(x)`, then
/// `x + ε M⁻¹ p` with the new momentum. A path begins with the fraction ½, goes on with 1 and ends with a [`kick`] of ½.
///
/// `x`, `momentum`, `gradient` (of log π at x): `[C, D]`; `inverse_mass`: `[D]`; `step` (ε): `[G]`. Results: position and
/// momentum.
///
/// # Panics
/// If shapes do not fit.
#[must_use]
pub fn kick_drift(
    x: Tensor<2>,
    momentum: Tensor<2>,
    gradient: Tensor<2>,
    inverse_mass: Tensor<1>,
    step: Tensor<1>,
    fraction: f32,
) -> (Tensor<2>, Tensor<2>) {
    same("kick_drift", &x, &momentum);
    same("kick_drift", &x, &gradient);
    per_coordinate("kick_drift", &x, &inverse_mass);
    per_group("kick_drift", &x, &step);
    let (x, momentum) = <Dispatch as McmcOps>::kick_drift(
        x.into_dispatch(),
        momentum.into_dispatch(),
        gradient.into_dispatch(),
        inverse_mass.into_dispatch(),
        step.into_dispatch(),
        fraction,
    );
    (Tensor::from_dispatch(x), Tensor::from_dispatch(momentum))
}

/// A kick of the leapfrog integrator, `p + fraction · ε ∇log π(x)`, and the kinetic energy `½ Σ p² / M: [C]` after it.
///
/// `momentum`, `gradient`: `[C, D]`; `inverse_mass`: `[D]`; `step` (ε): `[G]`.
///
/// # Panics
/// If shapes do not fit.
#[must_use]
pub fn kick(
    momentum: Tensor<2>,
    gradient: Tensor<2>,
    inverse_mass: Tensor<1>,
    step: Tensor<1>,
    fraction: f32,
) -> (Tensor<2>, Tensor<1>) {
    same("kick", &momentum, &gradient);
    per_coordinate("kick", &momentum, &inverse_mass);
    per_group("kick", &momentum, &step);
    let (momentum, kinetic) = <Dispatch as McmcOps>::kick(
        momentum.into_dispatch(),
        gradient.into_dispatch(),
        inverse_mass.into_dispatch(),
        step.into_dispatch(),
        fraction,
    );
    (Tensor::from_dispatch(momentum), Tensor::from_dispatch(kinetic))
}

/// The Metropolis decision (Metropolis et al. 1953, Hastings 1970): a proposal is accepted with probability
/// `min(1, exp(log_ratio))`, and with probability 0 where `log_ratio` or the proposed log density is not finite.
///
/// `log_ratio`, and the log densities of the `current` and the `proposed` states: `[C]`. `dims` is the `D` of the states, which
/// says where in the stream a chain's numbers are.
///
/// # Panics
/// If shapes differ.
#[must_use]
pub fn decide(log_ratio: Tensor<1>, current: Tensor<1>, proposed: Tensor<1>, dims: usize, from: Stream) -> Decision {
    for other in [&current, &proposed] {
        assert!(
            log_ratio.dims() == other.dims(),
            "decide: shapes {:?} and {:?} differ",
            log_ratio.dims(),
            other.dims()
        );
    }
    let rows = <Dispatch as McmcOps>::decide(
        log_ratio.into_dispatch(),
        current.into_dispatch(),
        proposed.into_dispatch(),
        dims,
        from,
    );
    let rows = Tensor::from_dispatch(rows);
    Decision { log_density: row(&rows, 0), probability: row(&rows, 1), accepted: row(&rows, 2) }
}

/// For each chain the proposal and its gradient where `accepted` is not 0, else the old state and gradient.
///
/// `x`, `proposal`, `gradient`, `proposal_gradient`: `[C, D]`; `accepted`: `[C]`.
///
/// # Panics
/// If shapes do not fit.
#[must_use]
pub fn select(
    x: Tensor<2>,
    proposal: Tensor<2>,
    gradient: Tensor<2>,
    proposal_gradient: Tensor<2>,
    accepted: Tensor<1>,
) -> (Tensor<2>, Tensor<2>) {
    for other in [&proposal, &gradient, &proposal_gradient] {
        same("select", &x, other);
    }
    per_chain("select", &x, &accepted);
    let (x, gradient) = <Dispatch as McmcOps>::select_rows(
        x.into_dispatch(),
        proposal.into_dispatch(),
        gradient.into_dispatch(),
        proposal_gradient.into_dispatch(),
        accepted.into_dispatch(),
    );
    (Tensor::from_dispatch(x), Tensor::from_dispatch(gradient))
}

/// Exchanges the states of neighbouring temperatures (Swendsen and Wang 1986; Geyer 1991): replica `r` at temperature `t` is
/// row `r·T + t`, and the pair `(t, t + 1)` swaps with probability `min(1, exp((β_t - β_{t+1}) · (l_{t+1} - l_t)))`.
///
/// `x`: `[R·T, D]`; `log_density` (`l`, not tempered): `[R·T]`; `betas` (inverse temperatures): `[T]`. Pairs begin at even `t`, or
/// at odd ones if `odd`. The pair takes the first word of the block of its first row. Results: the states, their log densities
/// `[R·T]`, and the probability of each row's pair `[R·T]`, 0 for rows without a partner. Pairs with a log density that is not
/// finite do not swap.
///
/// # Panics
/// If shapes do not fit.
#[must_use]
pub fn swap(
    x: Tensor<2>,
    log_density: Tensor<1>,
    betas: Tensor<1>,
    odd: bool,
    from: Stream,
) -> (Tensor<2>, Tensor<1>, Tensor<1>) {
    per_chain("swap", &x, &log_density);
    per_group("swap", &x, &betas);
    let (x, rows) = <Dispatch as McmcOps>::swap_replicas(
        x.into_dispatch(),
        log_density.into_dispatch(),
        betas.into_dispatch(),
        odd,
        from,
    );
    let rows = Tensor::from_dispatch(rows);
    (Tensor::from_dispatch(x), row(&rows, 0), row(&rows, 1))
}

/// A whole step of Hamiltonian Monte Carlo (Neal 2011, section 5.3.2.1) on a density that the kernels know, tempered by an
/// inverse temperature per group: momentum, path, and decision in one pass.
///
/// With one leapfrog step it is MALA with `ε = step²`, and without adjustment Langevin dynamics.
///
/// `x`: `[C, D]`; `inverse_mass`: `D` numbers; `steps` and `betas`: `G` numbers each, of which chain `c` has those at `c mod G`.
///
/// # Panics
/// If sizes do not fit.
#[must_use]
pub fn transition(
    x: Tensor<2>,
    density: &AnalyticDensity,
    inverse_mass: &[f32],
    steps: &[f32],
    betas: &[f32],
    path: Path,
    from: Stream,
) -> Transitioned {
    let [chains, dims] = x.dims();
    let groups = steps.len();
    assert!(
        dims == density.dims_of() && dims == inverse_mass.len(),
        "transition: a state of [{chains}, {dims}], a density of {} dimensions and {} inverse masses",
        density.dims_of(),
        inverse_mass.len()
    );
    assert!(
        groups > 0 && groups == betas.len() && chains % groups == 0,
        "transition: {groups} step sizes and {} inverse temperatures for {chains} chains",
        betas.len()
    );
    let settings = [density.parameters(), inverse_mass, steps, betas].concat();
    let settings = Tensor::<1>::from_floats(settings.as_slice(), &x.device());
    let (x, proposal, momentum, rows) = <Dispatch as McmcOps>::analytic_transition(
        x.into_dispatch(),
        settings.into_dispatch(),
        density.analytic_of(),
        path,
        groups,
        from,
    );
    let rows = Tensor::from_dispatch(rows);
    Transitioned {
        x: Tensor::from_dispatch(x),
        proposal: Tensor::from_dispatch(proposal),
        momentum: Tensor::from_dispatch(momentum),
        log_density: row(&rows, 0),
        probability: row(&rows, 1),
        energy_error: row(&rows, 2),
        accepted: row(&rows, 3),
    }
}

fn row(rows: &Tensor<2>, index: usize) -> Tensor<1> {
    rows.clone().narrow(0, index, 1).squeeze_dim(0)
}

#[track_caller]
fn same(op: &str, x: &Tensor<2>, other: &Tensor<2>) {
    assert!(x.dims() == other.dims(), "{op}: shapes {:?} and {:?} differ", x.dims(), other.dims());
}

#[track_caller]
fn per_coordinate(op: &str, x: &Tensor<2>, other: &Tensor<1>) {
    let ([_, dims], found) = (x.dims(), other.dims());
    assert!([dims] == found, "{op}: a state of {:?} needs one value per coordinate, not {found:?}", x.dims());
}

#[track_caller]
fn per_chain(op: &str, x: &Tensor<2>, other: &Tensor<1>) {
    let ([chains, _], found) = (x.dims(), other.dims());
    assert!([chains] == found, "{op}: a state of {:?} needs one value per chain, not {found:?}", x.dims());
}

#[track_caller]
fn per_group(op: &str, x: &Tensor<2>, other: &Tensor<1>) {
    let ([chains, _], [groups]) = (x.dims(), other.dims());
    assert!(
        groups > 0 && chains % groups == 0,
        "{op}: the chains of {:?} cannot be shared out evenly among the values of {:?}",
        x.dims(),
        other.dims()
    );
}
