//! The acceptance probability is the formula, and moves are in detailed balance.

use super::super::ops::{self, Path};
use super::densities::all;
use super::*;

const CHAINS: usize = 65;

fn shape(dims: usize) -> [usize; 2] {
    [CHAINS, dims]
}

on_devices! {
    fn hmc_accepts_with_the_probability_of_its_energies(device) {
        for (name, dims, density, reference) in all() {
            let (mass, step, beta, leapfrogs) = ([0.5f32, 1.5, 1.0, 0.8], 0.15f32, 0.6f32, 5);
            let x = state(3, shape(dims), device);
            let path = Path { leapfrogs, adjusted: true };
            let moved = ops::transition(x.clone(), &density, &mass[..dims], &[step], &[beta], path, stream());
            // The path in double precision, with the gradient by differences.
            let points = double(&x);
            let noise = noise_of(&stream(), shape(dims));
            let (proposal, probability) = (double(&moved.proposal), double(&moved.probability));
            let (accepted, error) = (host(moved.accepted), double(&moved.energy_error));
            let uniforms = uniforms_of(&stream(), shape(dims));
            let (next, log_density) = (host(moved.x), double(&moved.log_density));
            for chain in 0..CHAINS {
                let row = chain * dims..(chain + 1) * dims;
                let mut q = points[row.clone()].to_vec();
                let mut p: Vec<f64> = (0..dims).map(|d| noise[row.start + d] / f64::from(mass[d]).sqrt()).collect();
                let (step, beta) = (f64::from(step), f64::from(beta));
                let energy = |q: &[f64], p: &[f64]| {
                    let kinetic: f64 = (0..dims).map(|d| 0.5 * p[d] * p[d] * f64::from(mass[d])).sum();
                    kinetic - beta * reference(q)
                };
                let slopes = |q: &[f64]| -> Vec<f64> {
                    (0..dims).map(|d| {
                        let at = |h: f64| { let mut q = q.to_vec(); q[d] += h; reference(&q) };
                        beta * (at(1e-4) - at(-1e-4)) / 2e-4
                    }).collect()
                };
                let before = energy(&q, &p);
                for _ in 0..leapfrogs {
                    slopes(&q).iter().zip(&mut p).for_each(|(g, p)| *p += 0.5 * step * g);
                    (0..dims).for_each(|d| q[d] += step * f64::from(mass[d]) * p[d]);
                    slopes(&q).iter().zip(&mut p).for_each(|(g, p)| *p += 0.5 * step * g);
                }
                let expected = energy(&q, &p) - before;
                assert!((error[chain] - expected).abs() <= 2e-4 * (1.0 + before.abs()), "{name}: {} for {expected}", error[chain]);
                assert!((probability[chain] - (-expected).min(0.0).exp()).abs() <= 1e-4 * (1.0 + before.abs()), "{name}");
                for d in 0..dims {
                    assert!((proposal[row.start + d] - q[d]).abs() <= 1e-4 * (1.0 + q[d].abs()), "{name}");
                }
                assert_eq!(accepted[chain] == 1.0, f64::from(uniforms[chain]) < probability[chain], "{name}");
                let stays = if accepted[chain] == 1.0 { &proposal } else { &points };
                (0..dims).for_each(|d| assert_eq!(f64::from(next[row.start + d]), stays[row.start + d], "{name}"));
                let expected = reference(&stays[row]);
                assert!((log_density[chain] - expected).abs() <= 1e-5 * (1.0 + expected.abs()), "{name}");
            }
        }
    }

    fn mala_accepts_with_the_probability_of_its_proposals(device) {
        for (name, dims, density, reference) in all() {
            let e = 0.2;
            let x = state(4, shape(dims), device);
            let points = double(&x);
            let noise = noise_of(&stream(), shape(dims));
            let expected: Vec<f64> = points.chunks(dims).zip(noise.chunks(dims)).map(|(x, noise)| {
                let slopes = |q: &[f64]| -> Vec<f64> {
                    (0..dims).map(|d| {
                        let at = |h: f64| { let mut q = q.to_vec(); q[d] += h; reference(&q) };
                        (at(1e-4) - at(-1e-4)) / 2e-4
                    }).collect()
                };
                let g = slopes(x);
                let y: Vec<f64> = (0..dims).map(|d| x[d] + 0.5 * e * g[d] + e.sqrt() * noise[d]).collect();
                let h = slopes(&y);
                let log_q = |to: &[f64], at: &[f64], g: &[f64]| -> f64 {
                    (0..dims).map(|d| -(to[d] - at[d] - 0.5 * e * g[d]).powi(2) / (2.0 * e)).sum()
                };
                (reference(&y) - reference(x) + log_q(x, &y, &h) - log_q(&y, x, &g)).min(0.0).exp()
            }).collect();
            // Fused, by the density's gradient, and by autodiff.
            let closure = density_of(|x| density.log_density(x));
            let targets: [(&str, &dyn Density); 3] =
                [("fused", &density), ("by gradient", &ByGradient(&density)), ("closure", &closure)];
            for (way, target) in targets {
                let mut chains = Chains::start(target, x.clone(), stream()).unwrap();
                let transition = Mala::new(e).step(target, &mut chains).unwrap();
                println!("{name} {way}");
                assert_close(&host(transition.probability), &expected, 1e-4);
            }
        }
    }

    fn fused_and_separate_operations_move_alike(device) {
        for (name, dims, density, _) in all() {
            let x = state(5, shape(dims), device);
            let run = |target: &dyn Density| {
                let mut chains = Chains::start(target, x.clone(), stream()).unwrap();
                let mut sampler = Hmc::new(0.15, 4);
                let first = sampler.step(target, &mut chains).unwrap();
                (host(first.proposal), host(first.probability), host(first.energy_error), chains)
            };
            let (fused, separate) = (run(&density), run(&ByGradient(&density)));
            println!("{name}");
            let as_double = |x: &[f32]| x.iter().map(|x| f64::from(*x)).collect::<Vec<_>>();
            assert_close(&separate.0, &as_double(&fused.0), 2e-5);
            assert_close(&separate.1, &as_double(&fused.1), 1e-4);
            assert_close(&separate.2, &as_double(&fused.2), 1e-4);
            assert_eq!(fused.3.stream(), separate.3.stream());
            assert_close(&host(separate.3.log_density()), &double(&fused.3.log_density()), 1e-4);
        }
    }

    fn flows_between_parts_of_the_line_are_equal_both_ways(device) {
        // Chains that start in the stationary distribution: as many go from one part to another as come back.
        let n = 20_000;
        let density = AnalyticDensity::mixture(&[1.0, 2.0], &[vec![-1.0], vec![1.5]], &[0.5, 1.0]).unwrap();
        let mut draw = Stream::from_seed(8);
        let (which, noise) = (draw.uniform(n), draw.normal(n));
        let start: Vec<f32> =
            which.iter().zip(noise).map(|(u, z)| if *u < 1.0 / 3.0 { z * 0.5 - 1.0 } else { z + 1.5 }).collect();
        let start = Tensor::<1>::from_floats(start.as_slice(), device).unsqueeze_dim::<2>(1);
        let mut samplers: [(&str, Box<dyn Sampler>); 2] =
            [("MALA", Box::new(Mala::new(1.5))), ("HMC", Box::new(Hmc::new(0.9, 3)))];
        for (name, sampler) in &mut samplers {
            let mut chains = Chains::start(&density, start.clone(), Stream::from_seed(9)).unwrap();
            let transition = sampler.step(&density, &mut chains).unwrap();
            let accepted = host(transition.accepted).iter().sum::<f32>() / n as f32;
            assert!((0.3..0.97).contains(&accepted), "{name} accepts {accepted}: rejections matter here");
            let part = |x: &f32| [-1.0, 0.0, 1.0, 2.0].iter().filter(|edge| x > edge).count();
            let mut flows = [[0f64; 5]; 5];
            for (from, to) in host(start.clone()).iter().zip(host(chains.position())) {
                flows[part(from)][part(&to)] += 1.0;
            }
            for i in 0..5 {
                for j in 0..i {
                    let (there, back) = (flows[i][j], flows[j][i]);
                    assert!((there - back).abs() <= 4.0 * (there + back).sqrt(), "{name}: {i} and {j}: {there}, {back}");
                }
            }
            assert!(flows[3][1] + flows[1][3] > 100.0, "{name} moves");
        }
    }
}
