//! Named loss terms.

use burn::tensor::{DType, Tensor, TensorData};

/// The name of the term that is minimised.
pub const TOTAL: &str = "total";

/// The terms of a loss in a fixed order: what is minimised first (`total`, unless it has a name of its own), then what it is made
/// of.
///
/// Every term is a tensor of shape `[1]`, so that nothing is read back from the device until [`Losses::values`].
#[derive(Clone, Debug)]
pub struct Losses {
    terms: Vec<(&'static str, Tensor<1>)>,
}

impl Losses {
    /// Starts a list with the minimised term.
    #[must_use]
    pub fn new(total: Tensor<1>) -> Self {
        Self { terms: vec![(TOTAL, total)] }
    }

    /// Starts a list with a first term that is no total: one player's loss of several, or a distance that is only evaluated.
    #[must_use]
    pub fn named(name: &'static str, value: Tensor<1>) -> Self {
        Self { terms: vec![(name, value)] }
    }

    /// Adds a term that is reported but not minimised by itself.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Tensor<1>) -> Self {
        self.terms.push((name, value));
        self
    }

    /// The first term: the minimised one.
    #[must_use]
    pub fn total(&self) -> Tensor<1> {
        self.terms[0].1.clone()
    }

    /// A term by its name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Tensor<1>> {
        self.terms.iter().find(|(term, _)| *term == name).map(|(_, value)| value.clone())
    }

    /// All terms in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Tensor<1>)> {
        self.terms.iter().map(|(name, value)| (*name, value))
    }

    /// The same values without their autodiff history, so that keeping them keeps no graph alive.
    #[must_use]
    pub fn without_graph(self) -> Self {
        Self { terms: self.terms.into_iter().map(|(name, value)| (name, value.without_autodiff())).collect() }
    }

    /// Reads every term in one transfer from the device.
    ///
    /// # Errors
    /// [`LossReadError`] if the device cannot be read.
    pub fn values(&self) -> Result<Vec<(&'static str, f64)>, LossReadError> {
        let stacked = Tensor::cat(self.terms.iter().map(|(_, value)| value.clone().without_autodiff()).collect(), 0);
        let data: TensorData =
            stacked.try_into_data_dtype(DType::F64).map_err(|error| LossReadError(error.to_string()))?;
        let values = data.try_to_vec::<f64>().map_err(|error| LossReadError(error.to_string()))?;
        Ok(self.terms.iter().map(|(name, _)| *name).zip(values).collect())
    }
}

/// The loss could not be read back from the device.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the loss could not be read back from the device: {0}")]
pub struct LossReadError(String);

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use burn::tensor::Device;

    #[test]
    fn terms_keep_their_order_and_values() {
        let device = Device::flex();
        let scalar = |value: f32| Tensor::<1>::from_floats([value], &device);
        let losses = Losses::new(scalar(3.5)).with("reconstruction", scalar(3.0)).with("kl", scalar(0.5));
        assert_eq!(losses.values().unwrap(), vec![("total", 3.5), ("reconstruction", 3.0), ("kl", 0.5)]);
        assert!(losses.get("kl").is_some() && losses.get("missing").is_none());
    }
}
