//! What is wrong with the numbers of a schedule or a step.

use super::Prediction;

/// Why there is no such schedule or step.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DiffusionError {
    /// A count that makes no schedule.
    #[error("{name} is {value}; give {expected}")]
    Count {
        /// What is counted.
        name: &'static str,
        /// How many were asked for.
        value: usize,
        /// What would be right.
        expected: String,
    },
    /// A number out of its range, or not a number.
    #[error("{name} is {value}; give {expected}")]
    Number {
        /// The parameter.
        name: &'static str,
        /// Its value.
        value: f64,
        /// What would be right.
        expected: &'static str,
    },
    /// A beta that is no variance of a step.
    #[error("beta {index} is {value}; give numbers above 0 and below 1, where only the last one may be 1")]
    Beta {
        /// Which of them, from 0.
        index: usize,
        /// Its value.
        value: f64,
    },
    /// A time step that the schedule does not have.
    #[error("there is no time step {step}; this schedule has the steps 0 to {last}")]
    TimeStep {
        /// The step asked for.
        step: f64,
        /// The last one there is.
        last: usize,
    },
    /// A prediction from which a step cannot be made at that level of noise.
    #[error(
        "{prediction:?} predictions do not determine {wanted} where the signal is {signal} and the noise {noise}; use \
         another prediction, or begin and end at another level"
    )]
    Undetermined {
        /// What the model predicts.
        prediction: Prediction,
        /// What the step needs.
        wanted: &'static str,
        /// The factor of the data.
        signal: f64,
        /// The factor of the noise.
        noise: f64,
    },
    /// Steps that begin below the noisiest level, for a process where samples begin there.
    #[error(
        "`leading` leaves out the noisiest level, where samples of a process in continuous time begin; choose another spacing"
    )]
    Leading,
    /// A sampler of stochastic differential equations, for another process.
    #[error(
        "the method of Euler and Maruyama takes times of a stochastic differential equation; choose another sampler"
    )]
    NoEquation,
    /// A step that would have to take out noise and goes to a level with more.
    #[error(
        "{step} goes from a noise-to-signal ratio of {from} to one of {to}; give levels with less and less noise, and \
         begin above 0"
    )]
    Direction {
        /// Which step.
        step: &'static str,
        /// The ratio at its beginning.
        from: f64,
        /// The ratio at its end.
        to: f64,
    },
}

/// The number, if it is in the range. No comparison holds for NaN.
pub(super) fn in_range(
    name: &'static str,
    value: f64,
    fits: bool,
    expected: &'static str,
) -> Result<f64, DiffusionError> {
    if fits && value.is_finite() { Ok(value) } else { Err(DiffusionError::Number { name, value, expected }) }
}

/// The count, if it is not 0.
pub(super) fn at_least_one(name: &'static str, value: usize) -> Result<usize, DiffusionError> {
    if value > 0 { Ok(value) } else { Err(DiffusionError::Count { name, value, expected: "at least 1".to_owned() }) }
}
