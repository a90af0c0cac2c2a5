//! What each class's fields mean (diffusers, `src/diffusers/schedulers`). Defaults are those of the class.

mod multistep;

use serde_json::Value as Json;

use super::fields::{Fields, object};
use super::{DiscreteScheduler, FlowScheduler, SchedulerFile, SchedulerFileError};
use crate::config::validate_value;
use crate::models::diffusion::objective::PredictionType;
use crate::models::diffusion::sampler::{
    DDIMSamplerConfig, DDPMSamplerConfig, EulerAncestralSamplerConfig, EulerSamplerConfig, FinalSigma,
    HeunSamplerConfig, KarrasEnds, SamplerConfig, StepVariance, TimestepSpacing, TimestepsConfig,
};
use crate::models::diffusion::schedule::{NoiseScheduleConfig, ScheduleType};

/// The classes.
pub(super) const NAMES: [&str; 8] = [
    "DDPMScheduler",
    "DDIMScheduler",
    "EulerDiscreteScheduler",
    "EulerAncestralDiscreteScheduler",
    "HeunDiscreteScheduler",
    "DPMSolverMultistepScheduler",
    "UniPCMultistepScheduler",
    "FlowMatchEulerDiscreteScheduler",
];

/// Steps of diffusers' pipelines where none are asked for.
const STEPS: usize = 50;

type Result<T, E = SchedulerFileError> = std::result::Result<T, E>;

pub(super) fn parse(text: &str, steps: Option<usize>) -> Result<SchedulerFile> {
    let values = object(text)?;
    let found = values.get("_class_name").cloned().unwrap_or(Json::Null);
    let class = NAMES.into_iter().find(|name| found.as_str() == Some(name));
    let class = class.ok_or_else(|| SchedulerFileError::Class {
        found: if found.is_null() { "left out".to_owned() } else { found.to_string() },
    })?;
    let mut fields = Fields::new(class, values);
    let mut file = Discrete { class, fields: &mut fields, asked: steps };
    let scheduler = match class {
        "DDPMScheduler" => SchedulerFile::Discrete(file.ddpm()?),
        "DDIMScheduler" => SchedulerFile::Discrete(file.ddim()?),
        "EulerDiscreteScheduler" => SchedulerFile::Discrete(file.euler()?),
        "EulerAncestralDiscreteScheduler" => SchedulerFile::Discrete(file.euler_ancestral()?),
        "HeunDiscreteScheduler" => SchedulerFile::Discrete(file.heun()?),
        "DPMSolverMultistepScheduler" => SchedulerFile::Discrete(file.dpm_solver()?),
        "UniPCMultistepScheduler" => SchedulerFile::Discrete(file.unipc()?),
        _ => SchedulerFile::Flow(flow(file.fields, steps)?),
    };
    fields.finish()?;
    if let SchedulerFile::Discrete(scheduler) = &scheduler {
        let config = |error: &dyn std::fmt::Display| SchedulerFileError::Config(error.to_string());
        validate_value(&scheduler.noise_schedule).map_err(|error| config(&error))?;
        validate_value(&scheduler.sampler).map_err(|error| config(&error))?;
    }
    Ok(scheduler)
}

/// A scheduler over the steps of a noise schedule, while it is read.
struct Discrete<'a> {
    class: &'static str,
    fields: &'a mut Fields,
    /// The number of steps that was asked for.
    asked: Option<usize>,
}

impl Discrete<'_> {
    /// What all of them share. `betas`: the ends of the schedule where the file gives none.
    fn schedule(&mut self, betas: [f64; 2]) -> Result<(NoiseScheduleConfig, PredictionType)> {
        let fields = &mut *self.fields;
        let (start, end) = (fields.number("beta_start", betas[0])?, fields.number("beta_end", betas[1])?);
        let mut types = vec![
            ("linear", ScheduleType::Linear),
            ("scaled_linear", ScheduleType::ScaledLinear),
            ("squaredcos_cap_v2", ScheduleType::Cosine),
        ];
        if self.class == "DDPMScheduler" {
            types.push(("sigmoid", ScheduleType::Sigmoid));
        }
        let remedy = "the schedule must be one that artifex has: \"linear\", \"scaled_linear\", \"squaredcos_cap_v2\", or \"sigmoid\" \
                      for DDPMScheduler";
        let schedule_type = fields.choice("beta_schedule", "linear", &types, remedy)?;
        fields.nothing("trained_betas", "give the schedule by its name and ends")?;
        let ends = schedule_type != ScheduleType::Cosine;
        let noise_schedule = NoiseScheduleConfig {
            schedule_type,
            num_timesteps: fields.count("num_train_timesteps", 1000)?,
            beta_start: ends.then_some(start),
            beta_end: ends.then_some(end),
            max_beta: None,
            // Heun's class has no such field.
            zero_terminal_snr: self.class != "HeunDiscreteScheduler" && fields.flag("rescale_betas_zero_snr", false)?,
        };
        let predictions = [
            ("epsilon", PredictionType::Epsilon),
            ("v_prediction", PredictionType::VPrediction),
            ("sample", PredictionType::Sample),
        ];
        let remedy = "networks here predict \"epsilon\", \"v_prediction\" or \"sample\"";
        Ok((noise_schedule, fields.choice("prediction_type", "epsilon", &predictions, remedy)?))
    }

    fn finished(
        (noise_schedule, prediction_type): (NoiseScheduleConfig, PredictionType),
        clip_denoised: bool,
        sampler: SamplerConfig,
    ) -> DiscreteScheduler {
        DiscreteScheduler { noise_schedule, prediction_type, clip_denoised, sampler }
    }

    /// Whether the estimated data are limited.
    fn clip(&mut self, default: bool) -> Result<bool> {
        let clip = self.fields.flag("clip_sample", default)?;
        if clip && (self.fields.number("clip_sample_range", 1.0)? - 1.0).abs() > 0.0 {
            let remedy = "data lie between -1 and 1 here: set 1.0, or `clip_sample` to false";
            return Err(self.fields.unsupported("clip_sample_range", remedy));
        }
        self.fields.ignore("clip_sample_range");
        Ok(clip)
    }

    /// Dynamic thresholding, which there is not.
    fn no_thresholding(&mut self) -> Result<()> {
        self.fields.never("thresholding", "set false, or `clip_sample` where the class has it")?;
        self.fields.ignore("dynamic_thresholding_ratio");
        self.fields.ignore("sample_max_value");
        Ok(())
    }

    /// The number of steps, on a schedule of so many.
    fn steps(&self, schedule: &NoiseScheduleConfig) -> Result<usize> {
        let (most, steps) = (schedule.num_timesteps, self.asked.unwrap_or(STEPS.min(schedule.num_timesteps)));
        if (1..=most).contains(&steps) {
            return Ok(steps);
        }
        Err(SchedulerFileError::Config(format!(
            "the number of sampling steps is {steps}; give 1 to {most}, the scheduler's `num_train_timesteps`"
        )))
    }

    /// Which steps of the schedule there are, and the offset of `leading`.
    fn spacing(&mut self, default: &str) -> Result<(TimestepSpacing, usize)> {
        let spacings = [
            ("linspace", TimestepSpacing::Linspace),
            ("leading", TimestepSpacing::Leading),
            ("trailing", TimestepSpacing::Trailing),
        ];
        let remedy = "give \"linspace\", \"leading\" or \"trailing\"";
        let spacing = self.fields.choice("timestep_spacing", default, &spacings, remedy)?;
        let offset = self.fields.count("steps_offset", 0)?;
        // The others have none.
        Ok((spacing, if spacing == TimestepSpacing::Leading { offset } else { 0 }))
    }

    /// Where the last step ends.
    fn final_sigma(&mut self) -> Result<FinalSigma> {
        let ends = [("zero", FinalSigma::Zero), ("sigma_min", FinalSigma::SigmaMin)];
        self.fields.choice("final_sigmas_type", "zero", &ends, "give \"zero\" or \"sigma_min\"")
    }

    /// Whether the levels are those of Karras et al.; other sequences are not supported.
    fn karras(&mut self) -> Result<bool> {
        for field in ["use_exponential_sigmas", "use_beta_sigmas"] {
            self.fields.never(field, "set false, or `use_karras_sigmas` instead")?;
        }
        let karras = self.fields.flag("use_karras_sigmas", false)?;
        for field in ["sigma_min", "sigma_max"] {
            // They are read for such sequences alone.
            if karras {
                self.fields.nothing(field, "set null: the ends are those of the schedule's steps")?;
            }
            self.fields.ignore(field);
        }
        Ok(karras)
    }

    fn ddpm(&mut self) -> Result<DiscreteScheduler> {
        let shared = self.schedule([1e-4, 0.02])?;
        let (clip, (spacing, steps_offset)) = (self.clip(true)?, self.spacing("leading")?);
        self.no_thresholding()?;
        let variances = [
            ("fixed_small", StepVariance::FixedSmall),
            ("fixed_large", StepVariance::FixedLarge),
            ("learned_range", StepVariance::LearnedRange),
        ];
        let remedy = "give \"fixed_small\", \"fixed_large\" or \"learned_range\"";
        let variance = self.fields.choice("variance_type", "fixed_small", &variances, remedy)?;
        let steps = self.asked.unwrap_or(shared.0.num_timesteps);
        let whole = steps == shared.0.num_timesteps;
        if variance == StepVariance::FixedLarge && (steps_offset > 0 || spacing == TimestepSpacing::Trailing && !whole)
        {
            let remedy = "there it draws noise in the last step too, where that is above 0: give \"fixed_small\", or \
                          `timestep_spacing` \"leading\" with a `steps_offset` of 0";
            return Err(self.fields.unsupported("variance_type", remedy));
        }
        self.asked = Some(steps);
        let steps = Some(self.steps(&shared.0)?);
        let sampler = SamplerConfig::DDPM(DDPMSamplerConfig { steps, spacing, steps_offset, variance: Some(variance) });
        Ok(Self::finished(shared, clip, sampler))
    }

    fn ddim(&mut self) -> Result<DiscreteScheduler> {
        let shared = self.schedule([1e-4, 0.02])?;
        let (clip, (spacing, steps_offset)) = (self.clip(true)?, self.spacing("leading")?);
        self.no_thresholding()?;
        let (steps, most) = (self.steps(&shared.0)?, shared.0.num_timesteps);
        // It goes down by the whole part of T / n, whichever step is visited next.
        if spacing == TimestepSpacing::Linspace && steps > 1 {
            let remedy = "its steps there do not end where the next ones begin: give \"leading\" or \"trailing\"";
            return Err(self.fields.unsupported("timestep_spacing", remedy));
        }
        if spacing == TimestepSpacing::Trailing && !most.is_multiple_of(steps) {
            let remedy = "its steps end where the next ones begin only if their number divides `num_train_timesteps`: take such a \
                          number of steps, or \"leading\"";
            return Err(self.fields.unsupported("timestep_spacing", remedy));
        }
        let to_one = self.fields.flag("set_alpha_to_one", true)?;
        let timesteps = TimestepsConfig {
            steps,
            spacing,
            steps_offset,
            karras_ends: KarrasEnds::Schedule,
            final_sigma: if to_one { FinalSigma::Zero } else { FinalSigma::SigmaMin },
        };
        let sampler = SamplerConfig::DDIM(DDIMSamplerConfig { timesteps, eta: 0.0, recompute_noise: false });
        Ok(Self::finished(shared, clip, sampler))
    }

    /// Levels of the samplers over sigmas: those of `use_karras_sigmas` lie between the steps that would be visited without.
    fn over_sigmas(&mut self, schedule: &NoiseScheduleConfig, final_sigma: FinalSigma) -> Result<TimestepsConfig> {
        let (steps, (spacing, steps_offset)) = (self.steps(schedule)?, self.spacing("linspace")?);
        let karras_ends = match spacing {
            TimestepSpacing::Leading => KarrasEnds::Leading,
            TimestepSpacing::Trailing => KarrasEnds::Trailing,
            _ => KarrasEnds::Schedule,
        };
        Ok(if self.karras()? {
            TimestepsConfig { steps, spacing: TimestepSpacing::Karras, steps_offset, karras_ends, final_sigma }
        } else {
            TimestepsConfig { steps, spacing, steps_offset, karras_ends: KarrasEnds::Schedule, final_sigma }
        })
    }

    fn euler(&mut self) -> Result<DiscreteScheduler> {
        let shared = self.schedule([1e-4, 0.02])?;
        let linear = [("linear", ())];
        self.fields.choice("interpolation_type", "linear", &linear, "give \"linear\"")?;
        self.fields.choice("timestep_type", "discrete", &[("discrete", ())], "give \"discrete\"")?;
        let final_sigma = self.final_sigma()?;
        let timesteps = self.over_sigmas(&shared.0, final_sigma)?;
        Ok(Self::finished(shared, false, SamplerConfig::Euler(EulerSamplerConfig { timesteps })))
    }

    fn euler_ancestral(&mut self) -> Result<DiscreteScheduler> {
        let shared = self.schedule([1e-4, 0.02])?;
        // The class has no other levels.
        let (steps, (spacing, steps_offset)) = (self.steps(&shared.0)?, self.spacing("linspace")?);
        for field in ["use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas"] {
            self.fields.ignore(field);
        }
        let (karras_ends, final_sigma) = (KarrasEnds::Schedule, FinalSigma::Zero);
        let timesteps = TimestepsConfig { steps, spacing, steps_offset, karras_ends, final_sigma };
        let sampler = SamplerConfig::EulerAncestral(EulerAncestralSamplerConfig { timesteps, eta: 1.0 });
        Ok(Self::finished(shared, false, sampler))
    }

    fn heun(&mut self) -> Result<DiscreteScheduler> {
        let shared = self.schedule([0.000_85, 0.012])?;
        let clip = self.clip(false)?;
        let timesteps = self.over_sigmas(&shared.0, FinalSigma::Zero)?;
        Ok(Self::finished(shared, clip, SamplerConfig::Heun(HeunSamplerConfig { timesteps })))
    }
}

fn flow(fields: &mut Fields, steps: Option<usize>) -> Result<FlowScheduler> {
    let remedy = "set false: the shift is `shift`, whatever the size of images";
    fields.never("use_dynamic_shifting", remedy)?;
    for field in ["base_shift", "max_shift", "base_image_seq_len", "max_image_seq_len", "time_shift_type"] {
        fields.ignore(field);
    }
    fields.never("invert_sigmas", "set false: noise is at time 1")?;
    fields.nothing("shift_terminal", "set null")?;
    for field in ["use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas", "stochastic_sampling"] {
        fields.never(field, "set false")?;
    }
    let (num_timesteps, shift) = (fields.count("num_train_timesteps", 1000)?, fields.number("shift", 1.0)?);
    let steps = steps.unwrap_or(STEPS);
    let wrong =
        |field: &str, found: String, expected| SchedulerFileError::Value { field: field.into(), found, expected };
    if num_timesteps == 0 {
        return Err(wrong("num_train_timesteps", "0".into(), "at least 1"));
    }
    if !(shift.is_finite() && shift > 0.0) {
        return Err(wrong("shift", shift.to_string(), "a number above 0"));
    }
    if steps == 0 {
        return Err(SchedulerFileError::Config("the number of sampling steps is 0; give at least 1".to_owned()));
    }
    Ok(FlowScheduler { steps, num_timesteps, shift })
}
