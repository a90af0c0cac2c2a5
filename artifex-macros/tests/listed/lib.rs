//! A crate that lists a model, for the test of a factory across crates.

/// Its models.
pub mod models {
    use artifex::ModelConfig;

    /// A VAE.
    #[derive(Clone, Debug, PartialEq, ModelConfig)]
    #[config(tag = "vae")]
    pub struct VAEConfig {
        /// Size of the latent vector.
        #[config(default = 16, min = 1)]
        pub latent_dim: usize,
    }

    artifex::models! { VAEConfig }
}
