//! Building blocks of the networks: layers, their initial values, and the optimisers that train them.

pub mod activation;
pub mod after;
pub mod attention;
pub mod conv;
pub mod conv2d;
pub mod dense;
pub mod dropout;
pub mod dual;
pub mod ema;
pub mod init;
pub mod optim;
pub mod params;
pub mod residual;
pub mod spectral;
pub mod tensor_file;
pub mod transformer;

pub use activation::Activation;
pub use after::After;
pub use attention::{Attention, AttentionConfig, AttentionKernel};
pub use conv::{ConvDown, ConvUp};
pub use conv2d::{ConvForm, Padding};
pub use dense::{Linear, Mlp};
pub use dropout::Dropout;
pub use dual::Dual;
pub use init::{Initializer, ParamScope};
pub use params::{NamedTensor, ParamError};
pub use residual::ResidualBlock;
pub use spectral::SpectralNorm;
pub use transformer::{Transformer, TransformerNetworkConfig};
