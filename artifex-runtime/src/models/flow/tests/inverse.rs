//! What was encoded is decoded again.

use super::*;

fn error(model: &NormalizingFlow, x: &Tensor<2>, classes: Option<&Tensor<1, Int>>) -> f64 {
    let model = model.valid();
    let (z, _) = model.encode(x.clone(), classes.cloned(), &mut Rngs::new(0));
    let back = model.decode(z.clone(), classes.cloned(), &mut Rngs::new(0)).unwrap();
    let moved = host((z - x.clone()).abs().max())[0];
    assert!(moved > 1e-2, "nothing happened: {moved}");
    host((back - x.clone()).abs().max())[0]
}

#[test]
fn flows_of_points_are_inverted() {
    for variables in [2, 3, 6] {
        for (name, model) in zoo(variables) {
            let classes = model.classes().map(|_| labels_of([0, 1, 2, 0, 1]));
            let error = error(&model, &normal(5, [5, variables]), classes.as_ref());
            assert!(error < 1e-4, "{name} of {variables}: {error}");
        }
    }
}

#[test]
fn flows_of_images_are_inverted() {
    for (name, model) in image_zoo() {
        let classes = model.classes().map(|_| labels_of([0, 1, 2, 0, 1]));
        let error = error(&model, &normal(5, [5, 32]), classes.as_ref());
        assert!(error < 1e-4, "{name}: {error}");
    }
}

/// As many layers as a large model has, with what training makes of them: the data is moved far, and comes back.
#[test]
fn many_layers_are_inverted() {
    let coupling_network = CouplingNetworkConfig { hidden_dims: vec![32], ..FlowConfig::example().coupling_network };
    let mut realnvp = RealNVPConfig { num_coupling_layers: 32, ..RealNVPConfig::example() };
    let mut nsf = NeuralSplineConfig { num_layers: 24, ..NeuralSplineConfig::example() };
    let mut spline = NeuralSplineConfig { num_layers: 8, autoregressive: true, ..NeuralSplineConfig::example() };
    let mut maf = MAFConfig { num_layers: 12, ..MAFConfig::example() };
    realnvp.coupling_network = coupling_network.clone();
    nsf.coupling_network = coupling_network.clone();
    spline.coupling_network = coupling_network.clone();
    maf.coupling_network = coupling_network;
    let iaf = IAFConfig { maf: maf.clone() };
    let data = Stream::from_seed(2).normal(64 * 40);
    // A ring, which no affine function makes of a normal distribution.
    let ring = |k: usize| {
        let values: Vec<f32> = data[k * 64..(k + 1) * 64]
            .chunks(2)
            .flat_map(|p| p.iter().map(|x| x / p[0].hypot(p[1]) + 0.05 * x))
            .collect();
        points(Tensor::from_data(TensorData::new(values, [32, 2]), &Device::flex().autodiff()))
    };
    let Batch::Points(held_out) = ring(39) else { unreachable!() };
    let held_out = held_out.points.without_autodiff();
    for (name, model) in [
        ("realnvp", build(&realnvp)),
        ("nsf", build(&nsf)),
        ("autoregressive nsf", build(&spline)),
        ("maf", build(&maf)),
        ("iaf", build(&iaf)),
    ] {
        let model = train(model, (0..30).map(ring), 3e-3);
        let error = error(&model, &held_out, None);
        assert!(error < 1e-4, "{name}: {error}");
    }
}

#[test]
fn a_new_flow_is_the_identity_and_its_first_step_normalises() {
    let x = normal(3, [200, 2]) * 4.0 + 7.0;
    let model = build(&RealNVPConfig::example());
    let (z, log_det) = model.encode(x.clone(), None, &mut Rngs::new(0));
    assert_eq!((host(z), host(log_det)), (host(x.clone()), vec![0.0; 200]));
    let model = model.initialised(&points(x.clone().autodiff()), &mut Rngs::new(0));
    let (z, log_det) = model.encode(x.clone(), None, &mut Rngs::new(0));
    for axis in 0..2 {
        let column = host(z.clone().narrow(1, axis, 1));
        let mean = column.iter().sum::<f64>() / 200.0;
        let variance = column.iter().map(|z| (z - mean).powi(2)).sum::<f64>() / 200.0;
        assert!(mean.abs() < 1e-5 && (variance - 1.0).abs() < 1e-4, "{mean} {variance}");
    }
    // Both coordinates were divided by about 4.
    assert!((host(log_det)[0] + 2.0 * 4f64.ln()).abs() < 0.2);
}
