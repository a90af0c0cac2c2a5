//! Diffusion on cubecl's devices: one unit for each four elements, which is one block of random words.

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

use burn::tensor::DType;
use burn_cubecl::{CubeBackend, kernel::into_contiguous, tensor::CubeTensor};
use cubecl::prelude::*;

use super::spec::{Factors, StepSpec};
use super::{DiffusionOps, portable};
use crate::kernels::cube::{element, empty, one_unit_each};
use crate::kernels::random::cube::{Four, Place, block_at, normals, place};
use crate::rng::Stream;

/// The factors of a step, as [`Factors`] names them.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
struct Numbers {
    start_of_x: f32,
    start_of_model: f32,
    clip: f32,
    guidance: f32,
    x: f32,
    model: f32,
    denoised: f32,
    previous: f32,
    noise: f32,
    log_std: f32,
    log_std_slope: f32,
}

/// What a kernel is compiled for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "which parts there are")]
struct Plan {
    /// Four elements are read and written at once.
    wide: bool,
    guided: bool,
    clipped: bool,
    previous: bool,
    drawn: bool,
    learned: bool,
    /// The estimate of the data is written too.
    keep: bool,
}

/// Elements and those of one sample.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
struct Extent {
    count: u32,
    inner: u32,
}

/// The four elements of a unit; what lies past the end is some element.
#[cube]
fn load<F: Float, N: Size>(from: &[Vector<F, N>], first: usize, count: usize, #[comptime] wide: bool) -> Four {
    if wide {
        let four = from[first / 4];
        Four {
            x: f32::cast_from(four.extract(0usize)),
            y: f32::cast_from(four.extract(1usize)),
            z: f32::cast_from(four.extract(2usize)),
            w: f32::cast_from(four.extract(3usize)),
        }
    } else {
        Four {
            x: f32::cast_from(from[first].extract(0usize)),
            y: f32::cast_from(from[select(first + 1 < count, first + 1, first)].extract(0usize)),
            z: f32::cast_from(from[select(first + 2 < count, first + 2, first)].extract(0usize)),
            w: f32::cast_from(from[select(first + 3 < count, first + 3, first)].extract(0usize)),
        }
    }
}

/// Writes the four elements of a unit that lie before the end.
#[cube]
fn store<F: Float, N: Size>(
    into: &mut [Vector<F, N>],
    first: usize,
    count: usize,
    values: &Four,
    #[comptime] wide: bool,
) {
    if wide {
        let mut four = Vector::<F, N>::new(F::cast_from(values.x));
        four.insert(1usize, F::cast_from(values.y));
        four.insert(2usize, F::cast_from(values.z));
        four.insert(3usize, F::cast_from(values.w));
        into[first / 4] = four;
    } else {
        into[first] = Vector::<F, N>::new(F::cast_from(values.x));
        if first + 1 < count {
            into[first + 1] = Vector::<F, N>::new(F::cast_from(values.y));
        }
        if first + 2 < count {
            into[first + 2] = Vector::<F, N>::new(F::cast_from(values.z));
        }
        if first + 3 < count {
            into[first + 3] = Vector::<F, N>::new(F::cast_from(values.w));
        }
    }
}

/// No tensor.
#[cube]
fn none() -> Four {
    Four { x: 0.0f32, y: 0.0f32, z: 0.0f32, w: 0.0f32 }
}

/// A factor: that of the sample where there is a table, else the one of all.
#[cube]
fn number(table: &ComptimeOption<&[f32]>, row: usize, shared: f32, #[comptime] index: usize) -> f32 {
    let mut number = shared;
    #[comptime]
    if let ComptimeOption::Some(table) = table {
        number = table[row * 11 + index];
    }
    number
}

#[cube]
fn numbers(table: &ComptimeOption<&[f32]>, row: usize, shared: &Numbers) -> Numbers {
    Numbers {
        start_of_x: number(table, row, shared.start_of_x, 0usize),
        start_of_model: number(table, row, shared.start_of_model, 1usize),
        clip: number(table, row, shared.clip, 2usize),
        guidance: number(table, row, shared.guidance, 3usize),
        x: number(table, row, shared.x, 4usize),
        model: number(table, row, shared.model, 5usize),
        denoised: number(table, row, shared.denoised, 6usize),
        previous: number(table, row, shared.previous, 7usize),
        noise: number(table, row, shared.noise, 8usize),
        log_std: number(table, row, shared.log_std, 9usize),
        log_std_slope: number(table, row, shared.log_std_slope, 10usize),
    }
}

/// The model's output after guidance.
#[cube]
fn guided(model: f32, unconditional: f32, factors: &Numbers, #[comptime] plan: Plan) -> f32 {
    let mut m = model;
    if plan.guided {
        m = unconditional + factors.guidance * (model - unconditional);
    }
    m
}

/// The estimate of the data.
#[cube]
fn estimate(x: f32, m: f32, factors: &Numbers, #[comptime] plan: Plan) -> f32 {
    let mut estimate = factors.start_of_x * x + factors.start_of_model * m;
    if plan.clipped {
        // NaN is neither above nor below: a broken net must show.
        estimate = select(estimate > factors.clip, factors.clip, estimate);
        estimate = select(estimate < -factors.clip, -factors.clip, estimate);
    }
    estimate
}

/// One element of the next `x`.
#[cube]
#[allow(clippy::too_many_arguments, reason = "an element of every tensor")]
fn next(
    x: f32,
    m: f32,
    estimate: f32,
    previous: f32,
    variance: f32,
    noise: f32,
    factors: &Numbers,
    #[comptime] plan: Plan,
) -> f32 {
    let mut next = factors.x * x + factors.model * m;
    if plan.clipped {
        next += factors.denoised * estimate;
    }
    if plan.previous {
        next += factors.previous * previous;
    }
    if plan.drawn {
        let mut scaled = factors.noise * noise;
        if plan.learned {
            scaled *= (factors.log_std + factors.log_std_slope * variance).exp();
        }
        next += scaled;
    }
    next
}

/// The smaller one.
#[cube]
fn at_most(value: usize, most: usize) -> usize {
    select(value < most, value, most)
}

#[cube(launch)]
fn step_kernel<F: Float, N: Size>(
    x: &[Vector<F, N>],
    model: &[Vector<F, N>],
    unconditional: ComptimeOption<&[Vector<F, N>]>,
    previous: ComptimeOption<&[Vector<F, N>]>,
    variance: ComptimeOption<&[Vector<F, N>]>,
    table: ComptimeOption<&[f32]>,
    out: &mut [Vector<F, N>],
    denoised: &mut [Vector<F, N>],
    shared: Numbers,
    from: Place,
    extent: Extent,
    #[comptime] plan: Plan,
    #[define(F)] _dtype: ElemType,
) {
    let first = ABSOLUTE_POS * 4;
    let count = extent.count as usize;
    if first >= count {
        terminate!();
    }
    let wide = comptime!(plan.wide);
    let x = load::<F, N>(x, first, count, wide);
    let model = load::<F, N>(model, first, count, wide);
    let unconditional = if plan.guided { load::<F, N>(unconditional.unwrap(), first, count, wide) } else { none() };
    let previous = if plan.previous { load::<F, N>(previous.unwrap(), first, count, wide) } else { none() };
    let variance = if plan.learned { load::<F, N>(variance.unwrap(), first, count, wide) } else { none() };
    let noise = if plan.drawn { normals(block_at(&from, u32::cast_from(ABSOLUTE_POS))) } else { none() };
    // Four elements that are read at once belong to one sample.
    let inner = extent.inner as usize;
    let last = (count - 1) / inner;
    let apart = comptime!(if plan.wide { 0usize } else { 1usize });
    let first_of = numbers(&table, first / inner, &shared);
    let second_of = numbers(&table, at_most((first + apart) / inner, last), &shared);
    let third_of = numbers(&table, at_most((first + apart * 2) / inner, last), &shared);
    let fourth_of = numbers(&table, at_most((first + apart * 3) / inner, last), &shared);
    let m = Four {
        x: guided(model.x, unconditional.x, &first_of, plan),
        y: guided(model.y, unconditional.y, &second_of, plan),
        z: guided(model.z, unconditional.z, &third_of, plan),
        w: guided(model.w, unconditional.w, &fourth_of, plan),
    };
    let start = Four {
        x: estimate(x.x, m.x, &first_of, plan),
        y: estimate(x.y, m.y, &second_of, plan),
        z: estimate(x.z, m.z, &third_of, plan),
        w: estimate(x.w, m.w, &fourth_of, plan),
    };
    let result = Four {
        x: next(x.x, m.x, start.x, previous.x, variance.x, noise.x, &first_of, plan),
        y: next(x.y, m.y, start.y, previous.y, variance.y, noise.y, &second_of, plan),
        z: next(x.z, m.z, start.z, previous.z, variance.z, noise.z, &third_of, plan),
        w: next(x.w, m.w, start.w, previous.w, variance.w, noise.w, &fourth_of, plan),
    };
    store::<F, N>(out, first, count, &result, wide);
    if plan.keep {
        store::<F, N>(denoised, first, count, &start, wide);
    }
}

#[cube(launch)]
fn mix_kernel<F: Float, N: Size>(
    x: &[Vector<F, N>],
    y: ComptimeOption<&[Vector<F, N>]>,
    p: &[F],
    q: &[F],
    out: &mut [Vector<F, N>],
    noise: &mut [Vector<F, N>],
    from: Place,
    extent: Extent,
    #[comptime] drawn: bool,
    #[comptime] wide: bool,
    #[define(F)] _dtype: ElemType,
) {
    let first = ABSOLUTE_POS * 4;
    let count = extent.count as usize;
    if first >= count {
        terminate!();
    }
    let x = load::<F, N>(x, first, count, wide);
    let y = if drawn {
        normals(block_at(&from, u32::cast_from(ABSOLUTE_POS)))
    } else {
        load::<F, N>(y.unwrap(), first, count, wide)
    };
    let inner = extent.inner as usize;
    let last = (count - 1) / inner;
    let apart = comptime!(if wide { 0usize } else { 1usize });
    let row_x = first / inner;
    let row_y = at_most((first + apart) / inner, last);
    let row_z = at_most((first + apart * 2) / inner, last);
    let row_w = at_most((first + apart * 3) / inner, last);
    let result = Four {
        x: f32::cast_from(p[row_x]) * x.x + f32::cast_from(q[row_x]) * y.x,
        y: f32::cast_from(p[row_y]) * x.y + f32::cast_from(q[row_y]) * y.y,
        z: f32::cast_from(p[row_z]) * x.z + f32::cast_from(q[row_z]) * y.z,
        w: f32::cast_from(p[row_w]) * x.w + f32::cast_from(q[row_w]) * y.w,
    };
    store::<F, N>(out, first, count, &result, wide);
    if drawn {
        store::<F, N>(noise, first, count, &y, wide);
    }
}

/// How a kernel goes over a tensor.
struct Walk {
    count: usize,
    inner: usize,
    wide: bool,
}

impl Walk {
    /// `None` where the portable body has to run: the kernels compute in f32, and count elements in 31 bits.
    fn new(x: &CubeTensor, one_sample: bool) -> Option<Self> {
        let shape = x.meta.shape();
        let count = shape.num_elements();
        if x.dtype == DType::F64 || i32::try_from(count).is_err() {
            return None;
        }
        let inner = shape[1..].iter().product::<usize>().max(1);
        let reads_four = x.client.io_optimized_vector_sizes(x.dtype.size()).any(|size| size == 4);
        let wide = reads_four && count.is_multiple_of(4) && (one_sample || inner.is_multiple_of(4));
        Some(Self { count, inner, wide })
    }

    #[expect(clippy::cast_possible_truncation, reason = "checked")]
    fn extent(&self) -> ExtentLaunch {
        ExtentLaunch::new(self.count as u32, self.inner as u32)
    }

    const fn vector_size(&self) -> usize {
        if self.wide { 4 } else { 1 }
    }
}

/// An output that a kernel does not write, where its plan says so.
fn unused(like: &CubeTensor) -> CubeTensor {
    empty(like, [4], like.dtype)
}

impl DiffusionOps for CubeBackend {
    fn mix(x: CubeTensor, y: CubeTensor, p: CubeTensor, q: CubeTensor) -> CubeTensor {
        let Some(walk) = Walk::new(&x, false) else { return portable::mix::<Self>(x, y, p, q) };
        mix(x, Some(y), p, q, None, &walk).0
    }

    fn mix_with_noise(x: CubeTensor, p: CubeTensor, q: CubeTensor, from: Stream) -> (CubeTensor, CubeTensor) {
        let Some(walk) = Walk::new(&x, false) else { return portable::mix_with_noise::<Self>(x, p, q, from) };
        mix(x, None, p, q, Some(&from), &walk)
    }

    fn linear_step(
        x: CubeTensor,
        model: CubeTensor,
        unconditional: CubeTensor,
        previous: CubeTensor,
        variance: CubeTensor,
        spec: StepSpec,
    ) -> CubeTensor {
        step(x, model, unconditional, previous, variance, spec, false).0
    }

    fn linear_step_with_denoised(
        x: CubeTensor,
        model: CubeTensor,
        unconditional: CubeTensor,
        previous: CubeTensor,
        variance: CubeTensor,
        spec: StepSpec,
    ) -> (CubeTensor, CubeTensor) {
        step(x, model, unconditional, previous, variance, spec, true)
    }
}

fn mix(
    x: CubeTensor,
    y: Option<CubeTensor>,
    p: CubeTensor,
    q: CubeTensor,
    from: Option<&Stream>,
    walk: &Walk,
) -> (CubeTensor, CubeTensor) {
    let (x, y, p, q) = (into_contiguous(x), y.map(into_contiguous), into_contiguous(p), into_contiguous(q));
    let shape = x.meta.shape().clone();
    let out = empty(&x, shape.clone(), x.dtype);
    let noise = if from.is_some() { empty(&x, shape, x.dtype) } else { unused(&x) };
    if walk.count == 0 {
        return (out, noise);
    }
    let (count, dim) = one_unit_each(&x.client, walk.count.div_ceil(4));
    let dtype = element(&x);
    mix_kernel::launch(
        &x.client.clone(),
        count,
        dim,
        walk.vector_size(),
        x.into_buffer_arg(),
        y.map(CubeTensor::into_buffer_arg).into(),
        p.into_buffer_arg(),
        q.into_buffer_arg(),
        out.clone().into_buffer_arg(),
        noise.clone().into_buffer_arg(),
        place(from.unwrap_or(&Stream::from_seed(0))),
        walk.extent(),
        from.is_some(),
        walk.wide,
        dtype,
    );
    (out, noise)
}

fn step(
    x: CubeTensor,
    model: CubeTensor,
    unconditional: CubeTensor,
    previous: CubeTensor,
    variance: CubeTensor,
    spec: StepSpec,
    keep: bool,
) -> (CubeTensor, CubeTensor) {
    let Some(walk) = Walk::new(&x, spec.factors.len() == 1) else {
        return portable::step::<CubeBackend>(x, model, unconditional, previous, variance, spec, keep);
    };
    let (x, model) = (into_contiguous(x), into_contiguous(model));
    let shape = x.meta.shape().clone();
    let out = empty(&x, shape.clone(), x.dtype);
    let denoised = if keep { empty(&x, shape, x.dtype) } else { unused(&x) };
    if walk.count == 0 {
        return (out, denoised);
    }
    let given = |has: bool, tensor: CubeTensor| has.then(|| into_contiguous(tensor).into_buffer_arg());
    let rows: Vec<f32> = spec.factors.iter().flat_map(Factors::row).collect();
    let table = (spec.factors.len() > 1).then(|| {
        let handle = x.client.create_from_slice(f32::as_bytes(&rows));
        // SAFETY: the buffer was made of exactly so many numbers.
        unsafe { BufferArg::from_raw_parts(handle, rows.len()) }
    });
    let [start_of_x, start_of_model, clip, guidance, of_x, of_model, of_denoised, of_previous, of_noise, ..] =
        spec.factors[0].row();
    let [.., log_std, slope] = spec.factors[0].row();
    let plan = Plan {
        wide: walk.wide,
        guided: spec.guided,
        clipped: spec.clipped,
        previous: spec.previous,
        drawn: spec.from.is_some(),
        learned: spec.learned,
        keep,
    };
    let (count, dim) = one_unit_each(&x.client, walk.count.div_ceil(4));
    let dtype = element(&x);
    step_kernel::launch(
        &x.client.clone(),
        count,
        dim,
        walk.vector_size(),
        x.into_buffer_arg(),
        model.into_buffer_arg(),
        given(spec.guided, unconditional).into(),
        given(spec.previous, previous).into(),
        given(spec.learned, variance).into(),
        table.into(),
        out.clone().into_buffer_arg(),
        denoised.clone().into_buffer_arg(),
        NumbersLaunch::new(
            start_of_x,
            start_of_model,
            clip,
            guidance,
            of_x,
            of_model,
            of_denoised,
            of_previous,
            of_noise,
            log_std,
            slope,
        ),
        place(spec.from.as_ref().unwrap_or(&Stream::from_seed(0))),
        walk.extent(),
        plan,
        dtype,
    );
    (out, denoised)
}

#[cfg(all(test, feature = "kernel-texts"))]
mod texts;
