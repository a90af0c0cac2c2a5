//! Extensions.

use crate::case::{Case, Tally};
use crate::foundations::BaseConfig;
use artifex::ModelConfig;
use std::collections::BTreeMap;

classes! {
    extension_config constraint_extension_config augmentation_extension_config sampling_extension_config
    loss_extension_config evaluation_extension_config callback_extension_config modality_extension_config
    architecture_extension_config protein_extension_config protein_dihedral_config protein_mixin_config
    protein_extensions_config chemical_constraint_config image_augmentation_config audio_spectral_config
    text_embedding_config classifier_free_guidance_config constrained_sampling_config extension_pipeline_config
}

/// What extensions share.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct ExtensionConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(default = 1.0, min = 0)]
    weight: f64,
    #[config(default = true)]
    enabled: bool,
}

/// A constraint.
#[derive(Debug, PartialEq, ModelConfig)]
struct ConstraintExtensionConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = 0.01, min = 0)]
    tolerance: f64,
    #[config(default = true)]
    projection_enabled: bool,
}

/// An augmentation.
#[derive(Debug, PartialEq, ModelConfig)]
struct AugmentationExtensionConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = 1.0, min = 0, max = 1)]
    probability: f64,
    #[config(default = false)]
    deterministic: bool,
}

/// A change of sampling.
#[derive(Debug, PartialEq, ModelConfig)]
struct SamplingExtensionConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = 1.0, min = 0)]
    guidance_scale: f64,
    #[config(default = 1.0, min = 0)]
    temperature: f64,
}

/// How a weight grows.
#[derive(Debug, PartialEq, ModelConfig)]
enum WeightSchedule {
    Constant,
    Linear,
    Cosine,
    Exponential,
}

/// A term of the loss.
#[derive(Debug, PartialEq, ModelConfig)]
struct LossExtensionConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = "constant")]
    weight_schedule: WeightSchedule,
    #[config(default = 0, min = 0)]
    warmup_steps: i64,
}

/// A measure.
#[derive(Debug, PartialEq, ModelConfig)]
struct EvaluationExtensionConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = false)]
    compute_on_train: bool,
    #[config(default = true)]
    compute_on_eval: bool,
}

/// A callback.
#[derive(Debug, PartialEq, ModelConfig)]
struct CallbackExtensionConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = 1, min = 1)]
    frequency: usize,
    #[config(default = true)]
    on_train: bool,
    #[config(default = true)]
    on_eval: bool,
}

/// A modality.
#[derive(Debug, PartialEq, ModelConfig)]
struct ModalityExtensionConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = "input")]
    input_key: String,
    #[config(default = "output")]
    output_key: String,
}

/// Adapters of low rank.
#[derive(Debug, PartialEq, ModelConfig)]
struct ArchitectureExtensionConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = 4, min = 1)]
    rank: usize,
    #[config(default = 1.0, min = 0)]
    alpha: f64,
    #[config(default = [])]
    target_modules: Vec<String>,
    #[config(default = 0.0, min = 0, max = 1)]
    dropout: f64,
}

/// The geometry of a backbone.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "protein_extension")]
struct ProteinExtensionConfig {
    #[config(flatten)]
    base: ConstraintExtensionConfig,
    #[config(default = ["N", "CA", "C", "O"])]
    backbone_atoms: Vec<String>,
    #[config(default = 1.0, min = 0)]
    bond_length_weight: f64,
    #[config(default = 0.5, min = 0)]
    bond_angle_weight: f64,
    #[config(default = 0.3, min = 0)]
    dihedral_weight: f64,
    #[config(default)]
    ideal_bond_lengths: BTreeMap<String, f64>,
    #[config(default)]
    ideal_bond_angles: BTreeMap<String, f64>,
}

/// How a chain folds.
#[derive(Debug, PartialEq, ModelConfig)]
enum SecondaryStructure {
    AlphaHelix,
    BetaSheet,
    Coil,
}

/// The angles of a backbone.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "protein_dihedral")]
struct ProteinDihedralConfig {
    #[config(flatten)]
    base: ConstraintExtensionConfig,
    #[config(default = "alpha_helix")]
    target_secondary_structure: SecondaryStructure,
    #[config(default = 0.5, min = 0)]
    phi_weight: f64,
    #[config(default = 0.5, min = 0)]
    psi_weight: f64,
    #[config(default = 1.0, min = 0)]
    omega_weight: f64,
    ideal_phi: Option<f64>,
    ideal_psi: Option<f64>,
    #[config(default = std::f64::consts::PI)]
    ideal_omega: f64,
}

/// An embedding of amino acids.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "protein_mixin")]
struct ProteinMixinConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = 16, min = 1)]
    embedding_dim: usize,
    #[config(default = true)]
    use_one_hot: bool,
    #[config(default = 21, min = 1)]
    num_aa_types: usize,
}

/// The extensions of a protein model.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "protein_extensions")]
pub struct ProteinExtensionsConfig {
    #[config(flatten)]
    base: BaseConfig,
    bond_length: Option<ProteinExtensionConfig>,
    bond_angle: Option<ProteinExtensionConfig>,
    backbone: Option<ProteinExtensionConfig>,
    dihedral: Option<ProteinDihedralConfig>,
    mixin: Option<ProteinMixinConfig>,
}

/// Sound molecules.
#[derive(Debug, PartialEq, ModelConfig)]
struct ChemicalConstraintConfig {
    #[config(flatten)]
    base: ConstraintExtensionConfig,
    #[config(default = true)]
    enforce_valence: bool,
    #[config(default = true)]
    enforce_bond_lengths: bool,
    #[config(default = true)]
    enforce_ring_closure: bool,
    #[config(default = 8, min = 3)]
    max_ring_size: usize,
}

/// Augmented images.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(
    rule(brightness_range[0] <= brightness_range[1]),
    rule(contrast_range[0] <= contrast_range[1])
)]
struct ImageAugmentationConfig {
    #[config(flatten)]
    base: AugmentationExtensionConfig,
    #[config(default = true)]
    random_flip_horizontal: bool,
    #[config(default = false)]
    random_flip_vertical: bool,
    #[config(default = 0.0, min = 0)]
    random_rotation: f64,
    #[config(default = false)]
    color_jitter: bool,
    #[config(default = [0.9, 1.1])]
    brightness_range: (f64, f64),
    #[config(default = [0.9, 1.1])]
    contrast_range: (f64, f64),
}

/// Spectra of sound.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rule(f_max > f_min))]
struct AudioSpectralConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = 2048, min = 1)]
    n_fft: usize,
    #[config(default = 512, min = 1)]
    hop_length: usize,
    #[config(default = 128, min = 1)]
    n_mels: usize,
    #[config(default = 22050, min = 1)]
    sample_rate: usize,
    #[config(default = 0.0, min = 0)]
    f_min: f64,
    #[config(min = 0)]
    f_max: Option<f64>,
}

/// Embedded text.
#[derive(Debug, PartialEq, ModelConfig)]
struct TextEmbeddingConfig {
    #[config(flatten)]
    base: ExtensionConfig,
    #[config(default = 30000, min = 1)]
    vocab_size: usize,
    #[config(default = 256, min = 1)]
    embedding_dim: usize,
    #[config(default = 512, min = 1)]
    max_sequence_length: usize,
    #[config(default = 0, min = 0)]
    padding_idx: i64,
    #[config(default = true)]
    use_positional_encoding: bool,
}

/// Guidance without a classifier.
#[derive(Debug, PartialEq, ModelConfig)]
struct ClassifierFreeGuidanceConfig {
    #[config(flatten)]
    base: SamplingExtensionConfig,
    #[config(default = true)]
    unconditional_conditioning: bool,
}

/// Samples within constraints.
#[derive(Debug, PartialEq, ModelConfig)]
struct ConstrainedSamplingConfig {
    #[config(flatten)]
    base: SamplingExtensionConfig,
    #[config(default = 1.0, min = 0)]
    constraint_weight: f64,
    #[config(default = 1, min = 0)]
    projection_steps: i64,
    #[config(default = false)]
    use_gradient_guidance: bool,
}

/// How losses are joined.
#[derive(Debug, PartialEq, ModelConfig)]
enum LossReduction {
    Sum,
    Mean,
    WeightedSum,
}

/// The extensions.
#[derive(Debug, PartialEq, ModelConfig)]
enum Extension {
    Plain(ExtensionConfig),
    Constraint(ConstraintExtensionConfig),
    Augmentation(AugmentationExtensionConfig),
    Sampling(SamplingExtensionConfig),
    Loss(LossExtensionConfig),
    Evaluation(EvaluationExtensionConfig),
    Callback(CallbackExtensionConfig),
    Modality(ModalityExtensionConfig),
    Architecture(ArchitectureExtensionConfig),
    Protein(ProteinExtensionConfig),
    ProteinDihedral(ProteinDihedralConfig),
    ProteinMixin(ProteinMixinConfig),
    Chemical(ChemicalConstraintConfig),
    Image(ImageAugmentationConfig),
    Audio(AudioSpectralConfig),
    Text(TextEmbeddingConfig),
    ClassifierFreeGuidance(ClassifierFreeGuidanceConfig),
    ConstrainedSampling(ConstrainedSamplingConfig),
}

/// Several extensions.
#[derive(Debug, PartialEq, ModelConfig)]
struct ExtensionPipelineConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(default = [])]
    extensions: Vec<Extension>,
    #[config(default = true)]
    aggregate_losses: bool,
    #[config(default = "weighted_sum")]
    loss_reduction: LossReduction,
}

const BASE: &str = "name = 'extension'";

fn extension_config() -> Tally {
    Case::<ExtensionConfig>::new(BASE)
        .requires("name")
        .defaults("weight=1.0; enabled=true")
        .not_negative("weight")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn constraint_extension_config() -> Tally {
    Case::<ConstraintExtensionConfig>::new(BASE)
        .requires("name")
        .defaults("tolerance=0.01; projection_enabled=true")
        .not_negative("tolerance")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn augmentation_extension_config() -> Tally {
    Case::<AugmentationExtensionConfig>::new(BASE)
        .requires("name")
        .defaults("probability=1.0; deterministic=false")
        .accepts("probability=0")
        .accepts("probability=1")
        .rejects("probability=-0.01", "`probability` is -0.01, below the minimum 0")
        .rejects("probability=1.01", "`probability` is 1.01, above the maximum 1")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn sampling_extension_config() -> Tally {
    Case::<SamplingExtensionConfig>::new(BASE)
        .requires("name")
        .defaults("guidance_scale=1.0; temperature=1.0")
        .not_negative("guidance_scale temperature")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn loss_extension_config() -> Tally {
    Case::<LossExtensionConfig>::new(BASE)
        .requires("name")
        .defaults("weight_schedule=constant; warmup_steps=0")
        .not_negative("warmup_steps")
        .accepts("weight_schedule=constant")
        .accepts("weight_schedule=linear")
        .accepts("weight_schedule=cosine")
        .accepts("weight_schedule=exponential")
        .rejects(
            "weight_schedule=step",
            "`weight_schedule` is \"step\", expected one of \"constant\", \"linear\", \"cosine\", \"exponential\"",
        )
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn evaluation_extension_config() -> Tally {
    Case::<EvaluationExtensionConfig>::new(BASE)
        .requires("name")
        .defaults("compute_on_train=false; compute_on_eval=true")
        .accepts("compute_on_train=true")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn callback_extension_config() -> Tally {
    Case::<CallbackExtensionConfig>::new(BASE)
        .requires("name")
        .defaults("frequency=1; on_train=true; on_eval=true")
        .positive("frequency")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn modality_extension_config() -> Tally {
    Case::<ModalityExtensionConfig>::new(BASE)
        .requires("name")
        .defaults("input_key=input; output_key=output")
        .accepts("input_key=image")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn architecture_extension_config() -> Tally {
    Case::<ArchitectureExtensionConfig>::new(BASE)
        .requires("name")
        .defaults("rank=4; alpha=1.0; target_modules=[]; dropout=0.0")
        .positive("rank")
        .not_negative("alpha")
        .accepts("dropout=0")
        .accepts("dropout=1")
        .rejects("dropout=-0.01", "`dropout` is -0.01, below the minimum 0")
        .rejects("dropout=1.01", "`dropout` is 1.01, above the maximum 1")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn protein_extension_config() -> Tally {
    Case::<ProteinExtensionConfig>::new(BASE)
        .requires("name")
        .defaults(
            "backbone_atoms=[\"N\", \"CA\", \"C\", \"O\"]; bond_length_weight=1.0; bond_angle_weight=0.5; \
             dihedral_weight=0.3; ideal_bond_lengths={}; ideal_bond_angles={}",
        )
        .not_negative("bond_length_weight bond_angle_weight dihedral_weight")
        .accepts("ideal_bond_lengths.N-CA=1.46")
        .rejects("tolerance=-0.01", "`tolerance` is -0.01, below the minimum 0")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn protein_dihedral_config() -> Tally {
    Case::<ProteinDihedralConfig>::new(BASE)
        .requires("name")
        .defaults(
            "target_secondary_structure=alpha_helix; phi_weight=0.5; psi_weight=0.5; omega_weight=1.0; \
             ideal_omega=3.141592653589793",
        )
        .not_negative("phi_weight psi_weight omega_weight")
        .accepts("target_secondary_structure=alpha_helix")
        .accepts("target_secondary_structure=beta_sheet")
        .accepts("target_secondary_structure=coil")
        .rejects(
            "target_secondary_structure=turn",
            "`target_secondary_structure` is \"turn\", expected one of \"alpha_helix\", \"beta_sheet\", \"coil\"",
        )
        .accepts("ideal_omega=3.141592653589793")
        .rejects("tolerance=-0.01", "`tolerance` is -0.01, below the minimum 0")
        .tally()
}

fn protein_mixin_config() -> Tally {
    Case::<ProteinMixinConfig>::new(BASE)
        .requires("name")
        .defaults("embedding_dim=16; use_one_hot=true; num_aa_types=21")
        .positive("embedding_dim num_aa_types")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn protein_extensions_config() -> Tally {
    Case::<ProteinExtensionsConfig>::new(BASE)
        .requires("name")
        .accepts(
            "bond_length.name=length; bond_angle.name=angle; backbone.name=backbone; dihedral.name=dihedral; \
             mixin.name=mixin",
        )
        .rejects("bond_length=true", "`bond_length` is a boolean, expected a table")
        .rejects(
            "bond_length.name=length; bond_length.type=protein_dihedral",
            "`type` is \"protein_dihedral\", but the type of `ProteinExtensionConfig` is \"protein_extension\"",
        )
        .rejects(
            "bond_angle.name=angle; bond_angle.type=protein_mixin",
            "`type` is \"protein_mixin\", but the type of `ProteinExtensionConfig` is \"protein_extension\"",
        )
        .rejects(
            "backbone.name=backbone; backbone.type=protein_dihedral",
            "`type` is \"protein_dihedral\", but the type of `ProteinExtensionConfig` is \"protein_extension\"",
        )
        .rejects(
            "dihedral.name=dihedral; dihedral.type=protein_extension",
            "`type` is \"protein_extension\", but the type of `ProteinDihedralConfig` is \"protein_dihedral\"",
        )
        .rejects(
            "mixin.name=mixin; mixin.type=protein_extension",
            "`type` is \"protein_extension\", but the type of `ProteinMixinConfig` is \"protein_mixin\"",
        )
        .rejects("mixin.name=mixin; mixin.embedding_dim=0", "`embedding_dim` is 0, below the minimum 1")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn chemical_constraint_config() -> Tally {
    Case::<ChemicalConstraintConfig>::new(BASE)
        .requires("name")
        .defaults("enforce_valence=true; enforce_bond_lengths=true; enforce_ring_closure=true; max_ring_size=8")
        .accepts("max_ring_size=3")
        .rejects("max_ring_size=2", "`max_ring_size` is 2, below the minimum 3")
        .rejects("tolerance=-0.01", "`tolerance` is -0.01, below the minimum 0")
        .tally()
}

fn image_augmentation_config() -> Tally {
    Case::<ImageAugmentationConfig>::new(BASE)
        .requires("name")
        .defaults(
            "random_flip_horizontal=true; random_flip_vertical=false; random_rotation=0.0; color_jitter=false; \
             brightness_range=[0.9, 1.1]; contrast_range=[0.9, 1.1]",
        )
        .not_negative("random_rotation")
        .accepts("brightness_range=[1, 1]")
        .rejects("brightness_range=[1]", "`brightness_range` has 1 element, expected exactly 2")
        .rejects("brightness_range=[0.9, 1.1, 1.2]", "`brightness_range` has 3 elements, expected exactly 2")
        .rejects(
            "brightness_range=[1.1, 0.9]",
            "rule `brightness_range[0] <= brightness_range[1]` of `ImageAugmentationConfig` does not hold: \
             brightness_range is [1.1, 0.9]",
        )
        .accepts("contrast_range=[1, 1]")
        .rejects("contrast_range=[1]", "`contrast_range` has 1 element, expected exactly 2")
        .rejects(
            "contrast_range=[1.1, 0.9]",
            "rule `contrast_range[0] <= contrast_range[1]` of `ImageAugmentationConfig` does not hold: contrast_range \
             is [1.1, 0.9]",
        )
        .rejects("probability=1.01", "`probability` is 1.01, above the maximum 1")
        .tally()
}

fn audio_spectral_config() -> Tally {
    Case::<AudioSpectralConfig>::new(BASE)
        .requires("name")
        .defaults("n_fft=2048; hop_length=512; n_mels=128; sample_rate=22050; f_min=0.0")
        .positive("n_fft hop_length n_mels sample_rate")
        .not_negative("f_min")
        .accepts("f_max=1e-9")
        .rejects("f_max=-0.01", "`f_max` is -0.01, below the minimum 0")
        .rejects("f_max=0", "rule `f_max > f_min` of `AudioSpectralConfig` does not hold: f_max is 0, f_min is 0.0")
        .accepts("f_min=20; f_max=20.5")
        .rejects(
            "f_min=20; f_max=20",
            "rule `f_max > f_min` of `AudioSpectralConfig` does not hold: f_max is 20, f_min is 20",
        )
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn text_embedding_config() -> Tally {
    Case::<TextEmbeddingConfig>::new(BASE)
        .requires("name")
        .defaults(
            "vocab_size=30000; embedding_dim=256; max_sequence_length=512; padding_idx=0; \
             use_positional_encoding=true",
        )
        .positive("vocab_size embedding_dim max_sequence_length")
        .not_negative("padding_idx")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn classifier_free_guidance_config() -> Tally {
    Case::<ClassifierFreeGuidanceConfig>::new(BASE)
        .requires("name")
        .defaults("unconditional_conditioning=true")
        .accepts("unconditional_conditioning=false")
        .rejects("guidance_scale=-0.01", "`guidance_scale` is -0.01, below the minimum 0")
        .rejects("weight=-0.01", "`weight` is -0.01, below the minimum 0")
        .tally()
}

fn constrained_sampling_config() -> Tally {
    Case::<ConstrainedSamplingConfig>::new(BASE)
        .requires("name")
        .defaults("constraint_weight=1.0; projection_steps=1; use_gradient_guidance=false")
        .not_negative("constraint_weight projection_steps")
        .rejects("temperature=-0.01", "`temperature` is -0.01, below the minimum 0")
        .tally()
}

const EXTENSION_PIPELINE_CONFIG: &str = r#"
name = "pipeline"

[[extensions]]
type = "image"
name = "flips"

[[extensions]]
type = "audio"
name = "spectrum"
"#;

fn extension_pipeline_config() -> Tally {
    Case::<ExtensionPipelineConfig>::new("name = 'pipeline'")
        .requires("name")
        .defaults("extensions=[]; aggregate_losses=true; loss_reduction=weighted_sum")
        .and(EXTENSION_PIPELINE_CONFIG)
        .accepts("extensions=[]")
        .rejects("extensions=['image']", "`extensions[0]` is a string, expected a table")
        .rejects(
            "extensions=[{ type = 'dropout', name = 'x' }]",
            "unknown type \"dropout\", expected one of \"plain\", \"constraint\", \"augmentation\", \"sampling\", \
             \"loss\", \"evaluation\", \"callback\", \"modality\", \"architecture\", \"protein\", \
             \"protein_dihedral\", \"protein_mixin\", \"chemical\", \"image\", \"audio\", \"text\" and 2 more",
        )
        .rejects("extensions=[{ type = 'loss', name = 'x', weight = -1 }]", "`weight` is -1, below the minimum 0")
        .accepts("loss_reduction=sum")
        .accepts("loss_reduction=mean")
        .accepts("loss_reduction=weighted_sum")
        .rejects(
            "loss_reduction=max",
            "`loss_reduction` is \"max\", expected one of \"sum\", \"mean\", \"weighted_sum\"",
        )
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}
