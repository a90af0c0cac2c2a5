//! What a user sees while a model trains: a bar on a terminal, plain lines elsewhere.

use super::style::{GOOD, paint};
use crate::models::DynModel;
use crate::models::losses::TOTAL;
use crate::train::{Callback, CallbackError, CheckpointEvent, EndEvent, EvalEvent, StepEvent};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::io::IsTerminal as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Plain lines come no more often than this.
const PAUSE: Duration = Duration::from_secs(1);

/// How long the updates of a run took.
#[derive(Debug, Default)]
pub(super) struct Timing {
    /// From the start of the command to the end of the first update.
    pub(super) first_step: Option<Duration>,
    /// Every update after the first, in seconds.
    steps: Vec<f64>,
}

impl Timing {
    /// The median update in seconds, of those after the first.
    pub(super) fn median(&self) -> Option<f64> {
        let mut steps = self.steps.clone();
        steps.sort_by(f64::total_cmp);
        steps.get(steps.len() / 2).copied()
    }
}

/// Shows the progress of a run.
pub(super) struct Progress {
    bar: ProgressBar,
    plain: bool,
    started: Instant,
    timing: Arc<Mutex<Timing>>,
    last_step: Option<Instant>,
    last_line: Option<Instant>,
    train: String,
    held_out: String,
}

impl Progress {
    /// A display for `total` updates of which `done` are done. `started` is when the command was.
    pub(super) fn new(total: u64, done: u64, started: Instant) -> (Self, Arc<Mutex<Timing>>) {
        let plain = !std::io::stderr().is_terminal();
        let target = if plain { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr_with_hz(10) };
        let bar = ProgressBar::with_draw_target(Some(total), target);
        // The template is a constant: it cannot be wrong at run time.
        if let Ok(style) =
            ProgressStyle::with_template("{bar:30.green} {pos}/{len} steps  {rate}  ETA {eta}  {wide_msg}")
        {
            let rate = |state: &ProgressState, out: &mut dyn Write| {
                // Nobody sees a terminal that does not take text.
                let _ = write!(out, "{:.0} steps/s", state.per_sec());
            };
            bar.set_style(style.with_key("rate", rate).progress_chars("━╸─"));
        }
        bar.set_position(done);
        bar.reset_eta();
        let timing = Arc::new(Mutex::new(Timing::default()));
        let progress = Self {
            bar,
            plain,
            started,
            timing: Arc::clone(&timing),
            last_step: None,
            last_line: None,
            train: String::new(),
            held_out: String::new(),
        };
        (progress, timing)
    }

    fn message(&self) -> String {
        match (self.train.is_empty(), self.held_out.is_empty()) {
            (_, true) => self.train.clone(),
            (true, false) => format!("held-out {}", self.held_out),
            (false, false) => format!("{}  held-out {}", self.train, self.held_out),
        }
    }
}

impl Callback for Progress {
    fn on_step(&mut self, event: &StepEvent<'_>) -> Result<(), CallbackError> {
        let now = Instant::now();
        {
            let mut timing = self.timing.lock().unwrap_or_else(PoisonError::into_inner);
            match self.last_step {
                None if timing.first_step.is_none() => timing.first_step = Some(now - self.started),
                None => {}
                Some(last) => timing.steps.push((now - last).as_secs_f64()),
            }
        }
        self.bar.set_position(event.step);
        if let Some(losses) = event.losses.filter(|losses| !losses.is_empty()) {
            self.train = shown(losses);
            self.bar.set_message(self.message());
            let due = self.last_line.is_none_or(|last| now - last >= PAUSE) || event.step == event.total_steps;
            if self.plain && due {
                let rate = event.steps_per_second.unwrap_or(f64::NAN);
                #[expect(clippy::cast_precision_loss, reason = "a time for people")]
                let left = (event.total_steps - event.step) as f64 / rate;
                anstream::eprintln!(
                    "step {}/{}  epoch {}  {}  {rate:.0} steps/s  ETA {left:.0} s",
                    event.step,
                    event.total_steps,
                    event.epoch,
                    self.message()
                );
                self.last_line = Some(now);
            }
        }
        self.last_step = Some(Instant::now());
        Ok(())
    }

    fn on_eval(&mut self, event: &EvalEvent<'_>, _: &dyn DynModel) -> Result<(), CallbackError> {
        if let Some((_, first)) = event.losses.first() {
            let best = if event.is_best { paint(GOOD, "*") } else { String::new() };
            self.held_out = format!("{first:.4}{best}");
            self.bar.set_message(self.message());
        }
        // What happens between two updates is not the time of an update.
        self.last_step = self.last_step.map(|_| Instant::now());
        Ok(())
    }

    fn on_checkpoint(&mut self, _: &CheckpointEvent<'_>) -> Result<(), CallbackError> {
        self.last_step = self.last_step.map(|_| Instant::now());
        Ok(())
    }

    fn on_end(&mut self, _: &EndEvent<'_>, _: &dyn DynModel) -> Result<(), CallbackError> {
        self.bar.finish_and_clear();
        Ok(())
    }
}

/// The total of a loss; where there is none, the losses of the players.
fn shown(losses: &[(&'static str, f64)]) -> String {
    match losses.first() {
        Some((name, total)) if *name == TOTAL => format!("loss {total:.4}"),
        _ => {
            let players = losses.iter().filter_map(|(name, value)| Some((name.strip_suffix("_loss")?, value)));
            players.map(|(player, value)| format!("{player} {value:.4}")).collect::<Vec<_>>().join("  ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn players_are_shown_by_name() {
        assert_eq!(shown(&[("total", 1.5), ("kl", 0.5)]), "loss 1.5000");
        let players = [("discriminator_loss", 1.25), ("real_score", 0.1), ("generator_loss", 0.75)];
        assert_eq!(shown(&players), "discriminator 1.2500  generator 0.7500");
    }
}
