use super::reference::{Case, Inputs, upload};
use super::*;
use crate::kernels::testing::{assert_close, host, on_devices};
use crate::rng::Stream;
use burn::tensor::{DType, Device, Tensor};

/// In the middle of a block counter's low word, so that a draw crosses into its high word.
fn stream() -> Stream {
    let mut stream = Stream::from_seed(11).fold_in("steps");
    stream.take((1 << 32) - 40);
    stream
}

/// Samples and elements of each, around the sizes of vectors, blocks and tasks.
const SIZES: [(usize, usize); 14] = [
    (0, 3),
    (1, 1),
    (1, 3),
    (3, 1),
    (2, 4),
    (1, 63),
    (1, 64),
    (5, 13),
    (3, 43),
    (129, 1),
    (4, 250),
    (3, 1024),
    (2, 20_001),
    (5, 8_004),
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Extra {
    None,
    Previous,
    Variance,
}

impl Extra {
    /// The model's output and what else a step is given, of which a tensor is a part.
    fn given<const D: usize>(self, output: ModelOutput<D>, tensor: Tensor<D>) -> (ModelOutput<D>, Option<Tensor<D>>) {
        match self {
            Self::None => (output, None),
            Self::Previous => (output, Some(tensor)),
            Self::Variance => (output.with_variance(tensor), None),
        }
    }
}

/// A step with the noise that the tests draw.
fn taken<const D: usize>(
    x: Tensor<D>,
    output: ModelOutput<D>,
    extra: Extra,
    other: Tensor<D>,
    rule: StepRule,
) -> Tensor<D> {
    let (output, input) = extra.given(output, other);
    linear_step(x, output, input, &[rule], &mut stream()).unwrap()
}

fn level(signal: f64, noise: f64) -> Marginal {
    Marginal::new(signal, noise).unwrap()
}

/// Every part of the kernel, in steps that samplers make.
fn cases() -> Vec<(Case, Extra, StepRule)> {
    let (from, to) = (level(0.6, 0.8), level(0.8, 0.6));
    let plain = |prediction| Case { prediction, guidance: None, clip: None, recompute: false };
    let ancestral = |variance| StepRule::ancestral(from, to, variance).unwrap();
    let sde = Sde::VariancePreserving { beta_min: 0.1, beta_max: 20.0 };
    vec![
        (plain(Prediction::Epsilon), Extra::None, ancestral(AncestralVariance::FixedSmall)),
        (Case { clip: Some(1.0), ..plain(Prediction::Epsilon) }, Extra::None, ancestral(AncestralVariance::FixedLarge)),
        (
            Case { guidance: Some(7.5), clip: Some(1.5), ..plain(Prediction::Velocity) },
            Extra::Variance,
            ancestral(AncestralVariance::LearnedRange),
        ),
        (Case { clip: Some(0.7), ..plain(Prediction::Epsilon) }, Extra::None, StepRule::ddim(from, to, 0.0).unwrap()),
        (
            Case { clip: Some(0.7), recompute: true, ..plain(Prediction::Velocity) },
            Extra::None,
            StepRule::ddim(from, to, 0.5).unwrap(),
        ),
        (
            Case { guidance: Some(3.0), ..plain(Prediction::Flow) },
            Extra::None,
            StepRule::ddim(level(0.3, 0.7), level(0.5, 0.5), 0.0).unwrap(),
        ),
        (
            plain(Prediction::Edm { sigma_data: 0.5 }),
            Extra::Previous,
            StepRule::heun(level(1.0, 2.0), level(1.0, 1.2)).unwrap(),
        ),
        (
            Case { guidance: Some(0.5), clip: Some(1.0), ..plain(Prediction::Sample) },
            Extra::Previous,
            StepRule::dpm_solver_sde(from, to, Some(level(0.4, 0.9))).unwrap(),
        ),
        (plain(Prediction::Epsilon), Extra::Previous, StepRule::dpm_solver(from, to, Some(level(0.4, 0.9))).unwrap()),
        (plain(Prediction::Score), Extra::None, StepRule::reverse_sde(sde, 0.4, 0.39).unwrap()),
        (plain(Prediction::Score), Extra::None, StepRule::langevin(level(1.0, 0.5), 0.01).unwrap()),
    ]
}

/// Roundings of a sum of five products, of which one may come from a quotient: a few units of f32 of the largest part.
const TOLERANCE: f64 = 4e-6;

on_devices! {
    fn a_step_equals_double_precision_and_the_portable_body(device) {
        for (case, extra, rule) in cases() {
            for (batch, inner) in SIZES {
                let shape = [batch, inner];
                let inputs = Inputs::new(batch * inner);
                let [x, model, unconditional, other] = [&inputs.x, &inputs.model, &inputs.unconditional, &inputs.extra]
                    .map(|values| upload(values, shape, device));
                let given = || extra.given(case.output(model.clone(), unconditional.clone()), other.clone());
                let noise = stream().normal(batch * inner);
                let (next, start) = case.step(&inputs, inner.max(1), &[rule], extra == Extra::Variance, &noise);
                let mut drawn = stream();
                let (output, input) = given();
                let found = linear_step(x.clone(), output, input, &[rule], &mut drawn).unwrap();
                assert_eq!(found.dims(), shape);
                assert_close(&host(found), &next, TOLERANCE);
                let blocks = if rule.noise > 0.0 { (batch * inner).div_ceil(4) as u64 } else { 0 };
                assert_eq!(drawn.blocks_drawn(), stream().blocks_drawn() + blocks);
                let (output, input) = given();
                let (found, estimate) = linear_step_with_denoised(x.clone(), output, input, &[rule], &mut stream()).unwrap();
                assert_close(&host(found), &next, TOLERANCE);
                assert_close(&host(estimate), &start, TOLERANCE);
                let (output, input) = given();
                let portable = linear_step_portable(x, output, input, &[rule], &mut stream()).unwrap();
                assert_close(&host(portable), &next, TOLERANCE);
            }
        }
    }

    fn every_sample_may_have_a_rule_of_its_own(device) {
        for (case, extra, rule) in cases() {
            for (batch, inner) in [(3, 1), (5, 13), (129, 1), (3, 1024), (2, 20_001), (5, 8_004)] {
                let rules: Vec<StepRule> = (0..batch).map(|sample| {
                    let part = 1.0 - 0.2 * sample as f64 / batch as f64;
                    StepRule { at: level(part * rule.at.signal(), rule.at.noise()), x: rule.x * part, noise: rule.noise / part, ..rule }
                }).collect();
                let inputs = Inputs::new(batch * inner);
                let [x, model, unconditional, other] = [&inputs.x, &inputs.model, &inputs.unconditional, &inputs.extra]
                    .map(|values| upload(values, [batch, inner], device));
                let given = || extra.given(case.output(model.clone(), unconditional.clone()), other.clone());
                let noise = stream().normal(batch * inner);
                let (next, start) = case.step(&inputs, inner, &rules, extra == Extra::Variance, &noise);
                let (output, input) = given();
                let (found, estimate) = linear_step_with_denoised(x.clone(), output, input, &rules, &mut stream()).unwrap();
                assert_close(&host(found), &next, TOLERANCE);
                assert_close(&host(estimate), &start, TOLERANCE);
                let (output, input) = given();
                let portable = linear_step_portable(x, output, input, &rules, &mut stream()).unwrap();
                assert_close(&host(portable), &next, TOLERANCE);
            }
        }
    }

    fn gradients_equal_differences_in_double_precision(device) {
        let device = device.clone().autodiff();
        let (batch, inner) = (5, 13);
        let noise = stream().normal(batch * inner);
        for (case, extra, rule) in cases() {
            let mut inputs = Inputs::new(batch * inner);
            let tensors = [&inputs.x, &inputs.model, &inputs.unconditional, &inputs.extra]
                .map(|values| upload(values, [batch, inner], &device).require_grad());
            let [x, model, unconditional, other] = tensors.clone();
            let (output, input) = extra.given(case.output(model, unconditional), other);
            let (next, estimate) = linear_step_with_denoised(x, output, input, &[rule], &mut stream()).unwrap();
            let weights = upload(&Inputs::new(2 * batch * inner).x[batch * inner..], [batch, inner], &device);
            let host_weights: Vec<f64> = host(weights.clone()).into_iter().map(f64::from).collect();
            let gradients = ((next * weights.clone()).sum() + (estimate * weights).sum()).backward();
            let value = |inputs: &Inputs| {
                let (next, start) = case.step(inputs, inner, &[rule], extra == Extra::Variance, &noise);
                next.into_iter().zip(start).map(|(next, start)| next + start).collect::<Vec<_>>()
            };
            let used = [true, true, case.guidance.is_some(), extra != Extra::None];
            for (which, (tensor, used)) in tensors.iter().zip(used).enumerate() {
                let Some(found) = tensor.grad(&gradients) else {
                    assert!(!used, "input {which} of {case:?} has no gradient");
                    continue;
                };
                let h = 1e-6;
                inputs.all()[which].iter_mut().for_each(|value| *value += h);
                let high = value(&inputs);
                inputs.all()[which].iter_mut().for_each(|value| *value -= 2.0 * h);
                let low = value(&inputs);
                inputs.all()[which].iter_mut().for_each(|value| *value += h);
                let slopes = high.iter().zip(&low).zip(&host_weights).map(|((high, low), w)| w * (high - low) / (2.0 * h));
                assert_close(&host(found), &slopes.collect::<Vec<_>>(), 1e-5);
            }
        }
    }

    fn a_step_without_gradients_runs_fused_on_an_autodiff_device(device) {
        let (case, extra, rule) = cases()[1];
        let inputs = Inputs::new(65);
        let run = |device: &Device| {
            let [x, model] = [&inputs.x, &inputs.model].map(|values| upload(values, [5, 13], device));
            host(taken(x.clone(), case.output(model, x.clone()), extra, x, rule))
        };
        assert_eq!(run(&device.clone().autodiff()), run(device));
    }

    fn views_are_read_in_their_order(device) {
        let (case, extra, rule) = cases()[2];
        let inputs = Inputs::new(7 * 36);
        let tensors = [&inputs.x, &inputs.model, &inputs.unconditional, &inputs.extra].map(|values| upload(values, [7, 36], device));
        let run = |[x, model, unconditional, other]: [Tensor<2>; 4]| {
            host(taken(x, case.output(model, unconditional), extra, other, rule))
        };
        let dense = |x: Tensor<2>| upload(&host(x.clone()).into_iter().map(f64::from).collect::<Vec<_>>(), x.dims(), device);
        let transposed = tensors.clone().map(Tensor::transpose);
        assert_eq!(run(transposed.clone()), run(transposed.map(dense)));
        let narrowed = tensors.clone().map(|x| x.narrow(1, 3, 31).narrow(0, 2, 3));
        assert_eq!(run(narrowed.clone()), run(narrowed.map(dense)));
        // Half of a batch, which is a view without gaps.
        let [x, model, unconditional, other] = tensors.map(|x| x.narrow(0, 4, 3));
        let kept = host(x.clone());
        assert_eq!(run([x.clone(), model.clone(), unconditional.clone(), other.clone()]), run([x.clone(), model, unconditional, other].map(dense)));
        assert_eq!(host(x), kept, "a tensor that is still held must keep its values");
    }

    fn guidance_of_weight_one_is_the_conditional_prediction(device) {
        let (case, _, rule) = cases()[0];
        let inputs = Inputs::new(1000);
        let [x, model, unconditional] = [&inputs.x, &inputs.model, &inputs.unconditional].map(|values| upload(values, [4, 250], device));
        let run = |output| host(linear_step(x.clone(), output, None, &[rule], &mut stream()).unwrap());
        let conditional: Vec<f64> = run(case.output(model.clone(), model.clone())).into_iter().map(f64::from).collect();
        let weight = |weight| run(ModelOutput::new(model.clone(), Prediction::Epsilon).guided(unconditional.clone(), weight));
        assert_close(&weight(1.0), &conditional, 1e-6);
        let alone: Vec<f64> = run(case.output(unconditional.clone(), model.clone())).into_iter().map(f64::from).collect();
        assert_close(&weight(0.0), &alone, 1e-6);
    }

    fn a_broken_model_shows(device) {
        for (case, extra, rule) in cases() {
            let x = Tensor::<2>::from_floats([[0.5, -0.5, 0.25]], device);
            let model = Tensor::<2>::from_floats([[1.0, f32::NAN, 0.5]], device);
            let found = host(taken(x.clone(), case.output(model, x.clone()), extra, x, rule));
            assert_eq!(found.map_nan(), [false, true, false], "{case:?}: {found:?}");
        }
    }

    fn half_precision_rounds_only_at_the_ends(device) {
        if !device.supports_dtype(DType::F16) {
            return;
        }
        for (case, extra, rule) in cases() {
            let inputs = Inputs::new(5 * 13);
            let halves = [&inputs.x, &inputs.model, &inputs.unconditional, &inputs.extra]
                .map(|values| upload::<2>(values, [5, 13], device).cast(DType::F16));
            let [x, model, unconditional, other] = halves.clone().map(|x| x.cast(DType::F32));
            let expected = taken(x, case.output(model, unconditional), extra, other, rule);
            let [x, model, unconditional, other] = halves;
            let found = taken(x, case.output(model, unconditional), extra, other, rule);
            assert_eq!(found.dtype(), DType::F16);
            let expected: Vec<f64> = host(expected).into_iter().map(f64::from).collect();
            // The CPU's portable body rounds every operation to 2^-11, with guidance of weight 7.5 on numbers of about 10.
            assert_close(&host(found), &expected, 0.03);
        }
    }
}

trait Nans {
    fn map_nan(&self) -> Vec<bool>;
}

impl Nans for Vec<f32> {
    fn map_nan(&self) -> Vec<bool> {
        self.iter().map(|x| x.is_nan()).collect()
    }
}

#[cfg(feature = "flex")]
mod misuse {
    use super::*;

    fn zeros(shape: [usize; 2]) -> Tensor<2> {
        Tensor::zeros(shape, &Device::flex())
    }

    fn output(shape: [usize; 2]) -> ModelOutput<2> {
        ModelOutput::new(zeros(shape), Prediction::Epsilon)
    }

    fn run(output: ModelOutput<2>, input: Option<Tensor<2>>, rules: &[StepRule]) -> Result<Tensor<2>, DiffusionError> {
        linear_step(zeros([2, 3]), output, input, rules, &mut stream())
    }

    #[test]
    #[should_panic(expected = "linear_step: model [2, 4] does not fit x [2, 3]: expected one shape")]
    fn a_model_of_another_shape() {
        let _ = run(output([2, 4]), None, &[cases()[0].2]);
    }

    #[test]
    #[should_panic(expected = "linear_step: unconditional [3, 2] does not fit x [2, 3]: expected one shape")]
    fn guidance_of_another_shape() {
        let _ = run(output([2, 3]).guided(zeros([3, 2]), 2.0), None, &[cases()[0].2]);
    }

    #[test]
    #[should_panic(expected = "linear_step: previous [1, 3] does not fit x [2, 3]: expected one shape")]
    fn a_kept_tensor_of_another_shape() {
        let _ = run(output([2, 3]), Some(zeros([1, 3])), &[cases()[8].2]);
    }

    #[test]
    #[should_panic(expected = "linear_step: model is F64 and x is F32: expected one type")]
    fn a_model_of_another_type() {
        let model = ModelOutput::new(zeros([2, 3]).cast(DType::F64), Prediction::Epsilon);
        let _ = run(model, None, &[cases()[0].2]);
    }

    #[test]
    #[should_panic(expected = "linear_step: 3 rules do not fit x [2, 3]: expected 1, or 2, one for each sample")]
    fn too_many_rules() {
        let _ = run(output([2, 3]), None, &[cases()[0].2; 3]);
    }

    #[test]
    #[should_panic(expected = "linear_step: the rule has a factor for `previous`, and no such tensor is given")]
    fn nothing_was_kept() {
        let _ = run(output([2, 3]), None, &[cases()[8].2]);
    }

    #[test]
    #[should_panic(expected = "linear_step: the rule reads the variance from the model, and no such tensor is given")]
    fn no_variance_is_given() {
        let (from, to) = (level(0.6, 0.8), level(0.8, 0.6));
        let _ = ddpm_step(zeros([2, 3]), output([2, 3]), from, to, AncestralVariance::LearnedRange, &mut stream());
    }

    #[test]
    fn steps_that_no_numbers_make_are_errors() {
        let (noise, level) = (level(0.0, 1.0), level(0.6, 0.8));
        let rule = StepRule::ddim(noise, level, 0.0).unwrap();
        let message = run(output([2, 3]), None, &[rule]).unwrap_err().to_string();
        assert_eq!(
            message,
            "Epsilon predictions do not determine the data where the signal is 0 and the noise 1; use another prediction, or \
             begin and end at another level"
        );
        let velocity = ModelOutput::new(zeros([2, 3]), Prediction::Velocity);
        assert!(run(velocity, None, &[rule]).is_ok());
        let message = StepRule::ddim(level, noise, 1.0).unwrap_err().to_string();
        assert_eq!(
            message,
            "a DDIM step with eta above 0 goes from a noise-to-signal ratio of 1.3333333333333335 to one of inf; give levels \
             with less and less noise, and begin above 0"
        );
        assert!(StepRule::ddim(level, noise, 0.0).is_ok(), "inversion");
        assert!(StepRule::ancestral(level, level, AncestralVariance::FixedSmall).is_err());
        assert!(StepRule::dpm_solver(Marginal::CLEAN, Marginal::CLEAN, None).is_err());
        assert!(StepRule::dpm_solver(level, Marginal::CLEAN, Some(level)).is_err());
        let message = StepRule::ddim(level, Marginal::CLEAN, 1.5).unwrap_err().to_string();
        assert_eq!(message, "eta is 1.5; give a number from 0 (no noise) to 1 (ancestral)");
        let sde = Sde::VarianceExploding { sigma_min: 0.01, sigma_max: 50.0 };
        let message = StepRule::reverse_sde(sde, 0.5, 0.5).unwrap_err().to_string();
        assert_eq!(message, "the next time is 0.5; give a number from 0 up to but not including the time");
        let message = StepRule::langevin(level, f64::NAN).unwrap_err().to_string();
        assert_eq!(message, "the step is NaN; give a number above 0");
        let rule = StepRule::ddim(level, Marginal::CLEAN, 0.0).unwrap();
        let message = run(output([2, 3]).clipped(0.0), None, &[rule]).unwrap_err().to_string();
        assert_eq!(message, "the clip is 0; give a number above 0");
        let guided = output([2, 3]).guided(zeros([2, 3]), f64::INFINITY);
        assert_eq!(
            run(guided, None, &[rule]).unwrap_err().to_string(),
            "the guidance's weight is inf; give a finite number"
        );
    }
}
