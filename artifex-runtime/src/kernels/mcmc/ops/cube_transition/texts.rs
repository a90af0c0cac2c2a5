//! The kernels' texts.

use super::density_kernel::DensityKernel;
use super::transition_kernel::TransitionKernel;
use super::*;
use crate::kernels::random::cube::texts::place;
use crate::kernels::texts::{buffer, hold};

#[test]
fn densities() {
    let b = buffer;
    for (name, family) in [
        ("diagonal", Family::Diagonal),
        ("full", Family::Full),
        ("mixture", Family::Mixture),
        ("banana", Family::Banana),
        ("funnel", Family::Funnel),
    ] {
        hold(&format!("mcmc/density-{name}"), 64, |s| {
            DensityKernel::new(s.settings, s.device, s.target, b(), b(), b(), b(), (), (), family)
        });
    }
    hold("mcmc/transition", 64, |s| {
        let p = place();
        let family = Family::Mixture;
        TransitionKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            b(),
            p,
            (),
            (),
            (),
            (),
            (),
            family,
            true,
        )
    });
}
