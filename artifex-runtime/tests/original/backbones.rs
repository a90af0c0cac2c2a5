//! The networks that take noise from an image: a union, chosen by `type`.

use crate::case::{Case, Tally};
use crate::foundations::{BaseConfig, BaseNetworkConfig};
use artifex::ModelConfig;

classes! { unet_backbone_config dit_backbone_config unet2d_condition_backbone_config unet_1d_backbone_config backbone }

/// Convolutions down to small images and up again.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "unet")]
pub struct UNetBackboneConfig {
    #[config(flatten)]
    pub network: BaseNetworkConfig,
    #[config(min = 1)]
    pub in_channels: usize,
    #[config(min = 1)]
    pub out_channels: usize,
    #[config(default = 128, min = 1)]
    pub time_embedding_dim: usize,
    #[config(default = 2, min = 1)]
    pub num_res_blocks: usize,
    #[config(default = [16, 8], each(min = 1))]
    pub attention_resolutions: Vec<usize>,
    #[config(default = [1, 2, 4], len(min = 1), each(min = 1))]
    pub channel_mult: Vec<usize>,
    #[config(default = true)]
    pub use_attention: bool,
    #[config(default = true)]
    pub resamp_with_conv: bool,
}

const UNET: &str = "name = 'u'\nhidden_dims = [8]\nactivation = 'silu'\nin_channels = 3\nout_channels = 3";

fn unet_backbone_config() -> Tally {
    Case::<UNetBackboneConfig>::new(UNET)
        .requires("name hidden_dims activation in_channels out_channels")
        .defaults("type=unet; time_embedding_dim=128; num_res_blocks=2; attention_resolutions=[16, 8]")
        .defaults("channel_mult=[1, 2, 4]; use_attention=true; resamp_with_conv=true")
        .shape("hidden_dims")
        .positive("in_channels out_channels time_embedding_dim num_res_blocks")
        .shape("channel_mult")
        .accepts("attention_resolutions=[]")
        .accepts("attention_resolutions=[1]")
        .rejects("attention_resolutions=[16, 0]", "`attention_resolutions[1]` is 0, below the minimum 1")
        .rejects("type=dit", "`type` is \"dit\", but the type of `UNetBackboneConfig` is \"unet\"")
        .tally()
}

/// A transformer over patches.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "dit")]
#[config(rule(hidden_size % num_heads == 0, "the heads share the width equally"))]
#[config(rule(img_size % patch_size == 0, "the patches cover the image"))]
pub struct DiTBackboneConfig {
    #[config(flatten)]
    pub base: BaseConfig,
    #[config(default = 32, min = 1)]
    pub img_size: usize,
    #[config(default = 2, min = 1)]
    pub patch_size: usize,
    #[config(default = 3, min = 1)]
    pub in_channels: usize,
    #[config(default = 512, min = 1)]
    pub hidden_size: usize,
    #[config(default = 12, min = 1)]
    pub depth: usize,
    #[config(default = 8, min = 1)]
    pub num_heads: usize,
    #[config(default = 4.0, exclusive_min = 0)]
    pub mlp_ratio: f64,
    #[config(min = 1)]
    pub num_classes: Option<usize>,
    #[config(default = false)]
    pub learn_sigma: bool,
    #[config(default = 0.0, min = 0, max = 1)]
    pub dropout_rate: f64,
}

fn dit_backbone_config() -> Tally {
    Case::<DiTBackboneConfig>::new("name = 'd'")
        .requires("name")
        .defaults("type=dit; img_size=32; patch_size=2; in_channels=3; hidden_size=512; depth=12; num_heads=8")
        .defaults("mlp_ratio=4.0; learn_sigma=false; dropout_rate=0.0")
        .positive("patch_size in_channels depth num_heads num_classes")
        .accepts("img_size=1; patch_size=1")
        .rejects("img_size=0", "`img_size` is 0, below the minimum 1")
        .accepts("hidden_size=1; num_heads=1")
        .rejects("hidden_size=0", "`hidden_size` is 0, below the minimum 1")
        .above_zero("mlp_ratio")
        .accepts("dropout_rate=1")
        .rejects("dropout_rate=-0.1", "`dropout_rate` is -0.1, below the minimum 0")
        .rejects("dropout_rate=1.1", "`dropout_rate` is 1.1, above the maximum 1")
        .accepts("hidden_size=96; num_heads=6")
        .rejects(
            "num_heads=7",
            "the heads share the width equally (rule `hidden_size % num_heads == 0` of `DiTBackboneConfig` does not \
             hold: hidden_size is 512, num_heads is 7)",
        )
        .accepts("img_size=28; patch_size=7")
        .rejects(
            "patch_size=3",
            "the patches cover the image (rule `img_size % patch_size == 0` of `DiTBackboneConfig` does not hold: \
             img_size is 32, patch_size is 3)",
        )
        .tally()
}

/// A U-Net that attends to a text.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "unet2d_condition")]
#[config(rule(all(attention_levels, v < len(hidden_dims)), "the levels are those of `hidden_dims`, from 0"))]
pub struct UNet2DConditionBackboneConfig {
    #[config(flatten)]
    pub base: BaseConfig,
    #[config(len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    #[config(default = 4, min = 1)]
    pub in_channels: usize,
    #[config(default = 4, min = 1)]
    pub out_channels: usize,
    #[config(default = 768, min = 1)]
    pub cross_attention_dim: usize,
    #[config(default = 8, min = 1)]
    pub num_heads: usize,
    #[config(default = 2, min = 1)]
    pub num_res_blocks: usize,
    #[config(default = [], each(min = 0))]
    pub attention_levels: Vec<i64>,
    #[config(default = 128, min = 1)]
    pub time_embedding_dim: usize,
}

fn unet2d_condition_backbone_config() -> Tally {
    Case::<UNet2DConditionBackboneConfig>::new("name = 'u'\nhidden_dims = [8, 16]")
        .requires("name hidden_dims")
        .defaults("type=unet2d_condition; in_channels=4; out_channels=4; cross_attention_dim=768; num_heads=8")
        .defaults("num_res_blocks=2; attention_levels=[]; time_embedding_dim=128")
        .shape("hidden_dims")
        .positive("in_channels out_channels cross_attention_dim num_heads num_res_blocks time_embedding_dim")
        .accepts("attention_levels=[0, 1]")
        .accepts("hidden_dims=[8, 16, 32]; attention_levels=[2]")
        .rejects("attention_levels=[0, -1]", "`attention_levels[1]` is -1, below the minimum 0")
        .rejects(
            "attention_levels=[0, 2]",
            "the levels are those of `hidden_dims`, from 0 (rule `all(attention_levels, v < len(hidden_dims))` of \
             `UNet2DConditionBackboneConfig` does not hold: attention_levels is [0, 2], attention_levels[1] is 2, hidden_dims is [8, 16])",
        )
        .tally()
}

/// A U-Net over sequences; it gives as many channels as it takes.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "unet_1d")]
pub struct UNet1DBackboneConfig {
    #[config(flatten)]
    pub network: BaseNetworkConfig,
    #[config(default = 1, min = 1)]
    pub in_channels: usize,
    #[config(default = 128, min = 1)]
    pub time_embedding_dim: usize,
}

fn unet_1d_backbone_config() -> Tally {
    Case::<UNet1DBackboneConfig>::new("name = 'u'\nhidden_dims = [8]\nactivation = 'silu'")
        .requires("name hidden_dims activation")
        .defaults("type=unet_1d; in_channels=1; time_embedding_dim=128")
        .shape("hidden_dims")
        .positive("in_channels time_embedding_dim")
        .tally()
}

/// The network of a diffusion.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum BackboneConfig {
    #[config(rename = "unet")]
    UNet(UNetBackboneConfig),
    #[config(rename = "dit")]
    DiT(DiTBackboneConfig),
    #[config(rename = "unet2d_condition")]
    UNet2DCondition(UNet2DConditionBackboneConfig),
    #[config(rename = "unet_1d")]
    UNet1D(UNet1DBackboneConfig),
}

fn backbone() -> Tally {
    Case::<BackboneConfig>::new("type = 'unet_1d'\nname = 'u'\nhidden_dims = [8]\nactivation = 'silu'")
        .accepts("type=unet; in_channels=3; out_channels=3")
        .positive("in_channels")
        .rejects("hidden_dims=[]", "`hidden_dims` has 0 elements, expected at least 1")
        .rejects(
            "type=unet3",
            "unknown type \"unet3\", expected one of \"unet\", \"dit\", \"unet2d_condition\", \"unet_1d\"; did you mean \
             \"unet\"?",
        )
        .rejects(
            "patch_size=2",
            "unknown field `patch_size` in `UNet1DBackboneConfig`; its fields are `name`, `description`, `tags`, \
             `metadata`, `hidden_dims`, `activation`, `batch_norm`, `dropout_rate`, `in_channels`, `time_embedding_dim`",
        )
        .and("type = 'dit'\nname = 'd'")
        .rejects(
            "num_heads=7",
            "the heads share the width equally (rule `hidden_size % num_heads == 0` of `DiTBackboneConfig` does not \
             hold: hidden_size is 512, num_heads is 7)",
        )
        .and("type = 'unet2d_condition'\nname = 'u'\nhidden_dims = [8]")
        .rejects(
            "attention_levels=[1]",
            "the levels are those of `hidden_dims`, from 0 (rule `all(attention_levels, v < len(hidden_dims))` of \
             `UNet2DConditionBackboneConfig` does not hold: attention_levels is [1], attention_levels[0] is 1, hidden_dims is [8])",
        )
        .tally()
}
