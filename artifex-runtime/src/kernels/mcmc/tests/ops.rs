use super::super::ops::{self, Path, portable};
use super::*;

/// Odd sizes, more than one task, and none.
const SHAPES: [[usize; 2]; 11] =
    [[0, 3], [1, 1], [3, 1], [2, 3], [4, 63], [2, 64], [3, 65], [2, 129], [1000, 3], [129, 5], [20, 1000]];

fn groups(chains: usize) -> usize {
    if chains.is_multiple_of(2) && chains > 0 { 2 } else { 1 }
}

/// Both the operation and its portable body are what double precision says.
#[track_caller]
fn check(found: &[f32], portable: &[f32], expected: &[f64], tolerance: f64) {
    assert_close(found, expected, tolerance);
    assert_close(portable, expected, tolerance);
}

// A portable body is compared only where the CPU's backend is if burn's operations on GPUs refuse one of the shapes.
on_devices! {
    fn langevin_is_the_formula(device) {
        for shape in SHAPES {
            let [chains, dims] = shape;
            let (x, g) = (state(1, shape, device), state(2, shape, device));
            let (p, step) = (positive(3, dims, device), positive(4, groups(chains), device));
            let from = stream();
            let found = host(ops::langevin(x.clone(), g.clone(), p.clone(), step.clone(), 0.7, from.clone()));
            #[cfg(feature = "flex")]
            let portable = portable::langevin::<Plain>(plain(&x), plain(&g), plain(&p), plain(&step), 0.7, &from);
            let (x, g, p, step, noise) = (double(&x), double(&g), double(&p), double(&step), noise_of(&from, shape));
            let expected: Vec<f64> = (0..x.len()).map(|i| {
                let e = step[i / dims % step.len()] * p[i % dims];
                x[i] + 0.5 * e * g[i] + (e * f64::from(0.7f32)).sqrt() * noise[i]
            }).collect();
            assert_close(&found, &expected, 2e-6);
            #[cfg(feature = "flex")]
            assert_close(&from_plain::<2>(portable), &expected, 2e-6);
        }
    }

    fn log_ratio_of_proposals_is_that_of_their_normal_densities(device) {
        for shape in SHAPES {
            let [chains, dims] = shape;
            let [x, g, y, h] = [1, 2, 3, 4].map(|seed| state(seed, shape, device));
            let (p, step) = (positive(5, dims, device), positive(6, groups(chains), device));
            let found = host(ops::proposal_log_ratio(
                x.clone(), g.clone(), y.clone(), h.clone(), p.clone(), step.clone()));
            #[cfg(feature = "flex")]
            let portable = portable::proposal_log_ratio::<Plain>(
                plain(&x), plain(&g), plain(&y), plain(&h), plain(&p), plain(&step));
            let [x, g, y, h] = [&x, &g, &y, &h].map(double);
            let (p, step) = (double(&p), double(&step));
            let expected: Vec<f64> = (0..chains).map(|c| (c * dims..(c + 1) * dims).map(|i| {
                let e = step[c % step.len()] * p[i % dims];
                let log_q = |to: f64, at: f64, slope: f64| -(to - at - 0.5 * e * slope).powi(2) / (2.0 * e);
                log_q(x[i], y[i], h[i]) - log_q(y[i], x[i], g[i])
            }).sum()).collect();
            let tolerance = 2e-6 * (dims as f64).sqrt();
            assert_close(&found, &expected, tolerance);
            #[cfg(feature = "flex")]
            assert_close(&from_plain::<1>(portable), &expected, tolerance);
        }
    }

    fn momentum_has_the_mass_and_its_energy(device) {
        for shape in SHAPES {
            let [_, dims] = shape;
            let (x, mass) = (state(1, shape, device), positive(2, dims, device));
            let from = stream();
            let (p, kinetic) = ops::momentum(x.clone(), mass.clone(), from.clone());
            let portable = portable::momentum::<Plain>(&plain(&x), plain(&mass), &from);
            let (noise, mass) = (noise_of(&from, shape), double(&mass));
            let expected: Vec<f64> = noise.iter().enumerate().map(|(i, z)| z / mass[i % dims].sqrt()).collect();
            check(&host(p), &from_plain::<2>(portable.0), &expected, 3e-6);
            let expected: Vec<f64> = noise.chunks(dims).map(|z| 0.5 * z.iter().map(|z| z * z).sum::<f64>()).collect();
            check(&host(kinetic), &from_plain::<1>(portable.1), &expected, 3e-6);
        }
    }

    fn kicks_and_drifts_are_the_formulas(device) {
        for shape in SHAPES {
            let [chains, dims] = shape;
            let [x, p, g] = [1, 2, 3].map(|seed| state(seed, shape, device));
            let (mass, step) = (positive(4, dims, device), positive(5, groups(chains), device));
            let kept = host(x.clone());
            let (x1, p1) = ops::kick_drift(x.clone(), p.clone(), g.clone(), mass.clone(), step.clone(), 0.5);
            assert_eq!(host(x.clone()), kept, "a tensor that is still held keeps its values");
            let (p2, kinetic) = ops::kick(p.clone(), g.clone(), mass.clone(), step.clone(), 0.5);
            let first = portable::kick_drift::<Plain>(plain(&x), plain(&p), plain(&g), plain(&mass), plain(&step), 0.5);
            let second = portable::kick::<Plain>(plain(&p), plain(&g), plain(&mass), plain(&step), 0.5);
            let [x, p, g] = [&x, &p, &g].map(double);
            let (mass, step) = (double(&mass), double(&step));
            let e = |i: usize| step[i / dims % step.len()];
            let kicked: Vec<f64> = (0..p.len()).map(|i| p[i] + 0.5 * e(i) * g[i]).collect();
            let drifted: Vec<f64> = (0..p.len()).map(|i| x[i] + e(i) * mass[i % dims] * kicked[i]).collect();
            let energy: Vec<f64> = (0..chains).map(|c| {
                (c * dims..(c + 1) * dims).map(|i| 0.5 * kicked[i].powi(2) * mass[i % dims]).sum()
            }).collect();
            check(&host(x1), &from_plain::<2>(first.0), &drifted, 2e-6);
            check(&host(p1), &from_plain::<2>(first.1), &kicked, 2e-6);
            check(&host(p2), &from_plain::<2>(second.0), &kicked, 2e-6);
            check(&host(kinetic), &from_plain::<1>(second.1), &energy, 2e-6);
        }
    }

    fn decisions_are_metropolis_and_reject_what_is_not_finite(device) {
        let (inf, nan) = (f32::INFINITY, f32::NAN);
        let ratios = [0.0, 5.0, -0.5, -2.0, -200.0, -inf, inf, nan, 3.0, 3.0, 3.0, -0.1, -1.0, -1.0, -1.0, 1e30];
        let proposed = [1.0, 1.0, 1.0, 1.0, 1.0, -inf, 1.0, 1.0, nan, inf, -inf, 7.0, 8.0, 9.0, 10.0, 11.0];
        let n = ratios.len();
        let current: Vec<f32> = (0..n).map(|i| -(i as f32)).collect();
        let make = |values: &[f32]| Tensor::<1>::from_floats(values, device);
        for dims in [1, 4, 5] {
            let from = stream();
            let uniforms = uniforms_of(&from, [n, dims]);
            let found = ops::decide(make(&ratios), make(&current), make(&proposed), dims, from.clone());
            let (density, probability, accepted) = (host(found.log_density), host(found.probability), host(found.accepted));
            for i in 0..n {
                let ok = ratios[i].is_finite() && proposed[i].is_finite();
                let expected = if ok { f64::from(ratios[i].min(0.0)).exp() } else { 0.0 };
                assert!((f64::from(probability[i]) - expected).abs() <= 1e-6, "{i}: {} for {expected}", probability[i]);
                let accepts = uniforms[i] < probability[i];
                assert_eq!(accepted[i], f32::from(u8::from(accepts)), "{i}");
                assert_eq!(density[i], if accepts { proposed[i] } else { current[i] }, "{i}");
            }
            let to_plain = |values: &[f32]| plain(&make(values));
            let rows = portable::decide::<Plain>(to_plain(&ratios), to_plain(&current), to_plain(&proposed), dims, &from);
            assert_eq!(from_plain::<2>(rows)[2 * n..], accepted[..]);
        }
    }

    fn rejected_rows_keep_their_state_even_beside_nan(device) {
        for shape in SHAPES {
            let [chains, dims] = shape;
            let [x, g] = [1, 2].map(|seed| state(seed, shape, device));
            let accepted: Vec<f32> = (0..chains).map(|c| f32::from(u8::from(c % 3 == 1))).collect();
            let accepted_rows = Tensor::<1>::from_floats(accepted.as_slice(), device);
            // Proposals of chains that reject are not numbers.
            let spoil = (accepted_rows.clone() - 1.0).sqrt().unsqueeze_dim::<2>(1);
            let (y, h) = (state(3, shape, device) + spoil.clone(), state(4, shape, device) + spoil);
            let (x1, g1) = ops::select(x.clone(), y.clone(), g.clone(), h.clone(), accepted_rows.clone());
            let portable = portable::select_rows::<Plain>(plain(&x), plain(&y), plain(&g), plain(&h), plain(&accepted_rows));
            let pick = |old: &Tensor<2>, new: &Tensor<2>| -> Vec<f32> {
                let (old, new) = (host(old.clone()), host(new.clone()));
                (0..old.len()).map(|i| if accepted[i / dims] == 0.0 { old[i] } else { new[i] }).collect()
            };
            assert_eq!(host(x1), pick(&x, &y));
            assert_eq!(host(g1), pick(&g, &h));
            assert_eq!(from_plain::<2>(portable.0), pick(&x, &y));
            assert_eq!(from_plain::<2>(portable.1), pick(&g, &h));
        }
    }

    fn exchanges_have_the_probability_of_the_formula(device) {
        for (sets, temperatures, dims) in [(1, 1, 3), (3, 2, 1), (65, 4, 3), (7, 5, 129)] {
            let chains = sets * temperatures;
            let x = state(1, [chains, dims], device);
            let mut density = Stream::from_seed(2).normal(chains);
            if chains > 20 {
                density[9] = f32::NAN;
                density[16] = f32::NEG_INFINITY;
            }
            let density = Tensor::<1>::from_floats(density.as_slice(), device);
            let betas: Vec<f32> = (0..temperatures).map(|t| 0.4f32.powi(t as i32)).collect();
            let betas_on = Tensor::<1>::from_floats(betas.as_slice(), device);
            for odd in [false, true] {
                let from = stream();
                let (x1, l1, p1) = ops::swap(x.clone(), density.clone(), betas_on.clone(), odd, from.clone());
                let portable = portable::swap_replicas::<Plain>(plain(&x), plain(&density), plain(&betas_on), odd, &from);
                let l = host(density.clone());
                let (mut source, mut probability) = ((0..chains).collect::<Vec<_>>(), vec![0.0; chains]);
                for lower in (0..chains).filter(|row| {
                    let t = row % temperatures;
                    t % 2 == usize::from(odd) && t + 1 < temperatures
                }) {
                    let t = lower % temperatures;
                    let ratio = f64::from(betas[t] - betas[t + 1]) * f64::from(l[lower + 1] - l[lower]);
                    let p = if ratio.is_finite() { ratio.min(0.0).exp() } else { 0.0 };
                    (probability[lower], probability[lower + 1]) = (p, p);
                    let mut here = from.clone();
                    here.take(lower as u64);
                    if f64::from(here.uniform(1)[0]) < p {
                        source.swap(lower, lower + 1);
                    }
                }
                assert_close(&host(p1), &probability, 1e-6);
                let x = host(x.clone());
                let rows: Vec<f32> = source.iter().flat_map(|r| x[r * dims..(r + 1) * dims].to_vec()).collect();
                assert_eq!(host(x1), rows);
                let bits = |values: Vec<f32>| values.iter().map(|v| if v.is_nan() { 1 } else { v.to_bits() }).collect::<Vec<_>>();
                assert_eq!(bits(host(l1)), bits(source.iter().map(|r| l[*r]).collect()));
                assert_eq!(from_plain::<2>(portable.0), rows);
                assert_close(&from_plain::<2>(portable.1)[chains..], &probability, 1e-6);
            }
        }
    }

    fn a_leapfrog_path_runs_backwards(device) {
        let density = AnalyticDensity::banana(3, 2.0, 0.1).unwrap();
        let x = state(1, [65, 3], device);
        let mass = positive(2, 3, device);
        let (p, _) = ops::momentum(x.clone(), mass.clone(), stream());
        let step = Tensor::<1>::from_floats([0.1], device);
        let path = |mut x: Tensor<2>, mut p: Tensor<2>| {
            for leapfrog in 0..20 {
                let (_, g) = density.log_density_and_gradient(x.clone());
                (x, p) = ops::kick_drift(x, p, g, mass.clone(), step.clone(), if leapfrog == 0 { 0.5 } else { 1.0 });
            }
            let (_, g) = density.log_density_and_gradient(x.clone());
            (x, ops::kick(p, g, mass.clone(), step.clone(), 0.5).0)
        };
        let (there, momentum) = path(x.clone(), p.clone());
        assert!(host((there.clone() - x.clone()).abs().max())[0] > 1.0, "the path leads somewhere");
        let (back, momentum) = path(there, momentum.neg());
        assert_close(&host(back), &double(&x), 1e-5);
        assert_close(&host(momentum.neg()), &double(&p), 1e-5);
    }

    fn energy_error_falls_with_the_square_of_the_step(device) {
        let density = AnalyticDensity::banana(2, 2.0, 0.3).unwrap();
        let x = state(1, [500, 2], device);
        let error = |step: f32, leapfrogs| {
            let path = Path { leapfrogs, adjusted: true };
            let moved = ops::transition(x.clone(), &density, &[1.0, 1.0], &[step], &[1.0], path, stream());
            (double(&moved.energy_error).iter().map(|e| e * e).sum::<f64>() / 500.0).sqrt()
        };
        let ratio = error(0.1, 10) / error(0.05, 20);
        assert!((3.6..4.4).contains(&ratio), "{ratio}");
    }
}

fn ones(shape: [usize; 2]) -> Tensor<2> {
    Tensor::ones(shape, &any_device())
}

fn line(n: usize) -> Tensor<1> {
    Tensor::ones([n], &any_device())
}

#[test]
#[should_panic(expected = "kick_drift: shapes [2, 3] and [3, 2] differ")]
fn states_of_two_shapes_are_refused() {
    let _ = ops::kick_drift(ones([2, 3]), ones([3, 2]), ones([2, 3]), line(3), line(1), 0.5);
}

#[test]
#[should_panic(expected = "langevin: a state of [2, 3] needs one value per coordinate, not [2]")]
fn a_preconditioner_of_another_width_is_refused() {
    let _ = ops::langevin(ones([2, 3]), ones([2, 3]), line(2), line(1), 1.0, stream());
}

#[test]
#[should_panic(expected = "kick: the chains of [3, 2] cannot be shared out evenly among the values of [2]")]
fn steps_that_do_not_divide_the_chains_are_refused() {
    let _ = ops::kick(ones([3, 2]), ones([3, 2]), line(2), line(2), 0.5);
}

#[test]
#[should_panic(expected = "select: a state of [3, 2] needs one value per chain, not [2]")]
fn decisions_for_other_chains_are_refused() {
    let _ = ops::select(ones([3, 2]), ones([3, 2]), ones([3, 2]), ones([3, 2]), line(2));
}

#[test]
#[should_panic(expected = "decide: shapes [3] and [2] differ")]
fn log_densities_of_other_chains_are_refused() {
    let _ = ops::decide(line(3), line(3), line(2), 1, stream());
}

#[test]
#[should_panic(expected = "transition: a state of [4, 3], a density of 2 dimensions and 3 inverse masses")]
fn a_density_of_another_width_is_refused() {
    let density = AnalyticDensity::standard_normal(2).unwrap();
    let path = Path { leapfrogs: 1, adjusted: true };
    let _ = ops::transition(ones([4, 3]), &density, &[1.0; 3], &[0.1], &[1.0], path, stream());
}
