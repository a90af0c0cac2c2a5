//! Densities add up to 1, and are 0 where nothing can be.

use super::*;

/// `∫ p(x) dx` over a square around the origin, and its mean of a coordinate squared.
fn integral(model: &NormalizingFlow, half: f32, steps: usize, class: Option<i64>) -> f64 {
    let model = model.valid();
    let step = 2.0 * half / steps as f32;
    let place = |k: usize| -half + (k as f32 + 0.5) * step;
    let mut sum = 0.0;
    for row in 0..steps {
        let values: Vec<f32> = (0..steps).flat_map(|column| [place(column), place(row)]).collect();
        let x = Tensor::from_data(TensorData::new(values, [steps, 2]), &Device::flex());
        let labels =
            class.map(|class| Tensor::from_data(TensorData::new(vec![class; steps], [steps]), &Device::flex()));
        let batch = Batch::Points(PointBatch { points: x, labels });
        let log_prob = model.log_prob(&batch, &mut Rngs::new(0)).unwrap();
        assert_eq!(log_prob.kind, LogProbKind::Exact);
        sum += host(log_prob.values).iter().map(|log| log.exp()).sum::<f64>();
    }
    sum * f64::from(step).powi(2)
}

#[test]
fn densities_of_flows_integrate_to_one() {
    for (name, model) in zoo(2) {
        let class = model.classes().map(|_| 1);
        // Splines are steep in places, and bend within ± 3.
        let (half, steps) = if name.contains("nsf") || name.contains("spline") { (8.0, 800) } else { (16.0, 320) };
        let found = integral(&model, half, steps, class);
        assert!((found - 1.0).abs() < 0.01, "{name}: {found}");
    }
}

#[test]
fn the_density_of_a_trained_flow_integrates_to_one() {
    let coupling_network = CouplingNetworkConfig { hidden_dims: vec![24], ..FlowConfig::example().coupling_network };
    let nsf = NeuralSplineConfig { coupling_network, num_layers: 4, ..NeuralSplineConfig::example() };
    let mut stream = Stream::from_seed(2);
    let mut ring = |_: usize| {
        let normal = stream.normal(512);
        let values: Vec<f32> =
            normal.chunks(2).flat_map(|p| p.iter().map(|x| x / p[0].hypot(p[1]) + 0.1 * x)).collect();
        points(Tensor::from_data(TensorData::new(values, [256, 2]), &device()))
    };
    let held_out = ring(0);
    let nll = |model: &NormalizingFlow| {
        -host(model.log_prob(&held_out, &mut Rngs::new(0)).unwrap().values).iter().sum::<f64>() / 256.0
    };
    let model = train(build(&nsf), (0..120).map(&mut ring), 5e-3);
    let baseline = model.baseline(&ring(0), &held_out).unwrap();
    assert_eq!(baseline.name, "one Gaussian");
    assert!(nll(&model) < baseline.value - 0.3, "{} {}", nll(&model), baseline.value);
    let found = integral(&model, 4.0, 400, None);
    assert!((found - 1.0).abs() < 0.01, "{found}");
}

fn uniform(layers: &str) -> NormalizingFlow {
    let text = format!(
        "input_dim = 2\nbase_distribution = \"uniform\"\nlayers = [{layers}]\n[base_distribution_params]\nlow = -2.0\nhigh = 3.0\n\
         [coupling_network]\nhidden_dims = [16]\n"
    );
    shaken(&crate::config::Loader::new().text("flow.toml", &text).load::<FlowConfig>().unwrap().value, 0.3)
}

#[test]
fn a_uniform_base_has_no_density_outside_of_its_support() {
    let model = uniform("{ type = \"permutation\" }");
    let x = Tensor::<2>::from_floats(
        [[-2.0, 3.0], [0.0, 0.0], [-2.001, 0.0], [0.0, 3.001], [f32::INFINITY, 0.0]],
        &Device::flex(),
    );
    let found = host(model.valid().log_prob(&points(x), &mut Rngs::new(0)).unwrap().values);
    let inside = -2.0 * 5f64.ln();
    assert!((found[0] - inside).abs() < 1e-6 && (found[1] - inside).abs() < 1e-6, "{found:?}");
    assert_eq!(found[2..], [f64::NEG_INFINITY; 3]);
}

#[test]
fn a_flow_with_a_uniform_base_integrates_to_one() {
    let couplings =
        "{ type = \"act_norm\" }, { type = \"spline_coupling\" }, { type = \"affine_coupling\", swap = true }";
    let found = integral(&uniform(couplings), 16.0, 640, None);
    assert!((found - 1.0).abs() < 0.01, "{found}");
}

#[test]
fn bases_have_the_densities_of_their_definitions() {
    let base = Base::Normal { loc: 0.5, scale: 2.0 };
    // scipy.stats.norm(.5, 2).logpdf([-1, 3]).
    let found = host(base.log_prob(Tensor::from_floats([[-1.0, 3.0]], &Device::flex())))[0];
    assert!((found - (-1.893_335_713_8 - 2.393_335_713_8)).abs() < 1e-5, "{found}");
    let draw = |base: Base, temperature: f64| {
        let options = SampleOptions::default().with_temperature(temperature);
        let z = base.draw(&mut Stream::from_seed(1), [4000, 1], &options, &Device::flex()).unwrap();
        let z = host(z);
        let mean = z.iter().sum::<f64>() / 4000.0;
        (mean, (z.iter().map(|z| (z - mean).powi(2)).sum::<f64>() / 4000.0).sqrt())
    };
    // Five standard errors of a mean and of a standard deviation of 4,000 draws.
    for temperature in [1.0, 0.5] {
        let (mean, deviation) = draw(base, temperature);
        let spread = 2.0 * temperature;
        assert!((mean - 0.5).abs() < 0.08 * spread && (deviation - spread).abs() < 0.06 * spread, "{mean} {deviation}");
        let (mean, deviation) = draw(Base::Uniform { low: -2.0, high: 3.0 }, temperature);
        let spread = 5.0 / 12f64.sqrt() * temperature;
        assert!((mean - 0.5).abs() < 0.08 * spread && (deviation - spread).abs() < 0.06 * spread, "{mean} {deviation}");
    }
    assert_eq!(draw(base, 0.0), (0.5, 0.0));
}

#[test]
fn samples_are_those_that_the_density_says() {
    // A flow of points that are moved and stretched: the mean and the spread of samples follow from its density.
    let model = build(&MAFConfig::example());
    let data = normal(3, [400, 2]) * 3.0 + 5.0;
    let model = model.initialised(&points(data.autodiff()), &mut Rngs::new(0)).valid();
    let Samples::Points(samples) = model.generate(4000, &SampleOptions::default(), &mut Rngs::new(4)).unwrap() else {
        panic!("no points")
    };
    let x = host(samples);
    let mean = x.iter().sum::<f64>() / 8000.0;
    let deviation = (x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 8000.0).sqrt();
    assert!((mean - 5.0).abs() < 0.5 && (deviation - 3.0).abs() < 0.3, "{mean} {deviation}");
    let cut = SampleOptions::default().with_truncation(Some(1.0));
    let error = uniform("{ type = \"act_norm\" }").generate(1, &cut, &mut Rngs::new(0)).unwrap_err().to_string();
    assert_eq!(
        error,
        "the truncation cuts off a normal distribution, but this flow's latents are uniform; leave it out"
    );
}
