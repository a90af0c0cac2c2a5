//! Saving and restoring an optimiser.

use burn::tensor::{Device, Tensor, TensorData};

use super::super::params::{NamedTensor, ParamError, check_shapes, to_host};
use super::{Optimizer, Slot};

/// Why the state of an optimiser could not be restored.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the saved optimiser state does not fit: {0}")]
pub struct OptimizerStateError(#[from] ParamError);

/// Separates a parameter's path from what is remembered of it.
const SEPARATOR: &str = "/";
/// Step counts are saved as two f32 numbers, each below this and so exact.
const STEP_BASE: u64 = 1 << 24;

impl Optimizer {
    /// The whole state as named tensors, exactly: `PATH/mean`, `PATH/mean_square` (or `PATH/velocity`) and `PATH/step`.
    ///
    /// # Errors
    /// [`OptimizerStateError`] if the device cannot be read.
    pub fn export(&self) -> Result<Vec<NamedTensor>, OptimizerStateError> {
        let mut tensors = Vec::new();
        for (path, slot) in &self.slots {
            for (name, moment) in self.config_of(path).moment_names().iter().zip(&slot.moments) {
                let name = format!("{path}{SEPARATOR}{name}");
                let (shape, data) =
                    to_host(moment.clone()).map_err(|message| ParamError::Read { name: name.clone(), message })?;
                tensors.push(NamedTensor { name, shape, data });
            }
            #[expect(clippy::cast_precision_loss, reason = "both parts are below 2^24")]
            let step = vec![(slot.step / STEP_BASE) as f32, (slot.step % STEP_BASE) as f32];
            tensors.push(NamedTensor { name: format!("{path}{SEPARATOR}step"), shape: vec![2], data: step });
        }
        Ok(tensors)
    }

    /// Replaces the state by an exported one of an optimiser of the same kind.
    ///
    /// `params` are the names and shapes of the model's parameters (see [`params::shapes`](crate::nn::params::shapes)).
    ///
    /// # Errors
    /// [`OptimizerStateError`], naming the tensor, if the state belongs to another optimiser or model; the optimiser is
    /// then unchanged.
    pub fn import(
        &mut self,
        tensors: Vec<NamedTensor>,
        params: &[(String, Vec<usize>)],
        device: &Device,
    ) -> Result<(), OptimizerStateError> {
        // A parameter that was never updated has no state: only what the file names is expected to be whole.
        let saved: Vec<&(String, Vec<usize>)> =
            params.iter().filter(|(path, _)| tensors.iter().any(|tensor| owner(&tensor.name) == path)).collect();
        let mut expected = Vec::new();
        for (path, shape) in &saved {
            let count = shape.iter().product();
            let names = self.config_of(path).moment_names();
            expected.extend(names.iter().map(|name| (format!("{path}{SEPARATOR}{name}"), vec![count])));
            expected.push((format!("{path}{SEPARATOR}step"), vec![2]));
        }
        check_shapes(&expected, &tensors)?;
        let mut by_name: std::collections::HashMap<String, NamedTensor> =
            tensors.into_iter().map(|tensor| (tensor.name.clone(), tensor)).collect();
        let device = device.clone().without_autodiff();
        let mut take = |path: &str, name: &str| by_name.remove(&format!("{path}{SEPARATOR}{name}"));
        let slots = saved
            .into_iter()
            .map(|(path, _)| {
                let moments = self
                    .config_of(path)
                    .moment_names()
                    .iter()
                    .filter_map(|name| take(path, name))
                    .map(|tensor| Tensor::from_data(TensorData::new(tensor.data, tensor.shape), &device))
                    .collect();
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "written by `export`")]
                let step = take(path, "step")
                    .map_or(0, |tensor| tensor.data.iter().fold(0, |step, &digit| step * STEP_BASE + digit as u64));
                (path.clone(), Slot { step, moments })
            })
            .collect();
        self.slots = slots;
        Ok(())
    }
}

/// The parameter that a saved tensor belongs to.
fn owner(name: &str) -> &str {
    name.rsplit_once(SEPARATOR).map_or(name, |(path, _)| path)
}
