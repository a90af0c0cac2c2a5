//! `artifex bench`: the kernels of this build against the same from burn's operations.

mod attention;
mod conv;
mod diffusion;
mod elementwise;
mod mcmc;
mod random;

use std::hint::black_box;
use std::time::{Duration, Instant};

use burn::tensor::{Device, Tensor};
use serde::Serialize;

use super::args::{BenchArgs, BenchGroup, Format};
use super::error::Failure;
use super::style::table;
use crate::device::{ChosenDevice, choose};

/// What a call gives that must be computed for the time to be its own.
type Results = Vec<Tensor<1>>;

/// Something to measure.
struct Case {
    kernel: &'static str,
    size: String,
    work: Work,
    fused: Box<dyn FnMut() -> Results>,
    portable: Box<dyn FnMut() -> Results>,
}

/// What a call does.
#[derive(Clone, Copy, Debug)]
enum Work {
    /// Bytes read and written at least.
    Bytes(u64),
    /// Multiplications and additions.
    Flops(u64),
}

/// What was measured.
#[derive(Debug, Serialize)]
struct Measurement {
    device: String,
    kernel: &'static str,
    size: String,
    seconds: f64,
    rate: f64,
    unit: &'static str,
    portable_seconds: f64,
    /// How many times faster than the portable body.
    ratio: f64,
}

/// `artifex bench`
pub(super) fn bench(args: &BenchArgs) -> Result<(), Failure> {
    let chosen = choose(&args.device).map_err(Failure::input)?;
    let time = Duration::from_secs_f64(args.seconds);
    let groups = if args.groups.is_empty() { BenchGroup::ALL.to_vec() } else { args.groups.clone() };
    let mut measurements = Vec::new();
    if args.format == Format::Human {
        anstream::eprintln!("device   {chosen}");
    }
    for group in groups {
        let cases = match group {
            BenchGroup::Attention => attention::cases(&chosen.device),
            BenchGroup::Diffusion => diffusion::cases(&chosen.device),
            BenchGroup::Mcmc => mcmc::cases(&chosen.device),
            BenchGroup::Random => random::cases(&chosen.device),
            BenchGroup::Elementwise => elementwise::cases(&chosen.device),
            BenchGroup::Conv => conv::cases(&chosen.device),
        };
        for case in cases {
            measurements.push(measure(&chosen, case(), time).map_err(Failure::run)?);
        }
    }
    match args.format {
        Format::Human => anstream::print!("{}", table(&rows(&measurements))),
        Format::Json => {
            anstream::println!(
                "{}",
                serde_json::to_string_pretty(&measurements).expect("numbers and words can be written")
            );
        }
    }
    Ok(())
}

/// The medians of both, called in turn until each has had its time.
fn measure(chosen: &ChosenDevice, case: Case, time: Duration) -> Result<Measurement, String> {
    let Case { kernel, size, work, mut fused, mut portable } = case;
    let once = |call: &mut dyn FnMut() -> Results| -> Result<f64, String> {
        let start = Instant::now();
        black_box(call());
        chosen.device.sync().map_err(|error| error.to_string())?;
        Ok(start.elapsed().as_secs_f64())
    };
    // The first call compiles the kernel.
    once(&mut fused)?;
    once(&mut portable)?;
    let (mut fused_times, mut portable_times) = (Vec::new(), Vec::new());
    let start = Instant::now();
    // A call that takes far longer than its time is not repeated.
    let enough = |calls: usize, spent: Duration| calls >= 5 || (calls >= 1 && spent > 20 * time);
    while !enough(fused_times.len(), start.elapsed()) || start.elapsed() < 2 * time {
        // The faster of the two is called more often, so that both are measured for about as long.
        let portable_time = once(&mut portable)?;
        portable_times.push(portable_time);
        let mut spent = 0.0;
        while spent < portable_time.min(time.as_secs_f64()) || spent == 0.0 {
            let seconds = once(&mut fused)?;
            fused_times.push(seconds);
            spent += seconds.max(1e-9);
        }
    }
    let (seconds, portable_seconds) = (median(fused_times), median(portable_times));
    let (amount, unit) = match work {
        Work::Bytes(bytes) => (bytes, "GB/s"),
        Work::Flops(flops) => (flops, "GFLOP/s"),
    };
    #[expect(clippy::cast_precision_loss, reason = "a rate is shown with three digits")]
    let rate = amount as f64 / seconds / 1e9;
    let ratio = portable_seconds / seconds;
    Ok(Measurement { device: chosen.name.clone(), kernel, size, seconds, rate, unit, portable_seconds, ratio })
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn rows(measurements: &[Measurement]) -> Vec<Vec<String>> {
    let head = ["kernel", "size", "time", "rate", "portable", "ratio"].map(str::to_owned).to_vec();
    let lines = measurements.iter().map(|m| {
        vec![
            m.kernel.to_owned(),
            m.size.clone(),
            duration(m.seconds),
            format!("{:.1} {}", m.rate, m.unit),
            duration(m.portable_seconds),
            format!("{:.2}", m.ratio),
        ]
    });
    std::iter::once(head).chain(lines).collect()
}

/// Seconds with three digits in the unit that fits.
fn duration(seconds: f64) -> String {
    let (value, unit) = match seconds {
        s if s < 1e-3 => (s * 1e6, "us"),
        s if s < 1.0 => (s * 1e3, "ms"),
        s => (s, "s"),
    };
    format!("{value:.3} {unit}")
}

/// A tensor as what a case gives.
fn flat<const D: usize>(x: Tensor<D>) -> Tensor<1> {
    let count = x.shape().num_elements();
    x.reshape([count])
}

/// A case that is made when its turn comes, so that only one holds memory at a time.
type Later = Box<dyn FnOnce() -> Case>;

/// Bytes of that many f32.
const fn floats(count: usize) -> u64 {
    4 * count as u64
}

/// The device without autodiff, for closures.
fn plain(device: &Device) -> Device {
    device.clone().without_autodiff()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_three_decimals_and_a_unit() {
        assert_eq!(duration(0.000_012_345_6), "12.346 us");
        assert_eq!(duration(0.012_345_6), "12.346 ms");
        assert_eq!(duration(12.345_6), "12.346 s");
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
    }
}
