//! The kernels' texts.

use burn::backend::cubecl::dtype_to_storage_type;
use burn::tensor::DType;

use super::backward::{
    bias_kernel::BiasKernel, keys_kernel::KeysKernel, queries_kernel::QueriesKernel, relative_kernel::RelativeKernel,
    statistics_kernel::StatisticsKernel,
};
use super::decode::{join_kernel::JoinKernel, parts_kernel::PartsKernel};
use super::forward::forward_kernel::ForwardKernel;
use super::tile::{GeometryCompilationArg, Plan};
use crate::kernels::random::cube::texts::place;
use crate::kernels::texts::{absent, buffer, given, hold, hold_cuda};

/// The numbers of a call, as a kind of argument.
pub(super) fn geometry() -> GeometryCompilationArg {
    GeometryCompilationArg {
        heads: (),
        group: (),
        queries: (),
        keys: (),
        scale: (),
        window: (),
        bias_samples: (),
        bias_heads: (),
        bias_rows: (),
        relative_width: (),
        threshold: (),
        certain: (),
        keep_scale: (),
    }
}

/// Heads of width 64 without masks and dropout.
pub(super) const PLAIN: Plan =
    Plan { tile: 64, down: 16, width: 64, value_width: 64, causal: false, window: false, dropout: false, planes: 0 };
/// Everything, and widths that are no multiples of a tile's, in the smallest tile: the text is long enough.
const ALL: Plan = Plan { tile: 16, width: 20, value_width: 24, causal: true, window: true, dropout: true, ..PLAIN };
/// By tensor cores, for planes of 32 units.
pub(super) const TENSOR: Plan = Plan { planes: 8, ..PLAIN };

#[test]
#[expect(clippy::cast_possible_truncation, reason = "a cube has few units")]
fn forward() {
    let (wide, half) = (dtype_to_storage_type(DType::F32), dtype_to_storage_type(DType::F16));
    hold("attention/forward", PLAIN.units() as u32, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        ForwardKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            absent(),
            absent(),
            absent(),
            b(),
            b(),
            g,
            p,
            PLAIN,
            wide,
            wide,
        )
    });
    hold("attention/forward-all", ALL.units() as u32, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        ForwardKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            given(),
            given(),
            given(),
            b(),
            b(),
            g,
            p,
            ALL,
            wide,
            wide,
        )
    });
    hold_cuda("attention/forward-tensor", TENSOR.units() as u32, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        ForwardKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            absent(),
            absent(),
            absent(),
            b(),
            b(),
            g,
            p,
            TENSOR,
            half,
            half,
        )
    });
}

#[test]
fn decoding() {
    let wide = dtype_to_storage_type(DType::F32);
    hold("attention/parts", PLAIN.units() as u32, |s| {
        let (b, g) = (buffer, geometry());
        PartsKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            absent(),
            absent(),
            absent(),
            b(),
            g,
            (),
            PLAIN,
            wide,
        )
    });
    hold("attention/join", 64, |s| {
        JoinKernel::new(s.settings, s.device, s.target, buffer(), buffer(), buffer(), (), 64, wide)
    });
}

#[test]
fn backward() {
    let (wide, half) = (dtype_to_storage_type(DType::F32), dtype_to_storage_type(DType::F16));
    hold("attention/statistics", 64, |s| {
        StatisticsKernel::new(s.settings, s.device, s.target, buffer(), buffer(), buffer(), buffer(), 64, wide)
    });
    hold("attention/queries", PLAIN.units() as u32, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        QueriesKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            absent(),
            absent(),
            absent(),
            b(),
            g,
            p,
            PLAIN,
            wide,
            wide,
        )
    });
    hold("attention/queries-all", ALL.units() as u32, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        QueriesKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            given(),
            given(),
            given(),
            b(),
            g,
            p,
            ALL,
            wide,
            wide,
        )
    });
    hold("attention/keys", PLAIN.units() as u32, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        KeysKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            absent(),
            absent(),
            absent(),
            b(),
            b(),
            g,
            p,
            PLAIN,
            wide,
            wide,
        )
    });
    hold("attention/keys-all", ALL.units() as u32, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        KeysKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            given(),
            given(),
            given(),
            b(),
            b(),
            g,
            p,
            ALL,
            wide,
            wide,
        )
    });
    hold("attention/bias", 64, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        BiasKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            given(),
            given(),
            given(),
            b(),
            g,
            (),
            p,
            ALL,
            wide,
        )
    });
    hold("attention/relative", 64, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        RelativeKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            given(),
            given(),
            given(),
            b(),
            g,
            (),
            p,
            ALL,
            wide,
        )
    });
    hold_cuda("attention/queries-tensor", TENSOR.units() as u32, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        QueriesKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            absent(),
            absent(),
            absent(),
            b(),
            g,
            p,
            TENSOR,
            half,
            half,
        )
    });
    hold_cuda("attention/keys-tensor", TENSOR.units() as u32, |s| {
        let (b, p, g) = (buffer, place(), geometry());
        KeysKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            absent(),
            absent(),
            absent(),
            b(),
            b(),
            g,
            p,
            TENSOR,
            half,
            half,
        )
    });
}
