//! Classes and guidance.

use super::*;

fn guided(dropout_rate: f64, guidance_scale: f64) -> DDPMConfig {
    let mut config = of_points();
    config.diffusion.denoiser.conditional = Some(ClassGuidanceConfig { num_classes: 3, dropout_rate, guidance_scale });
    config
}

/// The same network with another scale of guidance.
fn with_scale(model: &Diffusion, guidance_scale: f64) -> Diffusion {
    let mut model = model.clone();
    model.rules.guidance = model.rules.guidance.map(|guidance| ClassGuidanceConfig { guidance_scale, ..guidance });
    model
}

fn of_class(model: &Diffusion, class: usize) -> Vec<f32> {
    let x = host(sample(model, 200, &SampleOptions::default().with_class(class), 4));
    x.as_chunks::<2>().0.iter().map(|[x, _]| *x).collect()
}

fn mean_and_spread(x: &[f32]) -> (f32, f32) {
    let mean = x.iter().sum::<f32>() / x.len() as f32;
    (mean, (x.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / x.len() as f32).sqrt())
}

/// Samples of a class are around its place; without guidance they are of all classes, with more of it farther out.
#[test]
fn samples_are_of_their_class_and_guidance_moves_them() {
    let (model, _) = train(build(&guided(0.2, 1.0)), &points(300, 1), 500, &mut Rngs::new(1));
    for (class, centre) in [-1.5_f32, 0.0, 1.5].into_iter().enumerate() {
        let (mean, spread) = mean_and_spread(&of_class(&model, class));
        assert!((mean - centre).abs() < 0.25 && spread < 0.5, "class {class}: {mean} {spread}");
    }
    let (mean, spread) = mean_and_spread(&of_class(&with_scale(&model, 0.0), 2));
    assert!(mean.abs() < 0.4 && spread > 0.9, "of all classes: {mean} {spread}");
    let (plain, more) =
        (mean_and_spread(&of_class(&model, 2)).0, mean_and_spread(&of_class(&with_scale(&model, 3.0), 2)).0);
    assert!(more > plain + 0.05, "{more} is not beyond {plain}");
}

/// A scale of 1 takes one pass, and gives what two passes would.
#[test]
fn a_scale_of_one_is_the_prediction_with_class() {
    let (model, _) = train(build(&guided(0.2, 1.0)), &points(60, 1), 30, &mut Rngs::new(1));
    let (one, near) = (of_class(&model, 1), of_class(&with_scale(&model, 1.0 + 1e-7), 1));
    assert!(one.iter().zip(near).all(|(a, b)| (a - b).abs() < 1e-3));
}

/// As many as asked for are told no class, in training alone.
#[test]
fn classes_are_dropped_in_training_alone() {
    let batch = points(3000, 1);
    let model = build(&guided(0.25, 1.0));
    let dropped = |model: &Diffusion| {
        let labels = model.labels(&batch, &mut Rngs::new(2)).unwrap();
        labels.into_data().try_to_vec_as::<i64>().unwrap().iter().filter(|label| **label == 3).count()
    };
    // The standard deviation of the count is √(3000 · .25 · .75) = 24.
    assert!(dropped(&model).abs_diff(750) < 5 * 24, "{}", dropped(&model));
    assert_eq!(dropped(&model.valid()), 0);
    assert_eq!(dropped(&build(&guided(0.0, 1.0))), 0);
    assert!(build(&of_points()).labels(&batch, &mut Rngs::new(2)).is_none());
}
