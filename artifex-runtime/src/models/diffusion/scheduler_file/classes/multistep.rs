//! The multistep samplers.

use super::{Discrete, Result};
use crate::models::diffusion::sampler::{
    DPMSolverPPConfig, FinalSigma, KarrasEnds, SamplerConfig, TimestepSpacing, TimestepsConfig, UniPCConfig,
    UniPCVariant,
};
use crate::models::diffusion::schedule::{NoiseScheduleConfig, ScheduleType};
use crate::models::diffusion::scheduler_file::{DiscreteScheduler, SchedulerFileError};

impl Discrete<'_> {
    /// Levels of the multistep samplers: those of `use_karras_sigmas` lie between the ends of the schedule.
    fn multistep(&mut self, schedule: &NoiseScheduleConfig) -> Result<TimestepsConfig> {
        self.no_thresholding()?;
        for field in ["use_flow_sigmas", "use_dynamic_shifting"] {
            self.fields.never(field, "set false: there is no flow over a noise schedule")?;
        }
        for field in ["flow_shift", "time_shift_type", "shift_terminal"] {
            self.fields.ignore(field);
        }
        let (final_sigma, steps) = (self.final_sigma()?, self.steps(schedule)?);
        let (spacing, steps_offset) = self.spacing("linspace")?;
        let (spacing, steps_offset) =
            if self.karras()? { (TimestepSpacing::Karras, 0) } else { (spacing, steps_offset) };
        Ok(TimestepsConfig { steps, spacing, steps_offset, karras_ends: KarrasEnds::Schedule, final_sigma })
    }

    pub(super) fn dpm_solver(&mut self) -> Result<DiscreteScheduler> {
        let shared = self.schedule([1e-4, 0.02])?;
        let timesteps = self.multistep(&shared.0)?;
        if timesteps.spacing == TimestepSpacing::Karras && shared.0.schedule_type == ScheduleType::Cosine {
            let remedy = "with \"squaredcos_cap_v2\" its times are cut off to whole steps: set false";
            return Err(self.fields.unsupported("use_karras_sigmas", remedy));
        }
        let fields = &mut *self.fields;
        fields.never("use_lu_lambdas", "set false, or `use_karras_sigmas` instead")?;
        fields.nothing("variance_type", "set null: the networks here predict no variance")?;
        // It leaves out steps with less signal than that.
        let clipped = fields.number("lambda_min_clipped", f64::NEG_INFINITY)?;
        let schedule = shared.0.schedule().map_err(|error| SchedulerFileError::Config(error.to_string()))?;
        if schedule.log_snr().last().is_some_and(|last| 0.5 * last.max(-1e3) < clipped) {
            let remedy = "it leaves out the noisiest steps: set -Infinity";
            return Err(fields.unsupported("lambda_min_clipped", remedy));
        }
        let remedy = "give \"midpoint\"";
        fields.choice(
            "solver_type",
            "midpoint",
            &[("midpoint", ()), ("logrho", ()), ("bh1", ()), ("bh2", ())],
            remedy,
        )?;
        let algorithms = [("dpmsolver++", false), ("sde-dpmsolver++", true), ("deis", false)];
        let remedy = "give \"dpmsolver++\" or \"sde-dpmsolver++\"";
        let stochastic = fields.choice("algorithm_type", "dpmsolver++", &algorithms, remedy)?;
        let order = fields.count("solver_order", 2)?;
        if !(1..=2).contains(&order) {
            return Err(fields.unsupported("solver_order", "give 1 or 2, or UniPCMultistepScheduler for 3"));
        }
        let (lower, euler) = (fields.flag("lower_order_final", true)?, fields.flag("euler_at_final", false)?);
        let lower_order_final = euler || (lower && timesteps.steps < 15);
        let sampler = SamplerConfig::DPMSolverPP(DPMSolverPPConfig { timesteps, order, stochastic, lower_order_final });
        Ok(Self::finished(shared, false, sampler))
    }

    pub(super) fn unipc(&mut self) -> Result<DiscreteScheduler> {
        let shared = self.schedule([1e-4, 0.02])?;
        let timesteps = self.multistep(&shared.0)?;
        let fields = &mut *self.fields;
        if !fields.flag("predict_x0", true)? {
            return Err(fields.unsupported("predict_x0", "set true"));
        }
        fields.nothing("solver_p", "set null")?;
        let variants = [
            ("bh1", UniPCVariant::BH1),
            ("bh2", UniPCVariant::BH2),
            // Those of other classes are taken for the default.
            ("midpoint", UniPCVariant::BH2),
            ("heun", UniPCVariant::BH2),
            ("logrho", UniPCVariant::BH2),
        ];
        let variant = fields.choice("solver_type", "bh2", &variants, "give \"bh1\" or \"bh2\"")?;
        let order = fields.count("solver_order", 2)?;
        if !(1..=3).contains(&order) {
            return Err(fields.unsupported("solver_order", "give 1, 2 or 3"));
        }
        let lower_order_final = fields.flag("lower_order_final", true)?;
        if !lower_order_final && order > 1 && timesteps.final_sigma == FinalSigma::Zero {
            let remedy =
                "the last step to no noise has no higher order: set true, or `final_sigmas_type` to \"sigma_min\"";
            return Err(fields.unsupported("lower_order_final", remedy));
        }
        let disable_corrector = fields.counts("disable_corrector")?;
        let config = UniPCConfig { timesteps, order, variant, corrector: true, disable_corrector, lower_order_final };
        Ok(Self::finished(shared, false, SamplerConfig::UniPC(config)))
    }
}
