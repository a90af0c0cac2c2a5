//! What the decoder's values mean.

use super::*;

fn head(loss: ReconstructionLoss, levels: Option<usize>) -> OutputHead {
    let mut config = config([1, 2, 1], &[3], 2);
    config.decoder.output_activation = Activation::Identity;
    (config.reconstruction_loss_type, config.levels) = (loss, levels);
    OutputHead::new(&config, &Device::flex())
}

fn images<const N: usize>(values: [[f32; 2]; N]) -> Tensor<4> {
    Tensor::<2>::from_floats(values, &Device::flex()).reshape([N, 1, 2, 1])
}

fn one(x: Tensor<1>) -> f64 {
    f64::from(host(x)[0])
}

#[test]
fn losses_are_negative_log_likelihoods() {
    let device = Device::flex();
    let decoded = Tensor::<2>::from_floats([[0.25, 0.75]], &device);
    // A standard deviation of exp(-1.5), as at the start.
    let (head, image) = (head(ReconstructionLoss::Gaussian, None), images([[0.5, 0.75]]));
    let found = one(head.reconstruction_loss(decoded.clone(), image.clone()));
    let expected = (2.0 * std::f64::consts::PI).ln() - 3.0 + 0.5 * (0.25 / (-1.5f64).exp()).powi(2);
    assert_near(found, expected, 1e-5);
    assert_near(one(head.log_likelihood(decoded.clone(), image)), -expected, 1e-5);

    let head = self::head(ReconstructionLoss::Logistic, Some(5));
    let found = one(head.reconstruction_loss(decoded, images([[0.5, 1.0]])));
    let sigmoid = |x: f64| 1.0 / (1.0 + (-x / (-1.5f64).exp()).exp());
    let expected = -(sigmoid(0.375) - sigmoid(0.125)).ln() - (1.0 - sigmoid(0.125)).ln();
    assert_near(found, expected, 1e-5);
    assert_eq!(head.decoded_shape(), [1, 2, 1]);

    let head = self::head(ReconstructionLoss::Categorical, Some(3));
    assert_eq!(head.decoded_shape(), [1, 2, 3]);
    let scores = Tensor::<2>::from_floats([[0.0, 1.0, 0.0, 2.0, 0.0, 0.0]], &device);
    // 0.52 is rounded to the middle value, 0.1 to the lowest.
    let found = one(head.reconstruction_loss(scores.clone(), images([[0.52, 0.1]])));
    let expected = (1f64.exp() + 2.0).ln() - 1.0 + (2f64.exp() + 2.0).ln() - 2.0;
    assert_near(found, expected, 1e-5);
    let means = host(head.meaning().images(scores));
    assert_near(means[0].into(), 0.5, 1e-6);
    assert_near(means[1].into(), 1.5 / (2f64.exp() + 2.0), 1e-6);
}

#[test]
fn baselines_are_those_of_independent_pixels() {
    let (train, held_out) = (images([[0.0, 1.0], [0.5, 1.0]]), images([[0.5, 0.0]]));
    let found = head(ReconstructionLoss::Gaussian, None).baseline(train.clone(), held_out.clone()).unwrap();
    // Means .25 and 1, one variance (.0625 + .0625 + 0 + 0) / 4.
    let (variance, squares) = (0.03125f64, 0.0625 + 1.0);
    assert_near(found, (2.0 * std::f64::consts::PI * variance).ln() + 0.5 * squares / variance, 1e-4);
    for loss in [ReconstructionLoss::Categorical, ReconstructionLoss::Logistic] {
        let found = head(loss, Some(3)).baseline(train.clone(), held_out.clone()).unwrap();
        // The first pixel was 0 and ½ once each, the second was never 0; three values counted once more.
        assert_near(found, -(2.0f64 / 5.0).ln() - (1.0f64 / 5.0).ln(), 1e-9);
    }
}

#[test]
fn learnt_scales_fit_the_data() {
    for (loss, levels) in [(ReconstructionLoss::Gaussian, None), (ReconstructionLoss::Logistic, Some(17))] {
        let mut config = config([4, 4, 1], &[16], 2);
        (config.reconstruction_loss_type, config.levels) = (loss, levels);
        let (mut model, batch, mut rngs) = (build(&config), batch(32, [4, 4, 1]), Rngs::new(1));
        let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
        let mut losses = Vec::new();
        for step in 0..40 {
            let (optimizer, rngs) = (&mut optimizer, &mut rngs);
            let mut cx = TrainContext { optimizer, rngs, progress: Progress::at(step), learning_rate: 0.02 };
            let (next, terms) = model.train_step(&batch, &mut cx);
            model = next;
            losses.push(total(&terms));
        }
        assert!(losses[39] < losses[0] - 1.0, "{loss:?}: {losses:?}");
        let scale = params::export(&model).unwrap().into_iter().find(|t| t.name == "head.log_scale").unwrap();
        assert!(scale.data.iter().any(|value| (value + 1.5).abs() > 0.1), "{loss:?}: {scale:?}");
    }
}
