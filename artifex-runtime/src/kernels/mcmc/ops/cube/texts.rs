//! The kernels' texts.

use super::*;
use crate::kernels::random::cube::texts::place;
use crate::kernels::texts::{buffer, hold};

#[test]
fn steps() {
    let b = buffer;
    hold("mcmc/langevin", 64, |s| {
        langevin_kernel::LangevinKernel::new(s.settings, s.device, s.target, b(), b(), b(), b(), b(), place(), (), ())
    });
    hold("mcmc/proposal-log-ratio", 64, |s| {
        proposal_log_ratio_kernel::ProposalLogRatioKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            b(),
            b(),
        )
    });
    hold("mcmc/momentum", 64, |s| {
        momentum_kernel::MomentumKernel::new(s.settings, s.device, s.target, b(), b(), b(), place())
    });
    hold("mcmc/kick-drift", 64, |s| {
        kick_drift_kernel::KickDriftKernel::new(s.settings, s.device, s.target, b(), b(), b(), b(), b(), b(), b(), ())
    });
    hold("mcmc/kick", 64, |s| {
        kick_kernel::KickKernel::new(s.settings, s.device, s.target, b(), b(), b(), b(), b(), b(), ())
    });
    hold("mcmc/decide", 64, |s| {
        decide_kernel::DecideKernel::new(s.settings, s.device, s.target, b(), b(), b(), b(), place(), ())
    });
    hold("mcmc/select", 64, |s| {
        select_kernel::SelectKernel::new(s.settings, s.device, s.target, b(), b(), b(), b(), b(), b(), b(), ())
    });
    hold("mcmc/swap", 64, |s| {
        swap_kernel::SwapKernel::new(s.settings, s.device, s.target, b(), b(), b(), b(), b(), place(), (), ())
    });
}
