use super::*;
use crate::nn::Activation;
use crate::rng::Stream;
use burn::tensor::{Device, TensorData};

const KINDS: [PositionalEncoding; 5] = [
    PositionalEncoding::Sinusoidal,
    PositionalEncoding::Learned,
    PositionalEncoding::Rotary,
    PositionalEncoding::Alibi,
    PositionalEncoding::None,
];

/// A form of network that is not the usual one.
type Change = fn(&mut TransformerNetworkConfig);

const FORMS: [Change; 4] = [
    |_| {},
    |c| (c.norm, c.use_bias, c.num_key_heads) = (NormKind::Rms, false, Some(2)),
    |c| c.norm_position = NormPosition::Post,
    |c| (c.gated_mlp, c.activation, c.num_key_heads) = (true, Activation::Silu, Some(1)),
];

fn config(kind: PositionalEncoding) -> TransformerNetworkConfig {
    let config = crate::config!(TransformerNetworkConfig { embed_dim = 16, num_heads = 4, mlp_ratio = 2.0 });
    TransformerNetworkConfig { positional_encoding: kind, ..config }
}

/// Weights large enough that attention matters: at the usual start it nearly averages.
fn network(config: &TransformerNetworkConfig) -> Transformer {
    let scope = ParamScope::root(&mut Rngs::new(4), &Device::flex());
    let network = Transformer::new(config, 2, 12, 0.0, &scope);
    let mut tensors = crate::nn::params::export(&network).unwrap();
    for tensor in tensors.iter_mut().filter(|tensor| tensor.shape.len() == 2) {
        tensor.data.iter_mut().for_each(|x| *x *= 20.0);
    }
    crate::nn::params::import(network, tensors).unwrap()
}

fn input() -> Tensor<3> {
    Stream::from_seed(2).normal_tensor([2, 9, 16], &Device::flex())
}

fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

fn forms() -> impl Iterator<Item = TransformerNetworkConfig> {
    KINDS.into_iter().flat_map(|kind| {
        FORMS.into_iter().map(move |change| {
            let mut config = config(kind);
            change(&mut config);
            config
        })
    })
}

#[test]
fn a_position_sees_itself_and_those_before() {
    for config in forms() {
        let network = network(&config);
        let run = |x: Tensor<3>| network.forward(x, None, &mut Rngs::new(0));
        let plain = run(input());
        for changed in 0..9 {
            let mut values = host(input());
            for row in 0..2 {
                values[(row * 9 + changed) * 16] += 1.0;
            }
            let found = run(Tensor::from_data(TensorData::new(values, [2, 9, 16]), &Device::flex()));
            for at in 0..9 {
                let same = host(found.clone().narrow(1, at, 1)) == host(plain.clone().narrow(1, at, 1));
                assert_eq!(same, at < changed, "{config:?}: {changed} seen at {at}");
            }
        }
    }
}

#[test]
fn a_cache_changes_nothing() {
    for config in forms() {
        let network = network(&config);
        let whole = host(network.forward(input(), None, &mut Rngs::new(0)));
        for pieces in [vec![1; 9], vec![4, 1, 3, 1], vec![9]] {
            let (mut cache, mut start, mut parts) = (Cache::default(), 0, Vec::new());
            for count in pieces {
                assert_eq!(cache.len(), start);
                parts.push(network.forward(input().narrow(1, start, count), Some(&mut cache), &mut Rngs::new(0)));
                start += count;
            }
            let found = host(Tensor::cat(parts, 1));
            let worst = found.iter().zip(&whole).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(worst < 1e-4, "{config:?}: {worst}");
        }
    }
}

#[test]
fn rows_of_a_cache_can_be_chosen() {
    let network = network(&config(PositionalEncoding::Rotary));
    let rows = Tensor::<1, Int>::from_ints([1, 1, 0], &Device::flex());
    let run = |x: Tensor<3>, cache: &mut Cache| network.forward(x, Some(cache), &mut Rngs::new(0));
    let mut cache = Cache::default();
    let _ = run(input().narrow(1, 0, 5), &mut cache);
    let mut chosen = cache.select(&rows);
    let last = || input().narrow(1, 5, 1);
    let found = host(run(last().select(0, rows), &mut chosen));
    let whole = host(run(last(), &mut cache));
    assert!(
        found.iter().zip(whole[16..].iter().chain(&whole[16..]).chain(&whole[..16])).all(|(a, b)| (a - b).abs() < 1e-5)
    );
}

#[test]
fn positions_are_known_where_they_should_be() {
    for kind in KINDS {
        // Two equal tokens differ by their positions alone.
        let x = input().narrow(1, 0, 1);
        let x = Tensor::cat(vec![x.clone(), x.clone(), x], 1);
        let y = network(&config(kind)).forward(x, None, &mut Rngs::new(0));
        let rows = host(y);
        let equal = rows[16..32].iter().zip(&rows[32..48]).all(|(a, b)| (a - b).abs() < 1e-5);
        // Attention averages equal values, however it weighs them: rotary and ALiBi positions show between different tokens.
        let added = matches!(kind, PositionalEncoding::Sinusoidal | PositionalEncoding::Learned);
        assert_eq!(equal, !added, "{kind:?}");
        let mixed = |first: usize, second: usize| {
            let token = |at| input().narrow(1, at, 1);
            let x = Tensor::cat(vec![token(first), token(second), token(2)], 1);
            host(network(&config(kind)).forward(x, None, &mut Rngs::new(0)).narrow(1, 2, 1))
        };
        let ordered = mixed(0, 1).iter().zip(mixed(1, 0)).any(|(a, b)| (a - b).abs() > 1e-4);
        // The second layer sees which of the two saw the other, even without positions.
        assert!(ordered, "{kind:?}");
    }
}

#[test]
fn what_comes_out_is_normalised() {
    for (position, norm) in [
        (NormPosition::Pre, NormKind::Layer),
        (NormPosition::Post, NormKind::Layer),
        (NormPosition::Pre, NormKind::Rms),
        (NormPosition::Post, NormKind::Rms),
    ] {
        let config = TransformerNetworkConfig { norm_position: position, norm, ..config(PositionalEncoding::None) };
        for row in host(network(&config).forward(input(), None, &mut Rngs::new(0))).chunks(16) {
            let mean = row.iter().sum::<f32>() / 16.0;
            let square = row.iter().map(|x| x * x).sum::<f32>() / 16.0;
            assert!((square - 1.0).abs() < 1e-3 && (norm == NormKind::Rms || mean.abs() < 1e-5), "{square} {mean}");
        }
    }
}

#[test]
fn weights_start_as_those_of_gpt_2() {
    let scope = ParamScope::root(&mut Rngs::new(4), &Device::flex());
    let config = TransformerNetworkConfig { embed_dim: 64, ..config(PositionalEncoding::Learned) };
    let network = Transformer::new(&config, 8, 32, 0.0, &scope);
    for tensor in crate::nn::params::export(&network).unwrap().iter().filter(|tensor| tensor.shape.len() == 2) {
        let std = (tensor.data.iter().map(|x| x * x).sum::<f32>() / tensor.data.len() as f32).sqrt();
        let added = tensor.name.contains("output") || tensor.name.contains("down");
        // The standard error of a spread of at least 2,048 numbers is below 1.6 %.
        let expected = if added { 0.02 / 4.0 } else { 0.02 };
        assert!((std / expected - 1.0).abs() < 0.08, "{}: {std}", tensor.name);
    }
}
