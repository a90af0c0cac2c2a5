//! The kernels' texts.

use burn::backend::cubecl::dtype_to_storage_type;

use super::*;
use crate::kernels::random::cube::texts::place;
use crate::kernels::texts::{absent, buffer, given, hold};

fn extent() -> ExtentCompilationArg {
    ExtentCompilationArg { count: (), inner: () }
}

fn numbers() -> NumbersCompilationArg {
    NumbersCompilationArg {
        start_of_x: (),
        start_of_model: (),
        clip: (),
        guidance: (),
        x: (),
        model: (),
        denoised: (),
        previous: (),
        noise: (),
        log_std: (),
        log_std_slope: (),
    }
}

#[test]
fn step() {
    let float = dtype_to_storage_type(DType::F32);
    // A step of DDPM, and one with every part there is.
    let ddpm =
        Plan { wide: true, guided: false, clipped: true, previous: false, drawn: true, learned: false, keep: false };
    let all = Plan { wide: false, guided: true, clipped: true, previous: true, drawn: true, learned: true, keep: true };
    hold("diffusion/step-ddpm", 64, |s| {
        let (b, n, p, e) = (buffer, numbers(), place(), extent());
        step_kernel::StepKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            absent(),
            absent(),
            absent(),
            absent(),
            b(),
            b(),
            n,
            p,
            e,
            4,
            ddpm,
            float,
        )
    });
    hold("diffusion/step-all", 64, |s| {
        let (b, n, p, e) = (buffer, numbers(), place(), extent());
        step_kernel::StepKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            given(),
            given(),
            given(),
            given(),
            b(),
            b(),
            n,
            p,
            e,
            1,
            all,
            float,
        )
    });
}

#[test]
fn mix() {
    let float = dtype_to_storage_type(DType::F32);
    hold("diffusion/mix", 64, |s| {
        let (b, p, e) = (buffer, place(), extent());
        mix_kernel::MixKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            given(),
            b(),
            b(),
            b(),
            b(),
            p,
            e,
            4,
            false,
            true,
            float,
        )
    });
    hold("diffusion/mix-with-noise", 64, |s| {
        let (b, p, e) = (buffer, place(), extent());
        mix_kernel::MixKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            absent(),
            b(),
            b(),
            b(),
            b(),
            p,
            e,
            4,
            true,
            true,
            float,
        )
    });
}
