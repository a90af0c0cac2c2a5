//! Random numbers; the portable body draws on the host and copies.

use burn::tensor::{Device, Tensor, TensorData};

use super::{Case, Later, Work, flat, floats, plain};
use crate::rng::Stream;

pub(super) fn cases(device: &Device) -> Vec<Later> {
    let device = plain(device);
    [1 << 16, 1 << 20, 1 << 24].into_iter().flat_map(|n| both(n, &device)).collect()
}

fn both(n: usize, device: &Device) -> [Later; 2] {
    let (one, two) = (device.clone(), device.clone());
    [
        Box::new(move || {
            case("normal", n, &one, |stream, n, device| stream.normal_tensor([n], device), Stream::normal)
        }),
        Box::new(move || {
            case("uniform", n, &two, |stream, n, device| stream.uniform_tensor([n], device), Stream::uniform)
        }),
    ]
}

fn case(
    kernel: &'static str,
    n: usize,
    device: &Device,
    on_device: fn(&mut Stream, usize, &Device) -> Tensor<1>,
    on_host: fn(&mut Stream, usize) -> Vec<f32>,
) -> Case {
    let (here, there) = (device.clone(), device.clone());
    let (mut stream, mut again) = (Stream::from_seed(1), Stream::from_seed(1));
    Case {
        kernel,
        size: format!("{n}"),
        work: Work::Bytes(floats(n)),
        fused: Box::new(move || vec![flat(on_device(&mut stream, n, &here))]),
        portable: Box::new(move || vec![Tensor::from_data(TensorData::new(on_host(&mut again, n), [n]), &there)]),
    }
}
