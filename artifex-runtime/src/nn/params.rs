//! The parameters of a module by name: walking, exporting and importing them.
//!
//! A parameter's name is its path through the module, such as `encoder.hidden.0.linear.weight`. Running statistics of batch
//! norm layers are part of a module's state and are walked too; they are not trained.

use std::collections::HashMap;

use burn::module::{Module, ModuleMapper, ModuleVisitor, Param};
use burn::tensor::{DType, Tensor, TensorData};

/// A tensor on the host with the name it has in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedTensor {
    /// Path of the tensor, such as `decoder.output.bias`.
    pub name: String,
    /// Its shape; empty for a scalar.
    pub shape: Vec<usize>,
    /// Its values, last dimension fastest.
    pub data: Vec<f32>,
}

/// Why parameters could not be exported or imported.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParamError {
    /// A tensor that the module has is not in the import.
    #[error("tensor `{0}` is missing; the file belongs to another model or an older version of it")]
    Missing(String),
    /// A tensor of the import does not exist in the module.
    #[error("tensor `{0}` does not exist in this model; the file belongs to another model")]
    Unknown(String),
    /// A tensor has another shape than the module's.
    #[error(
        "tensor `{name}` has shape {found:?}, but the model's has shape {expected:?}; the sizes in the config differ from those of the saved model"
    )]
    Shape {
        /// The tensor's name.
        name: String,
        /// The shape in the model.
        expected: Vec<usize>,
        /// The shape in the import.
        found: Vec<usize>,
    },
    /// The device could not be read.
    #[error("tensor `{name}` could not be read from the device: {message}")]
    Read {
        /// The tensor's name.
        name: String,
        /// What the backend said.
        message: String,
    },
}

/// A module whose parameters are constants beside which an input can have a gradient: without dropout, and with no gradient of their own.
#[must_use]
pub fn constants<M: Module>(module: &M) -> M {
    struct Constant;
    impl ModuleMapper for Constant {
        fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
            param.map(|value| value.without_autodiff().autodiff())
        }
    }
    module.clone().freeze().map(&mut Constant)
}

/// Follows a walk through a module and names what it meets.
#[derive(Clone, Debug, Default)]
pub(crate) struct PathTracker {
    segments: Vec<String>,
}

impl PathTracker {
    /// Starts below `prefix` (empty: at the root).
    pub(crate) fn new(prefix: &str) -> Self {
        Self { segments: if prefix.is_empty() { Vec::new() } else { vec![prefix.to_owned()] } }
    }

    pub(crate) fn enter(&mut self, name: &str, container: &str) {
        // Which variant of an enum a layer stack is says nothing about the role of its parameters: it stays out of names.
        self.segments.push(if container.starts_with("Enum:") { String::new() } else { name.to_owned() });
    }

    pub(crate) fn exit(&mut self) {
        self.segments.pop();
    }

    pub(crate) fn path(&self) -> String {
        self.segments.iter().filter(|segment| !segment.is_empty()).map(String::as_str).collect::<Vec<_>>().join(".")
    }
}

/// Copies every float tensor of the module to the host, in the module's order.
///
/// # Errors
/// [`ParamError::Read`] if the device cannot be read.
pub fn export<M: Module>(module: &M) -> Result<Vec<NamedTensor>, ParamError> {
    settle(module);
    let mut visitor = Export { path: PathTracker::default(), result: Ok(Vec::new()) };
    module.visit(&mut visitor);
    visitor.result
}

struct Export {
    path: PathTracker,
    result: Result<Vec<NamedTensor>, ParamError>,
}

impl ModuleVisitor for Export {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.path.enter(name, container_type);
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.exit();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let Ok(tensors) = &mut self.result else { return };
        let name = self.path.path();
        match to_host(param.val()) {
            Ok((shape, data)) => tensors.push(NamedTensor { name, shape, data }),
            Err(message) => self.result = Err(ParamError::Read { name, message }),
        }
    }
}

/// Reads a tensor as f32 values.
pub(crate) fn to_host<const D: usize>(tensor: Tensor<D>) -> Result<(Vec<usize>, Vec<f32>), String> {
    let data: TensorData =
        tensor.without_autodiff().try_into_data_dtype(DType::F32).map_err(|error| error.to_string())?;
    let shape = data.shape().to_vec();
    let values = data.try_into_vec::<f32>().map_err(|error| error.to_string())?;
    Ok((shape, values))
}

/// Replaces every float tensor of the module by the imported one of the same name.
///
/// # Errors
/// [`ParamError`] naming the first tensor that is missing, unknown or of another shape; the module is then unchanged, since
/// the check comes before the first replacement.
pub fn import<M: Module>(module: M, tensors: Vec<NamedTensor>) -> Result<M, (M, ParamError)> {
    let mut check = Check { path: PathTracker::default(), shapes: Vec::new() };
    module.visit(&mut check);
    if let Err(error) = check_shapes(&check.shapes, &tensors) {
        return Err((module, error));
    }
    settle(&module);
    let tensors = tensors.into_iter().map(|tensor| (tensor.name.clone(), tensor)).collect();
    Ok(module.map(&mut Import { path: PathTracker::default(), tensors }))
}

/// Brings running statistics up to date: burn keeps the last updates of batch norm aside, where a walk does not see them, and
/// folds them in when the evaluation form is made.
fn settle<M: Module>(module: &M) {
    drop(module.valid());
}

/// Compares names and shapes of two lists of tensors.
pub(crate) fn check_shapes(expected: &[(String, Vec<usize>)], found: &[NamedTensor]) -> Result<(), ParamError> {
    let by_name: HashMap<&str, &NamedTensor> = found.iter().map(|tensor| (tensor.name.as_str(), tensor)).collect();
    for (name, shape) in expected {
        match by_name.get(name.as_str()) {
            None => return Err(ParamError::Missing(name.clone())),
            Some(tensor) if &tensor.shape != shape => {
                return Err(ParamError::Shape {
                    name: name.clone(),
                    expected: shape.clone(),
                    found: tensor.shape.clone(),
                });
            }
            Some(_) => {}
        }
    }
    found
        .iter()
        .find(|tensor| !expected.iter().any(|(name, _)| *name == tensor.name))
        .map_or(Ok(()), |tensor| Err(ParamError::Unknown(tensor.name.clone())))
}

struct Check {
    path: PathTracker,
    shapes: Vec<(String, Vec<usize>)>,
}

impl ModuleVisitor for Check {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.path.enter(name, container_type);
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.exit();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        self.shapes.push((self.path.path(), param.lazy_shape().to_vec()));
    }
}

struct Import {
    path: PathTracker,
    tensors: HashMap<String, NamedTensor>,
}

impl ModuleMapper for Import {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.path.enter(name, container_type);
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.exit();
    }

    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let Some(tensor) = self.tensors.remove(&self.path.path()) else { return param };
        param.map(|old| {
            let device = old.device();
            let new = Tensor::from_data(TensorData::new(tensor.data, tensor.shape), &device);
            if old.is_require_grad() { new.require_grad() } else { new }
        })
    }
}

/// Names and shapes of the float tensors of a module, in its order.
pub fn shapes<M: Module>(module: &M) -> Vec<(String, Vec<usize>)> {
    let mut check = Check { path: PathTracker::default(), shapes: Vec::new() };
    module.visit(&mut check);
    check.shapes
}

/// How many numbers of the module are learnt: burn's own count has running statistics too, whose names (or those of what they are
/// part of) start with `running_`, what was learnt before and stays as it is (`frozen_`), and the singular vectors of spectral norms.
pub fn learnt<M: Module>(module: &M) -> usize {
    let kept = |segment: &str| ["running_", "frozen_", "spectral_u"].iter().any(|kept| segment.starts_with(kept));
    let is_learnt = |name: &str| !name.split('.').any(kept);
    shapes(module).iter().filter(|(name, _)| is_learnt(name)).map(|(_, shape)| shape.iter().product::<usize>()).sum()
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::nn::{Activation, Linear, ParamScope};
    use crate::rng::Rngs;
    use burn::tensor::Device;

    fn layer(seed: u64) -> Linear {
        let scope = ParamScope::root(&mut Rngs::new(seed), &Device::flex().autodiff());
        Linear::new(3, 2, Activation::Tanh.initializer(), &scope)
    }

    #[test]
    fn an_import_restores_an_export_exactly_and_stays_trainable() {
        let (from, to) = (layer(1), layer(2));
        assert_ne!(export(&from).unwrap(), export(&to).unwrap());
        let to = import(to, export(&from).unwrap()).unwrap();
        assert_eq!(export(&from).unwrap(), export(&to).unwrap());
        assert!(to.weight.val().is_require_grad());
    }

    #[test]
    fn tensors_that_do_not_fit_are_named_and_nothing_changes() {
        let whole = export(&layer(1)).unwrap();
        let refuse = |tensors: Vec<NamedTensor>| {
            let (unchanged, error) = import(layer(2), tensors).unwrap_err();
            assert_eq!(export(&unchanged).unwrap(), export(&layer(2)).unwrap());
            error
        };
        assert_eq!(refuse(whole[..1].to_vec()), ParamError::Missing("bias".into()));
        let mut more = whole.clone();
        more.push(NamedTensor { name: "gate".into(), shape: vec![1], data: vec![0.0] });
        assert_eq!(refuse(more), ParamError::Unknown("gate".into()));
        let mut other = whole;
        other[0].shape = vec![2, 3];
        let expected = ParamError::Shape { name: "weight".into(), expected: vec![3, 2], found: vec![2, 3] };
        assert_eq!(refuse(other), expected);
    }
}
