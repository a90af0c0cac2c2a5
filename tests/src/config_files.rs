//! The shipped configs: checked while this crate compiles, and none forgotten.

use artifex::factory::{BuildContext, ModelFactory, ModelSpec, Zoo};
use artifex::mcmc::McmcConfig;
use artifex::train::RunConfig;
use std::path::{Path, PathBuf};

type Run = RunConfig<ModelSpec<Zoo>>;

artifex::check_file!(Run, "../../configs/beta-vae-capacity-digits.toml");
artifex::check_file!(Run, "../../configs/beta-vae-digits.toml");
artifex::check_file!(Run, "../../configs/conditional-ddpm-digits.toml");
artifex::check_file!(Run, "../../configs/conditional-flow-moons.toml");
artifex::check_file!(Run, "../../configs/conditional-gan-digits.toml");
artifex::check_file!(Run, "../../configs/conditional-vae-digits.toml");
artifex::check_file!(Run, "../../configs/conditional-vae-mnist.toml");
artifex::check_file!(Run, "../../configs/dcgan-digits.toml");
artifex::check_file!(Run, "../../configs/dcgan-sn-digits.toml");
artifex::check_file!(Run, "../../configs/ddpm-8-gaussians.toml");
artifex::check_file!(Run, "../../configs/ddpm-digits.toml");
artifex::check_file!(Run, "../../configs/ddpm-moons.toml");
artifex::check_file!(Run, "../../configs/deep-ebm-digits.toml");
artifex::check_file!(Run, "../../configs/dit-digits.toml");
artifex::check_file!(Run, "../../configs/ebm-cd-moons.toml");
artifex::check_file!(Run, "../../configs/ebm-dsm-moons.toml");
artifex::check_file!(Run, "../../configs/ebm-moons.toml");
artifex::check_file!(Run, "../../configs/edm-checkerboard.toml");
artifex::check_file!(Run, "../../configs/flow-checkerboard.toml");
artifex::check_file!(Run, "../../configs/flow-matching-8-gaussians.toml");
artifex::check_file!(Run, "../../configs/flow-matching-digits.toml");
artifex::check_file!(Run, "../../configs/gan-digits.toml");
artifex::check_file!(Run, "../../configs/glow-digits.toml");
artifex::check_file!(Run, "../../configs/iaf-moons.toml");
artifex::check_file!(Run, "../../configs/latent-diffusion-digits.toml");
artifex::check_file!(Run, "../../configs/lsgan-digits.toml");
artifex::check_file!(Run, "../../configs/maf-digits.toml");
artifex::check_file!(Run, "../../configs/maf-moons.toml");
artifex::check_file!(Run, "../../configs/nsf-8-gaussians.toml");
artifex::check_file!(Run, "../../configs/nsf-checkerboard.toml");
artifex::check_file!(Run, "../../configs/nsf-circles.toml");
artifex::check_file!(Run, "../../configs/nsf-moons.toml");
artifex::check_file!(Run, "../../configs/pixelcnn-digits.toml");
artifex::check_file!(Run, "../../configs/realnvp-8-gaussians.toml");
artifex::check_file!(Run, "../../configs/realnvp-checkerboard.toml");
artifex::check_file!(Run, "../../configs/realnvp-circles.toml");
artifex::check_file!(Run, "../../configs/realnvp-moons.toml");
artifex::check_file!(Run, "../../configs/score-sub-vp-circles.toml");
artifex::check_file!(Run, "../../configs/score-ve-8-gaussians.toml");
artifex::check_file!(Run, "../../configs/score-vp-moons.toml");
artifex::check_file!(Run, "../../configs/transformer-shakespeare.toml");
artifex::check_file!(Run, "../../configs/vae-cnn-digits.toml");
artifex::check_file!(Run, "../../configs/vae-digits.toml");
artifex::check_file!(Run, "../../configs/vae-logistic-digits.toml");
artifex::check_file!(Run, "../../configs/vae-mnist.toml");
artifex::check_file!(Run, "../../configs/vae-resnet-digits.toml");
artifex::check_file!(Run, "../../configs/vqvae-digits.toml");
artifex::check_file!(Run, "../../configs/wavenet-speech.toml");
artifex::check_file!(Run, "../../configs/wgan-clip-digits.toml");
artifex::check_file!(Run, "../../configs/wgan-gp-8-gaussians.toml");
artifex::check_file!(Run, "../../configs/wgan-gp-digits.toml");

artifex::check_file!(McmcConfig, "../../configs/mcmc-eight-schools.toml");
artifex::check_file!(McmcConfig, "../../configs/mcmc-funnel.toml");
artifex::check_file!(McmcConfig, "../../configs/mcmc-two-modes.toml");

// The small ones stay small.
artifex::budget!(Run, "../../configs/vae-digits.toml", parameters <= 110_000, flops <= 250_000);
artifex::budget!(Run, "../../configs/vae-cnn-digits.toml", parameters <= 50_000, activations <= 5_000);

fn configs() -> impl Iterator<Item = PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../configs");
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path())
}

/// Whether it is the config of a density to sample.
fn is_mcmc(path: &Path) -> bool {
    path.file_name().unwrap().to_string_lossy().starts_with("mcmc-")
}

#[test]
fn every_config_costs_what_its_model_has() {
    let factory = ModelFactory::<Zoo>::default();
    for path in configs().filter(|path| !is_mcmc(path)) {
        let run = factory.loader().file(&path).load::<Run>().unwrap();
        let cost = factory.cost(&run.value.model).unwrap();
        let mut cx = BuildContext::new(artifex::device::cpu(), 0).without_files();
        let model = factory.create(&run.value.model, &mut cx).unwrap();
        assert_eq!(cost.parameters, model.num_params() as u64);
    }
}

#[test]
fn every_config_is_checked_above() {
    let source = include_str!("config_files.rs");
    let mut count = 0;
    for path in configs() {
        let (name, kind) =
            (path.file_name().unwrap().to_string_lossy(), if is_mcmc(&path) { "McmcConfig" } else { "Run" });
        let line = format!("check_file!({kind}, \"../../configs/{name}\");");
        assert!(source.contains(&line), "add to tests/src/config_files.rs: artifex::{line}");
        count += 1;
    }
    assert_eq!(count, source.matches("\nartifex::check_file!").count());
}
