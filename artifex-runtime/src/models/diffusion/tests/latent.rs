//! Latent diffusion: what the first stage does, and that it stays as it is.

use super::*;
use crate::config::{Loader, Value, toml_text};
use crate::models::{Edit, Fill};
use crate::models::{LatentDiffusionConfig, VAEConfig, VQVAEConfig};
use crate::nn::tensor_file;

/// A small latent model, whose first stage is a VAE or a VQ-VAE.
fn config(first_stage: FirstStageConfig) -> LatentDiffusionConfig {
    let mut config = LatentDiffusionConfig::example();
    config.ddpm.diffusion.denoiser.backbone = if matches!(first_stage, FirstStageConfig::VAE(_)) {
        config.ddpm.diffusion.denoiser.input_shape = vec![3];
        BackboneConfig::MLP(crate::config!(MLPBackboneConfig { hidden_dims = [8], time_embedding_dim = 4 }))
    } else {
        config.ddpm.diffusion.denoiser.input_shape = vec![4, 4, 2];
        BackboneConfig::UNet(crate::config!(UNetBackboneConfig {
            hidden_dims = [4],
            use_attention = false,
            norm_groups = 2,
            time_embedding_dim = 4,
        }))
    };
    config.first_stage = first_stage;
    config
}

fn vae() -> FirstStageConfig {
    let mut config = VAEConfig::example();
    (config.encoder.latent_dim, config.decoder.latent_dim) = (3, 3);
    (config.encoder.hidden_dims, config.decoder.hidden_dims) = (vec![6], vec![6]);
    config.encoder.use_batch_norm = true;
    FirstStageConfig::VAE(config)
}

fn vqvae() -> FirstStageConfig {
    let mut config = VQVAEConfig::example();
    (config.encoder.hidden_dims, config.decoder.hidden_dims) = (vec![4], vec![4]);
    (config.embedding_dim, config.num_embeddings) = (2, 8);
    FirstStageConfig::VQVAE(config)
}

/// A model whose first stage has its initial values.
fn untrained(config: &LatentDiffusionConfig) -> Diffusion {
    config.build(&mut BuildContext::new(Device::flex().autodiff(), 7).without_files()).unwrap()
}

fn pixels(batch: &Batch) -> Tensor<4> {
    batch.images().unwrap().images.clone()
}

fn saved(stage: &FirstStage) -> Vec<params::NamedTensor> {
    params::export(stage).unwrap()
}

#[test]
fn training_leaves_the_first_stage_as_it_is() {
    for stage in [vae(), vqvae()] {
        let model = untrained(&config(stage));
        let batch = images(12, [8, 8, 1]);
        model.accepts(&batch).unwrap();
        let before = saved(model.frozen_first_stage.as_ref().unwrap());
        let network = params::export(&model.network).unwrap();
        let (model, losses) = train(model, &batch, 3, &mut Rngs::new(1));
        assert!(losses.iter().all(|loss| loss.is_finite()));
        let stage = model.frozen_first_stage.as_ref().unwrap();
        for (old, new) in before.iter().zip(saved(stage)) {
            // All but the scale, which the first batch has told.
            assert_eq!(old.data == new.data, !old.name.ends_with("running_scale"), "{}", old.name);
        }
        assert_ne!(params::export(&model.network).unwrap(), network);
        assert_eq!(params::learnt(&model), params::learnt(&model.network), "the rest is not learnt");
        // The latents of that batch have standard deviation 1.
        let values = host(stage.encode(pixels(&batch)));
        let mean = values.iter().sum::<f32>() / values.len() as f32;
        let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / values.len() as f32;
        assert!((variance - 1.0).abs() < 1e-3, "{variance}");
        let Samples::Images(drawn) = model.generate(3, &SampleOptions::default(), &mut Rngs::new(0)).unwrap() else {
            panic!("no images")
        };
        assert_eq!(drawn.dims(), [3, 8, 8, 1]);
        assert!(host(drawn).iter().all(|x| (0.0..=1.0).contains(x)));
    }
}

/// There and back is what the autoencoder makes of an image, whatever the scale.
#[test]
fn latents_there_and_back_are_reconstructions() {
    let batch = images(5, [8, 8, 1]);
    for scale in [None, Some(0.2), Some(5.0)] {
        for stage in [vae(), vqvae()] {
            let mut config = config(stage.clone());
            config.latent_scale_factor = scale;
            let mut cx = BuildContext::new(Device::flex(), 7).without_files();
            let model = config.build(&mut cx).unwrap();
            // The first stage is built first, of the same stream.
            let mut cx = BuildContext::new(Device::flex(), 7);
            let (valid, rngs) = (&batch.images().unwrap().clone(), &mut Rngs::new(0));
            let alone = match &stage {
                FirstStageConfig::VAE(config) => config.build(&mut cx).unwrap().valid().reconstruct(valid, rngs),
                FirstStageConfig::VQVAE(config) => config.build(&mut cx).unwrap().valid().reconstruct(valid, rngs),
            };
            let Some(Samples::Images(expected)) = alone else { panic!("no images") };
            let stage = model.frozen_first_stage.as_ref().unwrap();
            let found = stage.decode(stage.encode(pixels(&batch))).clamp(0.0, 1.0);
            let (found, expected) = (host(found), host(expected));
            assert!(found.iter().zip(&expected).all(|(a, b)| (a - b).abs() < 1e-4));
        }
    }
}

#[test]
fn the_parameters_come_from_a_checkpoint() {
    let folder = tempfile::tempdir().unwrap();
    let FirstStageConfig::VAE(trained) = vae() else { panic!() };
    let trained = trained.build(&mut BuildContext::new(Device::flex(), 99)).unwrap();
    let tensors = params::export(&trained).unwrap();
    fs_write(&folder.path().join("model.safetensors"), &tensor_file::encode(&tensors, &[]).unwrap());
    let mut config = config(vae());
    config.first_stage_checkpoint = folder.path().to_owned();
    let build = |config: &LatentDiffusionConfig| config.build(&mut BuildContext::new(Device::flex().autodiff(), 7));
    let model = build(&config).unwrap();
    let own = |model: &Diffusion| {
        let mut tensors = saved(model.frozen_first_stage.as_ref().unwrap());
        tensors.retain(|tensor| !tensor.name.ends_with("running_scale"));
        tensors.into_iter().map(|tensor| tensor.data).collect::<Vec<_>>()
    };
    assert_eq!(own(&model), tensors.iter().map(|tensor| tensor.data.clone()).collect::<Vec<_>>());
    assert_ne!(own(&model), own(&untrained(&config)));
    // What is saved needs the file no more.
    let mut again = Dynamic::new(untrained(&config));
    let mut whole = Dynamic::new(model);
    again.import(whole.export().unwrap()).unwrap();
    assert_eq!(again.export().unwrap(), whole.export().unwrap());
    let _ = &mut whole;

    let refused = |config: &LatentDiffusionConfig| build(config).unwrap_err().to_string();
    let shown = folder.path().display().to_string();
    config.first_stage_checkpoint = folder.path().join("none");
    assert_eq!(
        refused(&config),
        format!(
            "`first_stage_checkpoint`: {shown}/none: there is no such file; train the first stage first, and give the folder of its \
             newest checkpoint, `runs/NAME-1/checkpoints/step-00001000` for instance"
        )
    );
    let run = folder.path().join("run");
    std::fs::create_dir_all(run.join("checkpoints/step-00000002")).unwrap();
    config.first_stage_checkpoint = run.clone();
    assert_eq!(
        refused(&config),
        format!(
            "`first_stage_checkpoint`: {shown}/run: the folder has no model.safetensors; give that of a checkpoint"
        )
    );
    for step in ["step-00000002", "step-00000010"] {
        std::fs::create_dir_all(run.join("checkpoints").join(step)).unwrap();
        fs_write(&run.join("checkpoints").join(step).join("model.safetensors"), b"no tensors");
    }
    assert_eq!(
        refused(&config),
        format!(
            "`first_stage_checkpoint`: {shown}/run: this is a run, whose later checkpoints would change the model; name one of them: \
             {shown}/run/checkpoints/step-00000010"
        )
    );
    config.first_stage_checkpoint = run.join("checkpoints/step-00000010");
    assert!(
        refused(&config).starts_with(&format!(
            "`first_stage_checkpoint`: {shown}/run/checkpoints/step-00000010/model.safetensors: "
        ))
    );
    config.first_stage_checkpoint = folder.path().to_owned();
    let FirstStageConfig::VAE(other) = &mut config.first_stage else { panic!() };
    other.encoder.hidden_dims = vec![7];
    assert!(refused(&config).contains("but the model's has shape"), "{}", refused(&config));
}

fn fs_write(path: &std::path::Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn shapes_that_do_not_belong_together_are_named() {
    let mut latent = config(vqvae());
    latent.ddpm.diffusion.denoiser.input_shape = vec![2, 4, 4];
    let error = latent.build(&mut BuildContext::new(Device::flex(), 7).without_files()).unwrap_err().to_string();
    assert_eq!(
        error,
        "`input_shape` is [2, 4, 4], but the latents of `first_stage` have shape [4, 4, 2]; write that one"
    );
    let model = untrained(&config(vae()));
    let error = model.accepts(&images(1, [8, 9, 1])).unwrap_err().to_string();
    assert!(error.contains("make `encoder.input_shape` equal"), "{error}");
    assert!(model.accepts(&points(1, 1)).unwrap_err().to_string().starts_with("the data set gives points"));
}

#[test]
fn what_is_of_pixels_is_refused() {
    let refused = |config: &LatentDiffusionConfig, edit: &str| {
        let text = toml_text::write(&config.encode(), &|_| None);
        Loader::new().text("x.toml", &text).set(edit).load::<LatentDiffusionConfig>().unwrap_err().to_string()
    };
    assert!(refused(&config(vqvae()), "levels=4").contains("latents have no pixels"));
    assert!(refused(&config(vae()), "likelihood={}").contains("it would be that of latents, not of images"));
}

#[test]
fn images_are_changed_in_latents_but_not_filled_in() {
    let model = untrained(&config(vqvae())).valid();
    let init = pixels(&images(1, [8, 8, 1]));
    let options = SampleOptions::default();
    let draw = |edit: &Edit| match model.edit(3, edit, &options, &mut Rngs::new(0)) {
        Ok(Samples::Images(images)) => Ok(host(images)),
        Ok(_) => panic!("no images"),
        Err(error) => Err(error.to_string()),
    };
    let edit = |strength| Edit { init: init.clone(), strength, fill: None };
    assert_eq!(draw(&edit(0.0)).unwrap(), host(init.clone().expand([3, 8, 8, 1])));
    assert_ne!(draw(&edit(0.5)).unwrap(), draw(&edit(0.9)).unwrap());
    let fill = Fill { mask: Tensor::ones([1, 8, 8, 1], &Device::flex()), resample: 1, jump: 1 };
    assert_eq!(
        draw(&Edit { fill: Some(fill), ..edit(1.0) }).unwrap_err(),
        "the model makes latents, which have no pixels to keep; leave the mask out, or use a diffusion model of pixels"
    );
    let wrong = Edit { init: Tensor::zeros([1, 4, 4, 2], &Device::flex()), ..edit(0.5) };
    assert!(draw(&wrong).unwrap_err().contains("but the model makes images of [8, 8, 1]"));
}
