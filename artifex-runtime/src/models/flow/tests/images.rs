//! Images: noise, logit, bits, and what samples are.

use super::*;

fn config(logit_alpha: Option<f64>) -> RealNVPConfig {
    let mut config = RealNVPConfig::example();
    config.data =
        FlowDataConfig { input_dim: 4, image_shape: Some(vec![2, 2, 1]), levels: Some(5), logit_alpha, ..config.data };
    config
}

fn images(values: &[f32]) -> Batch {
    let images = Tensor::from_data(TensorData::new(values.to_vec(), [values.len() / 4, 2, 2, 1]), &Device::flex());
    Batch::Images(ImageBatch { images, labels: None })
}

/// What the data adds to the log-density is the logarithm of the derivative of what is done to it, for the whole.
#[test]
fn what_is_done_to_pixels_is_accounted_for() {
    for alpha in [None, Some(0.0), Some(1e-4), Some(0.3)] {
        let form = Form::new(&config(alpha).data);
        let levels: Vec<f32> = vec![0.0, 0.25, 0.5, 1.0, 0.75, 0.0, 1.0, 0.25];
        let values = form.values(&images(&levels), &mut Rngs::new(1));
        for (value, level) in host(values.clone()).iter().zip(&levels) {
            // The values of a level share one step of a fifth.
            let step = value * 5.0 - f64::from(*level) * 4.0;
            assert!((-1e-5..1.0 + 1e-5).contains(&step), "{value} {level}");
        }
        let leaf = values.autodiff().require_grad();
        let (x, added) = form.variables(leaf.clone());
        let gradients = x.sum().backward();
        // Each variable depends on its own pixel alone.
        let slopes = host(leaf.grad(&gradients).unwrap());
        for (added, slopes) in host(added).iter().zip(slopes.chunks(4)) {
            let expected = slopes.iter().map(|slope| slope.abs().ln()).sum::<f64>() - 4.0 * 5f64.ln();
            assert!((added - expected).abs() < 1e-3, "{alpha:?}: {added}, not {expected}");
        }
        let Samples::Images(back) = form.samples(form.variables(form.values(&images(&levels), &mut Rngs::new(1))).0)
        else {
            panic!("no images")
        };
        let back = host(back);
        assert!(back.iter().zip(&levels).all(|(a, b)| (a - f64::from(*b)).abs() < 1e-6), "{alpha:?}: {back:?}");
    }
}

/// A flow whose density on [0, 1) is even gives each of 5^4 images the same probability: log₂ 5 bits for a pixel.
#[test]
fn bits_are_those_of_the_pixel_values() {
    let mut config = config(Some(0.0));
    config.data.base_distribution = BaseDistribution::Uniform;
    config.data.base_distribution_params =
        BaseDistributionParams { low: Some(0.0), high: Some(1.0), ..BaseDistributionParams::default() };
    let (model, mut rngs) = (build(&config), Rngs::new(0));
    let batch = images(&[0.0, 0.25, 0.5, 1.0, 0.75, 0.0, 1.0, 0.25]);
    let output = model.forward(&batch, &mut rngs);
    let losses = model.loss(&batch, &output, &mut rngs).values().unwrap();
    let expected = [("total", 4.0 * 5f64.ln()), ("bits_per_dim", 5f64.log2())];
    for ((name, value), (expected_name, expected)) in losses.into_iter().zip(expected) {
        assert!(name == expected_name && (value - expected).abs() < 1e-5, "{name} {value} {expected}");
    }
    assert_eq!(model.log_prob(&batch, &mut rngs).unwrap().kind, LogProbKind::LowerBound);
    let Samples::Images(samples) = model.generate(500, &SampleOptions::default(), &mut rngs).unwrap() else {
        panic!("no images")
    };
    // Each of the five values is a fifth of 2,000 pixels, within five standard deviations.
    for level in 0..5 {
        let count = host(samples.clone()).iter().filter(|x| (**x * 4.0 - f64::from(level)).abs() < 1e-5).count();
        assert!(count.abs_diff(400) < 90, "{level}: {count}");
    }
}

#[test]
fn data_that_does_not_fit_is_refused() {
    let model = build(&config(None));
    let error = |batch: &Batch| model.accepts(batch).unwrap_err().to_string();
    assert_eq!(
        error(&points(normal(1, [3, 4]))),
        "the data set gives points, but the model learns from images; choose another `data.type` or model"
    );
    let wide = Batch::Images(ImageBatch { images: Tensor::zeros([2, 2, 3, 1], &Device::flex()), labels: None });
    assert_eq!(
        error(&wide),
        "the data set's examples have shape [2, 3, 1], but the model was built for [2, 2, 1]; make `image_shape` equal to the \
         shape of the data"
    );
    let model = build(&RealNVPConfig::example());
    let error = model.accepts(&points(normal(1, [3, 4]))).unwrap_err().to_string();
    assert!(error.contains("[4], but the model was built for [2]; make `input_dim` equal"), "{error}");
    let conditional = build(&ConditionalFlowConfig::example());
    let error = conditional.accepts(&points(normal(1, [3, 2]))).unwrap_err().to_string();
    assert!(error.starts_with("the data set has no classes"), "{error}");
}

/// The Gaussian of data whose covariance is known: two coordinates of variance 4 and correlation 0.6.
#[test]
fn the_baseline_is_the_gaussian_of_the_data() {
    let draw = |seed| {
        let z = normal(seed, [20_000, 2]);
        let (a, b) = (z.clone().narrow(1, 0, 1), z.narrow(1, 1, 1));
        points(Tensor::cat(vec![a.clone() * 2.0, (a * 0.6 + b * 0.8) * 2.0], 1))
    };
    let model = build(&RealNVPConfig::example());
    let found = model.baseline(&draw(1), &draw(2)).unwrap().value;
    let tau = std::f64::consts::TAU;
    let expected = 1.0 + tau.ln() + 0.5 * (16.0 * (1.0 - 0.36f64)).ln();
    assert!((found - expected).abs() < 0.02, "{found}, not {expected}");
}

/// Two classes far from each other: the Gaussian of all of them is wide, that of each is not.
#[test]
fn the_baseline_of_a_flow_that_is_told_classes_knows_them() {
    let draw = |seed| {
        let labels: Vec<i64> = (0..4000).map(|k| k % 2).collect();
        let labels = Tensor::<1, Int>::from_data(TensorData::new(labels, [4000]), &Device::flex());
        let points = normal(seed, [4000, 2]) + labels.clone().float().reshape([4000, 1]) * 50.0;
        Batch::Points(PointBatch { points, labels: Some(labels) })
    };
    let config = ConditionalFlowConfig { num_classes: 2, ..ConditionalFlowConfig::example() };
    let found = build(&config).baseline(&draw(1), &draw(2)).unwrap();
    let expected = 1.0 + std::f64::consts::TAU.ln();
    assert_eq!(found.name, "one Gaussian for each class");
    assert!((found.value - expected).abs() < 0.05, "{}, not {expected}", found.value);
}

/// Samples of each class lie where the training examples of the class do.
#[test]
fn a_flow_that_is_told_classes_samples_them() {
    let mut config = ConditionalFlowConfig::example();
    (config.num_classes, config.condition_dim) = (2, 3);
    config.flow.num_coupling_layers = 4;
    config.flow.coupling_network.hidden_dims = vec![16];
    let mut stream = Stream::from_seed(6);
    let mut batch = |_: usize| {
        let labels: Vec<i64> = (0..128).map(|k| k % 2).collect();
        let values: Vec<f32> =
            stream.normal(256).iter().enumerate().map(|(k, x)| 0.3 * x + [-2.0, 2.0][k / 2 % 2]).collect();
        Batch::Points(PointBatch {
            points: Tensor::from_data(TensorData::new(values, [128, 2]), &device()),
            labels: Some(Tensor::from_data(TensorData::new(labels, [128]), &device())),
        })
    };
    let model = train(build(&config), (0..150).map(&mut batch), 1e-2).valid();
    assert_eq!(model.classes(), Some(2));
    for (class, centre) in [(0, -2.0), (1, 2.0)] {
        let options = SampleOptions::default().with_class(class);
        let Samples::Points(samples) = model.generate(200, &options, &mut Rngs::new(3)).unwrap() else {
            panic!("no points")
        };
        let samples = host(samples);
        let near = samples.iter().filter(|x| (*x - centre).abs() < 1.0).count();
        assert!(near > 380, "{near} of 400 coordinates of class {class}");
    }
    let error = model.generate(1, &SampleOptions::default().with_class(2), &mut Rngs::new(0)).unwrap_err();
    assert_eq!(error, SampleError::Class { class: 2, classes: 2 });
}
