//! What can be wrong with a start or a setting.

/// Why chains cannot be started, or a sampler cannot run.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum McmcError {
    /// The start has no rows, or rows without coordinates.
    #[error("mcmc: a start of shape {shape:?} has no chains or no coordinates; it must be [chains, dimensions]")]
    NothingToSample {
        /// The shape of the start.
        shape: [usize; 2],
    },
    /// The density and the start differ in their number of coordinates.
    #[error("mcmc: the density has {density} dimensions, and the start of shape {start:?} has {}", .start[1])]
    Dimensions {
        /// Coordinates of the density.
        density: usize,
        /// The shape of the start.
        start: [usize; 2],
    },
    /// The density gave a number of values that is not the number of chains, or a gradient of another shape.
    #[error("mcmc: the density of {expected:?} gives {what} of shape {found:?}")]
    DensityShape {
        /// What has the wrong shape.
        what: &'static str,
        /// The shape of the position.
        expected: [usize; 2],
        /// The shape of what the density gave.
        found: Vec<usize>,
    },
    /// A chain starts where its position or its log density is not a finite number.
    #[error("mcmc: chain {chain} starts at a point where {what} is {value}; start where the density is positive")]
    NonFiniteStart {
        /// The first such chain.
        chain: usize,
        /// What is not finite.
        what: &'static str,
        /// Its value.
        value: f32,
    },
    /// A setting is out of its range.
    #[error("mcmc: {name} is {value}, it must be {must}")]
    Setting {
        /// The setting.
        name: &'static str,
        /// Its value.
        value: String,
        /// What it must be.
        must: &'static str,
    },
    /// No step size is accepted: the density is not finite around the chains, or its gradient is wrong.
    #[error(
        "mcmc: no step size from {smallest:e} to {largest:e} is accepted at the right rate; the density or its gradient is \
         wrong around the chains"
    )]
    NoStepSize {
        /// The smallest step that was tried.
        smallest: f64,
        /// The largest one.
        largest: f64,
    },
    /// A saved state does not fit together.
    #[error("mcmc: a saved state of shape {shape:?} has {found} values for its {what}")]
    SavedState {
        /// What has the wrong number of values.
        what: &'static str,
        /// The shape of the position that the state states.
        shape: [usize; 2],
        /// How many values there are.
        found: usize,
    },
    /// The device failed to give values back.
    #[error("mcmc: the device failed: {message}")]
    Device {
        /// What the device said.
        message: String,
    },
}

/// An error if the number is not finite and above 0.
pub(super) fn positive(name: &'static str, value: f64) -> Result<(), McmcError> {
    if value.is_finite() && value > 0.0 {
        return Ok(());
    }
    Err(McmcError::Setting { name, value: value.to_string(), must: "a positive number" })
}

/// An error if the count is 0.
pub(super) fn at_least_one(name: &'static str, value: usize) -> Result<(), McmcError> {
    if value > 0 {
        return Ok(());
    }
    Err(McmcError::Setting { name, value: value.to_string(), must: "at least 1" })
}
