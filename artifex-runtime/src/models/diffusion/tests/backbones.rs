//! Every field of the networks changes something that can be observed, and every rule is enforced.

use super::fields::{IMAGES, POINTS, assert_acts, assert_refused, load, observe};
use super::*;
use crate::config::validate_value;

#[test]
fn every_field_of_the_dense_network_acts() {
    assert_acts::<DDPMConfig>(
        POINTS,
        &[
            "backbone.name=net",
            "backbone.hidden_dims=[9]",
            "backbone.activation=relu",
            "backbone.dropout_rate=0.5",
            "backbone.time_embedding_dim=4",
        ],
    );
}

#[test]
fn every_field_of_the_unet_acts() {
    assert_acts::<DDPMConfig>(
        IMAGES,
        &[
            "backbone.name=net",
            "backbone.hidden_dims=[4, 12]",
            "backbone.num_res_blocks=2",
            "backbone.attention_resolutions=[3]",
            "backbone.use_attention=false",
            "backbone.num_heads=2",
            "backbone.resamp_with_conv=false",
            "backbone.norm_groups=2",
            "backbone.activation=relu",
            "backbone.dropout_rate=0.5",
            "backbone.time_embedding_dim=4",
        ],
    );
    // Other ways to say the same.
    let base = observe::<DDPMConfig>(IMAGES, &[]);
    let said =
        |edits: &[&str]| observe::<DDPMConfig>(&IMAGES.replace("hidden_dims = [4, 8]", "base_channels = 4"), edits);
    assert_eq!(said(&["backbone.channel_mult=[1, 2]"]), base);
    assert_eq!(said(&["backbone.channel_mults=[1, 2]"]), base);
    assert_ne!(said(&["backbone.channel_mult=[1, 3]"]), base);
    assert_ne!(said(&["backbone.base_channels=8", "backbone.channel_mult=[1, 2]"]), base);
    let with = |edits: &[&str]| observe::<DDPMConfig>(IMAGES, edits);
    assert_eq!(with(&["backbone.channel_mult=[1, 2]", "backbone.in_channels=1", "backbone.out_channels=1"]), base);
    assert_eq!(with(&["input_shape=[1, 6, 8]", "backbone.in_channels=1"]), base);
    assert_eq!(with(&["input_shape=[1, 6, 8]", "backbone.out_channels=1"]), base);
    assert_eq!(with(&["input_shape=[1, 6, 8]", "layout=channels_first"]), base);
}

const SIGNALS: &str = "
input_shape = [11, 1]
backbone = { type = 'unet_1d', hidden_dims = [4, 8], num_res_blocks = 1, time_embedding_dim = 8 }
noise_schedule = { num_timesteps = 50 }
sampler = { type = 'ddim', steps = 3 }
";

#[test]
fn every_field_of_the_unet_of_signals_acts() {
    assert_acts::<DDPMConfig>(
        SIGNALS,
        &[
            "backbone.name=net",
            "backbone.hidden_dims=[4, 12]",
            "backbone.num_res_blocks=2",
            "backbone.kernel_size=5",
            "backbone.attention_resolutions=[11]",
            "backbone.use_attention=false",
            "backbone.num_heads=2",
            "backbone.resamp_with_conv=false",
            "backbone.norm_groups=2",
            "backbone.activation=relu",
            "backbone.dropout_rate=0.5",
            "backbone.time_embedding_dim=4",
        ],
    );
    let base = observe::<DDPMConfig>(SIGNALS, &[]);
    assert_eq!(observe::<DDPMConfig>(SIGNALS, &["backbone.in_channels=1"]), base);
}

const PATCHES: &str = "
input_shape = [6, 8, 1]
backbone = { type = 'dit', patch_size = 2, hidden_size = 8, depth = 2, num_heads = 2 }
noise_schedule = { num_timesteps = 50 }
sampler = { type = 'ddim', steps = 3 }
";

#[test]
fn every_field_of_the_transformer_acts() {
    assert_acts::<DDPMConfig>(
        PATCHES,
        &[
            "backbone.name=net",
            "backbone.patch_size=1",
            "backbone.hidden_size=12",
            "backbone.depth=1",
            "backbone.num_heads=1",
            "backbone.mlp_ratio=2.0",
            "backbone.dropout_rate=0.5",
            "conditional={ num_classes = 3 }",
        ],
    );
    let with = |edits: &[&str]| observe::<DDPMConfig>(PATCHES, edits);
    let (base, classes) = (with(&[]), "conditional={ num_classes = 3 }");
    assert_eq!(with(&["backbone.in_channels=1"]), base);
    assert_eq!(with(&["input_shape=[1, 6, 8]", "backbone.in_channels=1"]), base);
    assert_eq!(with(&[classes, "backbone.num_classes=3"]), with(&[classes]));
}

/// The model of its own says the same as a DDPM with that backbone.
#[test]
fn every_field_of_the_transformer_model_acts() {
    let text = "
        input_shape = [1, 6, 8]
        patch_size = 2
        hidden_size = 8
        depth = 2
        num_heads = 2
        noise_schedule = { num_timesteps = 50 }
        sampler = { type = 'ddim', steps = 3 }
    ";
    assert_acts::<DiTConfig>(
        text,
        &[
            "patch_size=1",
            "hidden_size=12",
            "depth=1",
            "num_heads=1",
            "mlp_ratio=2.0",
            "dropout_rate=0.5",
            "num_classes=3",
            "num_classes=3; cfg_scale=2.0",
            "noise_schedule.num_timesteps=60",
            "sampler.steps=4",
            "sampler={ type = 'ddpm', steps = 3 }",
            "learn_sigma=true; sampler={ type = 'ddpm', steps = 3 }",
            "learn_sigma=true; sampler={ type = 'ddpm', steps = 3, variance = 'fixed_small' }",
        ],
    );
    let learnt = "learn_sigma=true; sampler={ type = 'ddpm', steps = 3";
    assert_eq!(
        observe::<DiTConfig>(text, &format!("{learnt} }}").split("; ").collect::<Vec<_>>()),
        observe::<DiTConfig>(text, &format!("{learnt}, variance = 'learned_range' }}").split("; ").collect::<Vec<_>>())
    );
    assert_eq!(observe::<DiTConfig>(text, &[]), observe::<DDPMConfig>(PATCHES, &[]));
    let named: DiTConfig = load(text, &["name=mine"]);
    assert_eq!(named.diffusion().denoiser.name.as_deref(), Some("mine"));
    let refuse = |edits: &[&str], expected: &str| assert_refused::<DiTConfig>(text, edits, expected);
    refuse(
        &["sampler={ type = 'ddpm', variance = 'learned_range' }"],
        "the network predicts no variance; set `learn_sigma`",
    );
    refuse(&["input_shape=[6, 8]"], "images have channels, height and width");
    refuse(&["num_heads=3"], "the heads of the attention share the width equally");
    refuse(&["patch_size=4"], "patches cut the image without a rest");
    refuse(&["cfg_scale=2.0"], "guidance goes towards a class");
    refuse(&["noise_schedule.zero_terminal_snr=true"], "from noise alone its prediction does not tell the data");
    refuse(&["sampler.steps=51"], "the schedule has no more steps than that");
}

#[test]
fn broken_rules_of_networks_are_named() {
    assert_refused::<DDPMConfig>(SIGNALS, &["input_shape=[11]"], "`unet_1d` takes signals");
    assert_refused::<DDPMConfig>(SIGNALS, &["backbone.in_channels=2"], "the channels are the second of `input_shape`");
    assert_refused::<DDPMConfig>(SIGNALS, &["backbone.kernel_size=4"], "a kernel has a middle");
    assert_refused::<DDPMConfig>(
        SIGNALS,
        &["backbone.num_heads=3"],
        "the heads of the attention share the channels equally",
    );
    let patches = |edits: &[&str], expected: &str| assert_refused::<DDPMConfig>(PATCHES, edits, expected);
    patches(&["input_shape=[48]"], "a DiT takes images");
    patches(&["backbone.img_size=6"], "the images are as large as `input_shape` says");
    patches(&["backbone.img_size=8", "backbone.patch_size=3"], "patches cut the image without a rest");
    patches(&["backbone.num_heads=3"], "the heads of the attention share the width equally");
    patches(&["backbone.num_classes=3"], "the classes are those of `conditional`, which says how they are learnt");
    patches(&["backbone.num_classes=3", "conditional={ num_classes = 4 }"], "the classes are those of `conditional`");
    patches(&["backbone.in_channels=3"], "the channels are a side of `input_shape`");
}

/// What only building shows.
#[test]
fn patches_that_leave_a_rest_say_so() {
    let error = |edits: &[&str]| {
        let config: DDPMConfig = load(PATCHES, edits);
        config.build(&mut BuildContext::new(Device::flex(), 0)).unwrap_err().to_string()
    };
    assert_eq!(
        error(&["backbone.patch_size=4"]),
        "images of 6 x 8 cannot be cut into patches of 4 x 4; set `patch_size` to a divisor of both sides"
    );
    assert_eq!(
        error(&["backbone.img_size=8"]),
        "images of 6 x 8 are not those of `img_size` 8; leave it out, or make it equal to both sides"
    );
}

/// What only building shows.
#[test]
fn networks_that_cannot_be_built_say_why() {
    let error = |edits: &[&str]| {
        let config: DDPMConfig = load(IMAGES, edits);
        validate_value(&config).unwrap();
        config.build(&mut BuildContext::new(Device::flex(), 0)).unwrap_err().to_string()
    };
    // In the same sums and one ratio, but not in the others.
    assert_eq!(
        error(&["backbone.hidden_dims=[4, 8, 12]", "backbone.channel_mult=[1, 3, 2]"]),
        "`backbone.hidden_dims` [4, 8, 12] are not multiples of one number by `backbone.channel_mult` [1, 3, 2]; leave one of the \
         two out"
    );
    assert_eq!(
        error(&["backbone.hidden_dims=[320]", "backbone.num_res_blocks=1"]),
        "attention: a width of 320 cannot be split into 1 heads of the same width, at most 256; set `backbone.num_heads` to a \
         divisor of 320"
    );
}
