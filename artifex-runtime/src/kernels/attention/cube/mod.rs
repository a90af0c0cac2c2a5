//! Attention on cubecl's devices: tiles in shared memory, sums in registers, no atomics. Products of f16 and bf16 are made by
//! tensor cores where the device says that it has them; nothing else here knows of planes.
//!
//! A device with less shared memory, smaller cubes or fewer bindings than a kernel needs, and f64, get the portable body.

#![allow(
    clippy::bool_to_int_with_if,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    clippy::manual_div_ceil,
    clippy::manual_is_multiple_of,
    clippy::manual_memcpy,
    clippy::needless_range_loop,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    reason = "kernels are written in the part of Rust that the macro `cube` understands"
)]

mod backward;
mod decode;
mod forward;
mod product;
mod tensor;
#[cfg(all(test, feature = "kernel-texts"))]
mod tensor_tests;
#[cfg(all(test, feature = "kernel-texts"))]
mod texts;
mod tile;

use burn::tensor::DType;
use burn_cubecl::{CubeBackend, kernel::into_contiguous, tensor::CubeTensor};
use cubecl::ir::features::MmaConfig;
use cubecl::ir::{ElemType, FloatKind};
use cubecl::{client::Client, prelude::*};

use super::options::{Arguments, AttentionSpec, Sizes};
use super::{AttentionOps, portable};
use crate::kernels::cube::{element, empty, one_unit_each};
use crate::kernels::random::cube::{coin_words, place};
use crate::rng::Stream;
use backward::{bias_kernel, keys_kernel, queries_kernel, relative_kernel, statistics_kernel};
use decode::{join_kernel, parts_kernel};
use forward::forward_kernel;
use tile::{ACROSS, GeometryLaunch, Plan, SIDE};

/// Buffers of the largest kernel without optional tensors.
const BUFFERS: u32 = 7;
/// Queries that are few.
const FEW: usize = 4;
/// Cubes that occupy a large GPU.
const CUBES: usize = 512;

/// Units of a plane whose tensor cores multiply blocks of this type into sums in f32; 0 where there are none, or where planes
/// have no fixed size.
fn tensor_plane(client: &Client, dtype: ElemType) -> usize {
    let properties = client.properties();
    let (least, most) = (properties.hardware.plane_size_min, properties.hardware.plane_size_max);
    let side = SIDE as u32;
    let block =
        MmaConfig { a_type: dtype, b_type: dtype, cd_type: ElemType::Float(FloatKind::F32), m: side, n: side, k: side };
    let half = matches!(dtype, ElemType::Float(FloatKind::F16 | FloatKind::BF16));
    if half && least == most && properties.features.matmul.cmma.contains(&block) { most as usize } else { 0 }
}

/// What a kernel has to be launched with.
struct Launch {
    client: Client,
    sizes: Sizes,
    spec: AttentionSpec,
    /// For the forward kernel.
    forward: Plan,
    /// For those that hold two tiles in shared memory.
    backward: Plan,
}

impl Launch {
    /// `None` where the device cannot run the kernels.
    fn new(arguments: &Arguments<CubeBackend>, spec: &AttentionSpec) -> Option<Self> {
        let client = arguments.q.client.clone();
        let sizes = Sizes::new(arguments.q.meta.shape(), arguments.k.meta.shape(), arguments.v.meta.shape());
        let hardware = &client.properties().hardware;
        let optional = [spec.has_key_mask, spec.has_bias, spec.has_relative].into_iter().filter(|has| *has).count();
        let bindings = BUFFERS + u32::try_from(optional).ok()? + 1;
        let (_, most_heads, most_samples) = hardware.max_cube_count;
        let fits = |count: usize, most: u32| u32::try_from(count).is_ok_and(|count| count <= most);
        if arguments.q.dtype == DType::F64
            || hardware.max_bindings < bindings
            || !fits(sizes.heads, most_heads)
            || !fits(sizes.batch, most_samples)
            || !fits(sizes.batch * sizes.heads * sizes.queries.max(sizes.keys), i32::MAX as u32)
        {
            return None;
        }
        let dtype = element(&arguments.q);
        let plan = |(tile, down, plane): (usize, usize, usize)| Plan {
            tile,
            down,
            width: sizes.width,
            value_width: sizes.value_width,
            causal: spec.causal,
            window: spec.window > 0,
            dropout: spec.dropout.is_some(),
            planes: (down * ACROSS).checked_div(plane).unwrap_or(0),
        };
        let runs = |plan: &Plan, bytes: usize| {
            hardware.max_units_per_cube as usize >= plan.units() && hardware.max_shared_memory_size >= bytes
        };
        let plane = tensor_plane(&client, dtype);
        let plans: Vec<Plan> = [(64, 16, plane), (32, 8, plane), (64, 16, 0), (32, 8, 0)].map(plan).into();
        let plans = plans.iter().filter(|plan| plan.planes == 0 || plan.shares());
        let bytes = |plan: &Plan| if plan.planes > 0 { arguments.q.dtype.size() } else { size_of::<f32>() };
        let forward = *plans.clone().find(|plan| runs(plan, plan.forward_bytes(bytes(plan))))?;
        let backward = *plans.clone().find(|plan| runs(plan, plan.backward_bytes(bytes(plan))))?;
        Some(Self { client, sizes, spec: spec.clone(), forward, backward })
    }

    #[expect(clippy::cast_possible_truncation, reason = "sizes were checked to fit 31 bits")]
    fn geometry(&self, arguments: &Arguments<CubeBackend>) -> GeometryLaunch {
        let bias = arguments.bias.meta.shape();
        let bias = |dim: usize| if self.spec.has_bias { bias[dim] as u32 } else { 1 };
        let relative = if self.spec.has_relative { arguments.relative.meta.shape()[1] } else { 1 };
        let (threshold, certain) = coin_words(self.spec.dropout.as_ref().map_or(0, |dropout| dropout.threshold));
        GeometryLaunch::new(
            self.sizes.heads as u32,
            self.sizes.group() as u32,
            self.sizes.queries as u32,
            self.sizes.keys as u32,
            self.spec.scale,
            self.spec.window.min(i32::MAX as usize) as u32,
            bias(0),
            bias(1),
            bias(2),
            relative as u32,
            threshold,
            certain,
            self.spec.dropout.as_ref().map_or(1.0, |dropout| dropout.scale),
        )
    }

    /// Into how many parts the keys are split where the queries are too few to occupy a GPU by themselves.
    fn parts(&self) -> Option<usize> {
        let Sizes { batch, heads, queries, keys, value_width, .. } = self.sizes;
        let tiles = keys.div_ceil(self.forward.tile);
        let few = queries <= FEW && tiles > 0 && value_width > 0 && self.spec.dropout.is_none();
        few.then(|| (CUBES / (batch * heads * queries).max(1)).clamp(1, tiles))
    }

    /// Where dropout draws from.
    fn stream(&self) -> Stream {
        self.spec.dropout.as_ref().map_or_else(|| Stream::from_seed(0), |dropout| dropout.from.clone())
    }

    /// The optional tensors as arguments.
    fn optional(
        &self,
        arguments: &Arguments<CubeBackend>,
    ) -> (Option<BufferArg>, Option<BufferArg>, Option<BufferArg>) {
        let given = |has: bool, tensor: &CubeTensor| has.then(|| tensor.clone().into_buffer_arg());
        (
            given(self.spec.has_key_mask, &arguments.key_mask),
            given(self.spec.has_bias, &arguments.bias),
            given(self.spec.has_relative, &arguments.relative),
        )
    }

    /// One cube for each tile of `rows` of each of `heads` of each sample.
    #[expect(clippy::cast_possible_truncation, reason = "sizes were checked to fit")]
    fn cubes(&self, rows: usize, heads: usize, plan: Plan) -> (CubeCount, CubeDim) {
        let count = CubeCount::Static(rows.div_ceil(plan.tile) as u32, heads as u32, self.sizes.batch as u32);
        (count, CubeDim::new_1d(plan.units() as u32))
    }
}

impl Arguments<CubeBackend> {
    /// The same tensors without gaps.
    fn dense(self) -> Self {
        Self {
            q: into_contiguous(self.q),
            k: into_contiguous(self.k),
            v: into_contiguous(self.v),
            key_mask: into_contiguous(self.key_mask),
            bias: into_contiguous(self.bias),
            relative: into_contiguous(self.relative),
        }
    }
}

/// Zeros in the shape of a tensor.
fn zeros(like: &CubeTensor) -> CubeTensor {
    burn_cubecl::ops::numeric::zeros_client(
        like.client.clone(),
        like.device.clone(),
        like.meta.shape().clone(),
        like.dtype,
    )
}

/// For each row its log-sum-exp and `Σ_d out·gradient`.
fn statistics(out: CubeTensor, gradient: &CubeTensor, lse: CubeTensor) -> CubeTensor {
    let (out, lse) = (into_contiguous(out), into_contiguous(lse));
    let (rows, width) = (lse.meta.num_elements(), out.meta.shape()[3]);
    let statistics = empty(&lse, [2 * rows], DType::F32);
    let (count, dim) = one_unit_each(&lse.client, rows);
    let dtype = element(&out);
    statistics_kernel::launch(
        &lse.client.clone(),
        count,
        dim,
        out.into_buffer_arg(),
        gradient.clone().into_buffer_arg(),
        lse.into_buffer_arg(),
        statistics.clone().into_buffer_arg(),
        width,
        dtype,
    );
    statistics
}

/// The forward pass of a few queries, into `out` and `lse`.
#[expect(clippy::cast_possible_truncation, reason = "sizes were checked to fit")]
fn decode(launch: &Launch, arguments: Arguments<CubeBackend>, parts: usize, out: &CubeTensor, lse: &CubeTensor) {
    let Sizes { batch, heads, queries, value_width, .. } = launch.sizes;
    let plan = Plan { planes: 0, ..launch.forward };
    let of_parts = empty(lse, [parts, batch * heads * queries, value_width + 2], DType::F32);
    let (mask, bias, relative) = launch.optional(&arguments);
    let (geometry, dtype) = (launch.geometry(&arguments), element(out));
    parts_kernel::launch(
        &launch.client,
        CubeCount::Static((parts * queries) as u32, heads as u32, batch as u32),
        CubeDim::new_1d(plan.units() as u32),
        arguments.q.into_buffer_arg(),
        arguments.k.into_buffer_arg(),
        arguments.v.into_buffer_arg(),
        mask.into(),
        bias.into(),
        relative.into(),
        of_parts.clone().into_buffer_arg(),
        geometry,
        parts as u32,
        plan,
        dtype,
    );
    let (count, dim) = one_unit_each(&launch.client, out.meta.num_elements());
    join_kernel::launch(
        &launch.client,
        count,
        dim,
        of_parts.into_buffer_arg(),
        out.clone().into_buffer_arg(),
        lse.clone().into_buffer_arg(),
        parts as u32,
        value_width,
        dtype,
    );
}

impl AttentionOps for CubeBackend {
    fn attention_forward(
        q: CubeTensor,
        k: CubeTensor,
        v: CubeTensor,
        key_mask: CubeTensor,
        bias: CubeTensor,
        relative: CubeTensor,
        spec: AttentionSpec,
    ) -> (CubeTensor, CubeTensor) {
        let arguments = Arguments::<Self> { q, k, v, key_mask, bias, relative };
        let Some(launch) = Launch::new(&arguments, &spec) else {
            return portable::forward::<Self>(arguments, &spec);
        };
        let arguments = arguments.dense();
        let Sizes { batch, heads, queries, value_width, .. } = launch.sizes;
        let out = empty(&arguments.q, [batch, heads, queries, value_width], arguments.q.dtype);
        let lse = empty(&arguments.q, [batch, heads, queries], DType::F32);
        if lse.meta.num_elements() == 0 {
            return (out, lse);
        }
        if let Some(parts) = launch.parts() {
            decode(&launch, arguments, parts, &out, &lse);
            return (out, lse);
        }
        let (count, dim) = launch.cubes(queries, heads, launch.forward);
        let (mask, bias, relative) = launch.optional(&arguments);
        let (geometry, dtype) = (launch.geometry(&arguments), element(&out));
        forward_kernel::launch(
            &launch.client,
            count,
            dim,
            arguments.q.into_buffer_arg(),
            arguments.k.into_buffer_arg(),
            arguments.v.into_buffer_arg(),
            mask.into(),
            bias.into(),
            relative.into(),
            out.clone().into_buffer_arg(),
            lse.clone().into_buffer_arg(),
            geometry,
            place(&launch.stream()),
            launch.forward,
            dtype,
            launch.forward.stage(dtype),
        );
        (out, lse)
    }

    fn attention_backward(
        q: CubeTensor,
        k: CubeTensor,
        v: CubeTensor,
        key_mask: CubeTensor,
        bias: CubeTensor,
        relative: CubeTensor,
        out: CubeTensor,
        lse: CubeTensor,
        gradient: CubeTensor,
        spec: AttentionSpec,
    ) -> (CubeTensor, CubeTensor, CubeTensor) {
        let arguments = Arguments::<Self> { q, k, v, key_mask, bias, relative };
        let Some(launch) = Launch::new(&arguments, &spec) else {
            return portable::backward::<Self>(arguments, out, lse, gradient, &spec);
        };
        let (arguments, gradient) = (arguments.dense(), into_contiguous(gradient));
        let Sizes { batch, heads, key_heads, queries, keys, width, value_width } = launch.sizes;
        let dtype = arguments.q.dtype;
        let d_q = empty(&arguments.q, [batch, heads, queries, width], dtype);
        let d_k = empty(&arguments.q, [batch, key_heads, keys, width], dtype);
        let d_v = empty(&arguments.q, [batch, key_heads, keys, value_width], dtype);
        let statistics = (queries > 0).then(|| statistics(out, &gradient, lse));
        let element = element(&d_q);
        if d_q.meta.num_elements() > 0 {
            let statistics = statistics.clone().expect("there are queries");
            let (count, dim) = launch.cubes(queries, heads, launch.backward);
            let (mask, bias, relative) = launch.optional(&arguments);
            queries_kernel::launch(
                &launch.client,
                count,
                dim,
                arguments.q.clone().into_buffer_arg(),
                arguments.k.clone().into_buffer_arg(),
                arguments.v.clone().into_buffer_arg(),
                gradient.clone().into_buffer_arg(),
                statistics.into_buffer_arg(),
                mask.into(),
                bias.into(),
                relative.into(),
                d_q.clone().into_buffer_arg(),
                launch.geometry(&arguments),
                place(&launch.stream()),
                launch.backward,
                element,
                launch.backward.stage(element),
            );
        }
        let Some(statistics) = statistics else {
            return (d_q, zeros(&d_k), zeros(&d_v));
        };
        if d_k.meta.num_elements() > 0 {
            let (count, dim) = launch.cubes(keys, key_heads, launch.backward);
            let (mask, bias, relative) = launch.optional(&arguments);
            let geometry = launch.geometry(&arguments);
            keys_kernel::launch(
                &launch.client,
                count,
                dim,
                arguments.q.into_buffer_arg(),
                arguments.k.into_buffer_arg(),
                arguments.v.into_buffer_arg(),
                gradient.into_buffer_arg(),
                statistics.into_buffer_arg(),
                mask.into(),
                bias.into(),
                relative.into(),
                d_k.clone().into_buffer_arg(),
                d_v.clone().into_buffer_arg(),
                geometry,
                place(&launch.stream()),
                launch.backward,
                element,
                launch.backward.stage(element),
            );
        }
        (d_q, d_k, d_v)
    }

    fn attention_bias_gradient(
        q: CubeTensor,
        k: CubeTensor,
        v: CubeTensor,
        key_mask: CubeTensor,
        bias: CubeTensor,
        relative: CubeTensor,
        out: CubeTensor,
        lse: CubeTensor,
        gradient: CubeTensor,
        spec: AttentionSpec,
    ) -> CubeTensor {
        let arguments = Arguments::<Self> { q, k, v, key_mask, bias, relative };
        let Some(launch) = Launch::new(&arguments, &spec) else {
            return portable::bias_gradient::<Self>(arguments, out, lse, gradient, &spec);
        };
        let (arguments, gradient) = (arguments.dense(), into_contiguous(gradient));
        let d_bias = empty(&arguments.bias, arguments.bias.meta.shape().clone(), arguments.bias.dtype);
        let elements = d_bias.meta.num_elements();
        if elements == 0 {
            return d_bias;
        }
        let statistics = statistics(out, &gradient, lse);
        let (count, dim) = one_unit_each(&launch.client, elements);
        let (mask, bias, relative) = launch.optional(&arguments);
        let (geometry, dtype) = (launch.geometry(&arguments), element(&d_bias));
        #[expect(clippy::cast_possible_truncation, reason = "sizes were checked to fit 31 bits")]
        let samples = launch.sizes.batch as u32;
        bias_kernel::launch(
            &launch.client,
            count,
            dim,
            arguments.q.into_buffer_arg(),
            arguments.k.into_buffer_arg(),
            arguments.v.into_buffer_arg(),
            gradient.into_buffer_arg(),
            statistics.into_buffer_arg(),
            mask.into(),
            bias.into(),
            relative.into(),
            d_bias.clone().into_buffer_arg(),
            geometry,
            samples,
            place(&launch.stream()),
            launch.backward,
            dtype,
        );
        d_bias
    }

    fn attention_relative_gradient(
        q: CubeTensor,
        k: CubeTensor,
        v: CubeTensor,
        key_mask: CubeTensor,
        bias: CubeTensor,
        relative: CubeTensor,
        out: CubeTensor,
        lse: CubeTensor,
        gradient: CubeTensor,
        spec: AttentionSpec,
    ) -> CubeTensor {
        let arguments = Arguments::<Self> { q, k, v, key_mask, bias, relative };
        let Some(launch) = Launch::new(&arguments, &spec) else {
            return portable::relative_gradient::<Self>(arguments, out, lse, gradient, &spec);
        };
        let (arguments, gradient) = (arguments.dense(), into_contiguous(gradient));
        let shape = arguments.relative.meta.shape().clone();
        let d_relative = empty(&arguments.relative, shape, arguments.relative.dtype);
        let elements = d_relative.meta.num_elements();
        if elements == 0 || launch.sizes.batch * launch.sizes.queries == 0 {
            return zeros(&d_relative);
        }
        let statistics = statistics(out, &gradient, lse);
        let (count, dim) = one_unit_each(&launch.client, elements);
        let (mask, bias, relative) = launch.optional(&arguments);
        let (geometry, dtype) = (launch.geometry(&arguments), element(&d_relative));
        #[expect(clippy::cast_possible_truncation, reason = "sizes were checked to fit 31 bits")]
        let samples = launch.sizes.batch as u32;
        relative_kernel::launch(
            &launch.client,
            count,
            dim,
            arguments.q.into_buffer_arg(),
            arguments.k.into_buffer_arg(),
            arguments.v.into_buffer_arg(),
            gradient.into_buffer_arg(),
            statistics.into_buffer_arg(),
            mask.into(),
            bias.into(),
            relative.into(),
            d_relative.clone().into_buffer_arg(),
            geometry,
            samples,
            place(&launch.stream()),
            launch.backward,
            dtype,
        );
        d_relative
    }
}
