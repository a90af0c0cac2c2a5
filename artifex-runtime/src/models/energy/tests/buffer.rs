//! The chains between updates.

use super::*;

fn buffer(reinit_prob: f64) -> (SampleBuffer, MCMCConfig) {
    let (config, mcmc) = (SampleBufferConfig { capacity: 9, reinit_prob }, of_points().energy.mcmc);
    let scope = crate::nn::ParamScope::root(&mut Rngs::new(1), &device());
    (SampleBuffer::new(&config, 2, &mcmc, &scope), mcmc)
}

fn rows(x: Tensor<2>) -> Vec<[f32; 2]> {
    host(x.without_autodiff()).as_chunks::<2>().0.to_vec()
}

fn all(buffer: &SampleBuffer) -> Vec<[f32; 2]> {
    let tensor = params::export(buffer).unwrap().swap_remove(0);
    assert_eq!((tensor.name.as_str(), tensor.shape.as_slice()), ("running_samples", &[9, 2][..]));
    tensor.data.as_chunks::<2>().0.to_vec()
}

#[test]
fn chains_leave_and_come_back() {
    let (buffer, mcmc) = buffer(0.0);
    let before = all(&buffer);
    // Evenly from ± `init_scale`, 2 here.
    assert!(before.iter().flatten().all(|x| x.abs() <= 2.0));
    assert!(before.iter().flatten().any(|x| x.abs() > 1.2));
    assert_eq!(params::learnt(&buffer), 0);
    let drawn = buffer.draw(4, &mcmc, &mut Stream::from_seed(3));
    let taken = rows(drawn.start.clone());
    assert!(taken.len() == 4 && taken.iter().all(|row| before.contains(row)));
    let ends = Tensor::<2>::from_floats([[10.0, 0.0], [11.0, 0.0], [12.0, 0.0], [13.0, 0.0]], &Device::flex());
    let after = all(&buffer.put_back(drawn, ends));
    // The four have gone to their new places, the five others have stayed.
    for row in before {
        assert_ne!(after.contains(&row), taken.contains(&row), "{row:?}");
    }
    assert!((10..14).all(|x| after.contains(&[x as f32, 0.0])) && after.len() == 9);
}

#[test]
fn chains_begin_anew_with_their_probability() {
    let draw = |reinit_prob, seed| {
        let (buffer, mcmc) = buffer(reinit_prob);
        let known = all(&buffer);
        let drawn = rows(buffer.draw(9, &mcmc, &mut Stream::from_seed(seed)).start);
        drawn.iter().filter(|row| !known.contains(row)).count()
    };
    assert_eq!((draw(0.0, 1), draw(1.0, 1)), (0, 9));
    let mean = (0..200).map(|seed| draw(0.3, seed)).sum::<usize>() as f64 / 1800.0;
    assert!((mean - 0.3).abs() < 4.0 * (0.3 * 0.7 / 1800.0f64).sqrt(), "{mean}");
}

#[test]
fn a_batch_larger_than_the_buffer_moves_all_chains() {
    let (buffer, mcmc) = buffer(0.0);
    let drawn = buffer.draw(20, &mcmc, &mut Stream::from_seed(1));
    assert_eq!(drawn.start.dims(), [9, 2]);
    let ends = drawn.start.clone() + 10.0;
    assert!(all(&buffer.put_back(drawn, ends)).iter().flatten().all(|x| *x > 5.0));
    // More samples than chains: each as often as the others.
    let (buffer, _) = self::buffer(0.0);
    let picked = rows(buffer.pick(18, &mut Stream::from_seed(1)));
    let known = all(&buffer);
    assert!(known.iter().all(|row| picked.iter().filter(|other| *other == row).count() == 2));
}

/// Persistent chains are those of the updates before; contrastive divergence keeps none.
#[test]
fn persistent_chains_are_state() {
    let (batch, config) = (two_modes(64, 1), of_points());
    let named =
        |model: &EBM| params::export(model).unwrap().into_iter().find(|tensor| tensor.name.ends_with("_samples"));
    let model = build(&config);
    let before = named(&model).unwrap();
    assert_eq!((before.name.as_str(), before.shape.as_slice()), ("buffer.running_samples", &[256, 2][..]));
    let (model, _) = train(model, &batch, 1, &mut Rngs::new(1));
    let after = named(&model).unwrap();
    let kept = after.data.chunks(2).filter(|row| before.data.chunks(2).any(|old| old == *row)).count();
    assert_eq!(kept, 256 - 64);
    assert!(named(&build(&trained_by(EnergyTraining::Cd(CDConfig {})))).is_none());
    assert_eq!(params::learnt(&model), 2 * 24 + 24 + 24 * 24 + 24 + 24 + 1);
}
