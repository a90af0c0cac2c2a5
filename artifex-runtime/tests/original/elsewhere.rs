//! Classes outside the library's configuration package that have rules.

use crate::case::{Case, Tally};
use crate::diffusion::DiffusionConfig;
use crate::experiment::BaseModalityConfig;
use crate::geometric::ProteinConstraintConfig;
use artifex::ModelConfig;
use std::collections::BTreeMap;

classes! {
    flash_attention_config kan_config audio_modality_config audio_diffusion_config tabular_modality_config
    timeseries_modality_config multi_modal_modality_config multi_modal_adapter_config molecular_adapter_config
    protein_adapter_config timeseries_adapter_config
}

/// Attention by blocks.
// The divisors of a power of 2 are the smaller powers of 2.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(
    rule(4_294_967_296 % query_block_size == 0, "the block size is a power of 2"),
    rule(4_294_967_296 % kv_block_size == 0, "the block size is a power of 2")
)]
struct FlashAttentionConfig {
    #[config(default = 128, min = 1)]
    query_block_size: usize,
    #[config(default = 128, min = 1)]
    kv_block_size: usize,
    #[config(default = 4)]
    num_warps: usize,
    #[config(default = 2)]
    num_stages: usize,
    #[config(default = false)]
    backward: bool,
}

/// How a Kolmogorov-Arnold network starts.
#[derive(Debug, PartialEq, ModelConfig)]
enum KANInit {
    Default,
    Power,
    Lecun,
    Glorot,
    GlorotFine,
    Custom,
}

/// A Kolmogorov-Arnold network.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rule(grid_range[0] < grid_range[1]))]
struct KANConfig {
    #[config(default = 3, min = 0)]
    k: i64,
    #[config(default = 3, min = 1)]
    grid_intervals: usize,
    #[config(default = [-1, 1])]
    grid_range: (f64, f64),
    #[config(default = 0.05, min = 0, max = 1)]
    grid_e: f64,
    #[config(default = 5, min = 1)]
    degree: usize,
    #[config(default = true)]
    residual: bool,
    #[config(default = true)]
    external_weights: bool,
    #[config(default = true)]
    add_bias: bool,
    #[config(default = "default")]
    init_scheme: KANInit,
}

/// How sound is represented.
#[derive(Debug, PartialEq, ModelConfig)]
enum AudioRepresentation {
    RawWaveform,
    MelSpectrogram,
    Stft,
}

/// Sound.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "audio_modality")]
struct AudioModalityConfig {
    #[config(default = "raw_waveform")]
    representation: AudioRepresentation,
    #[config(default = 16000)]
    sample_rate: usize,
    #[config(default = 80)]
    n_mel_channels: usize,
    #[config(default = 256)]
    hop_length: usize,
    #[config(default = 1024)]
    n_fft: usize,
    #[config(default = 2.0)]
    duration: f64,
    #[config(default = true)]
    normalize: bool,
}

/// A diffusion of sound.
#[derive(Debug, PartialEq, ModelConfig)]
struct AudioDiffusionConfig {
    #[config(flatten)]
    base: DiffusionConfig,
    modality_config: AudioModalityConfig,
}

/// How columns are scaled.
#[derive(Debug, PartialEq, ModelConfig)]
enum Normalization {
    Standard,
    Minmax,
    Robust,
}

/// What becomes of missing values.
#[derive(Debug, PartialEq, ModelConfig)]
enum Missing {
    Impute,
    Drop,
    Mask,
}

/// Tables.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(
    rule(
        len(numerical_features) + len(categorical_features) + len(ordinal_features) + len(binary_features)
            == num_features
    ),
    rule(unique(numerical_features, categorical_features, ordinal_features, binary_features)),
    rule(all(categorical_features, v in categorical_vocab_sizes)),
    rule(all(categorical_vocab_sizes, v <= max_categorical_cardinality)),
    rule(all(ordinal_features, v in ordinal_orders))
)]
struct TabularModalityConfig {
    #[config(flatten)]
    base: BaseModalityConfig,
    #[config(min = 1)]
    num_features: usize,
    #[config(default = [])]
    numerical_features: Vec<String>,
    #[config(default = [])]
    categorical_features: Vec<String>,
    #[config(default = [])]
    ordinal_features: Vec<String>,
    #[config(default = [])]
    binary_features: Vec<String>,
    #[config(default)]
    categorical_vocab_sizes: BTreeMap<String, usize>,
    #[config(default)]
    ordinal_orders: BTreeMap<String, Vec<String>>,
    #[config(default = "standard")]
    normalization_type: Normalization,
    #[config(default = "impute")]
    handle_missing: Missing,
    #[config(default = 100)]
    max_categorical_cardinality: usize,
}

/// How a series is represented.
#[derive(Debug, PartialEq, ModelConfig)]
enum SeriesRepresentation {
    Raw,
    Fourier,
    Wavelet,
    MultiScale,
    TrendSeasonal,
}

/// How a series is decomposed.
#[derive(Debug, PartialEq, ModelConfig)]
enum Decomposition {
    Seasonal,
    Stl,
    X13,
    Loess,
}

/// Series.
#[derive(Debug, PartialEq, ModelConfig)]
#[allow(clippy::struct_excessive_bools, reason = "the keys of the library's files")]
#[config(
    rule(when(use_fourier_features, num_frequencies > 0)),
    rule(when(use_fourier_features, max_frequency > 0)),
    rule(when(use_trend_decomposition, decomposition_period > 0)),
    rule(when(univariate, num_features == 1)),
    rule(len(feature_names) in [0, num_features]),
    rule(seasonal_period < sequence_length)
)]
struct TimeseriesModalityConfig {
    #[config(flatten)]
    base: BaseModalityConfig,
    #[config(default = 100, min = 1)]
    sequence_length: usize,
    #[config(default = 1, min = 1)]
    num_features: usize,
    #[config(default = 1.0, exclusive_min = 0)]
    sampling_rate: f64,
    #[config(default = "raw")]
    representation: SeriesRepresentation,
    #[config(default = false)]
    use_fourier_features: bool,
    #[config(default = 64)]
    num_frequencies: i64,
    #[config(default = 100.0)]
    max_frequency: f64,
    #[config(default = false)]
    use_trend_decomposition: bool,
    #[config(default = "seasonal")]
    decomposition_method: Decomposition,
    #[config(default = 24)]
    decomposition_period: i64,
    #[config(default = [1, 2, 4], len(min = 1), each(min = 1))]
    multi_scale_factors: Vec<usize>,
    #[config(default = [])]
    feature_names: Vec<String>,
    #[config(default = true)]
    univariate: bool,
    #[config(default = false)]
    stationary: bool,
    #[config(min = 1)]
    seasonal_period: Option<usize>,
}

/// A modality of several.
#[derive(Debug, PartialEq, ModelConfig)]
enum Modality {
    Image,
    Text,
    Audio,
}

/// How modalities are joined.
#[derive(Debug, PartialEq, ModelConfig)]
enum Fusion {
    Concatenate,
    Attention,
    Gated,
    Hierarchical,
}

/// Several modalities.
#[derive(Debug, PartialEq, ModelConfig)]
struct MultiModalModalityConfig {
    #[config(flatten)]
    base: BaseModalityConfig,
    #[config(len(min = 2))]
    modalities: Vec<Modality>,
    #[config(default = "concatenate")]
    fusion_strategy: Fusion,
    alignment_method: Option<String>,
    shared_embedding_dim: Option<usize>,
    modality_weights: Option<BTreeMap<String, f64>>,
    #[config(default = 0.0)]
    dropout_rate: f64,
}

/// An adapter of several modalities.
#[derive(Debug, PartialEq, ModelConfig)]
struct MultiModalAdapterConfig {
    name: String,
    #[config(len(min = 1))]
    modalities: Vec<String>,
    #[config(one_of("vae", "diffusion", "gan"))]
    model_type: String,
    #[config(default = 128, min = 1)]
    shared_latent_dim: usize,
    #[config(default = "concatenate", one_of("concatenate", "attention", "product"))]
    fusion_strategy: String,
    #[config(default = 128, min = 1)]
    latent_dim: usize,
    #[config(default = 1.0)]
    beta: f64,
}

/// An adapter of molecules.
#[derive(Debug, PartialEq, ModelConfig)]
struct MolecularAdapterConfig {
    #[config(default = "molecular_adapter")]
    name: String,
    #[config(default = 10, min = 1)]
    num_atom_types: usize,
    #[config(default = 50, min = 1)]
    max_atoms: usize,
    #[config(default = true)]
    use_physics_constraints: bool,
    #[config(default = 0.1, min = 0)]
    physics_weight: f64,
}

/// An adapter of proteins.
#[derive(Debug, PartialEq, ModelConfig)]
struct ProteinAdapterConfig {
    #[config(default = "protein_adapter")]
    name: String,
    #[config(default = "graph", one_of("graph", "point_cloud"))]
    model_type: String,
    #[config(default = 10, min = 1)]
    num_residues: usize,
    #[config(default = 4, min = 1)]
    num_atoms_per_residue: usize,
    #[config(default = [0, 1, 2, 3])]
    backbone_indices: Vec<usize>,
    #[config(default = true)]
    use_constraints: bool,
    #[config(default)]
    constraint_config: ProteinConstraintConfig,
}

/// An adapter of series.
#[derive(Debug, PartialEq, ModelConfig)]
struct TimeseriesAdapterConfig {
    #[config(default = "timeseries_adapter")]
    name: String,
    #[config(default = 128, min = 1)]
    sequence_length: usize,
    #[config(default = 1, min = 1)]
    num_features: usize,
    #[config(default = 1.0, exclusive_min = 0)]
    sampling_rate: f64,
    #[config(default = true)]
    use_temporal_position_encoding: bool,
    #[config(default = true)]
    causal_masking: bool,
}

fn flash_attention_config() -> Tally {
    Case::<FlashAttentionConfig>::new("")
        .defaults("query_block_size=128; kv_block_size=128; num_warps=4; num_stages=2; backward=false")
        .positive("query_block_size")
        .accepts("query_block_size=1024")
        .rejects(
            "query_block_size=96",
            "the block size is a power of 2 (rule `4_294_967_296 % query_block_size == 0` of `FlashAttentionConfig` \
             does not hold: query_block_size is 96)",
        )
        .accepts("kv_block_size=64")
        .rejects(
            "kv_block_size=3",
            "the block size is a power of 2 (rule `4_294_967_296 % kv_block_size == 0` of `FlashAttentionConfig` does \
             not hold: kv_block_size is 3)",
        )
        .tally()
}

fn kan_config() -> Tally {
    Case::<KANConfig>::new("")
        .defaults(
            "k=3; grid_intervals=3; grid_range=[-1, 1]; grid_e=0.05; degree=5; residual=true; external_weights=true; \
             add_bias=true; init_scheme=default",
        )
        .positive("grid_intervals degree")
        .not_negative("k")
        .accepts("grid_range=[0, 1e-9]")
        .rejects(
            "grid_range=[1, 1]",
            "rule `grid_range[0] < grid_range[1]` of `KANConfig` does not hold: grid_range is [1, 1]",
        )
        .rejects("grid_range=[1]", "`grid_range` has 1 element, expected exactly 2")
        .accepts("grid_e=0")
        .accepts("grid_e=1")
        .rejects("grid_e=-0.01", "`grid_e` is -0.01, below the minimum 0")
        .rejects("grid_e=1.01", "`grid_e` is 1.01, above the maximum 1")
        .accepts("init_scheme=default")
        .accepts("init_scheme=power")
        .accepts("init_scheme=lecun")
        .accepts("init_scheme=glorot")
        .accepts("init_scheme=glorot_fine")
        .accepts("init_scheme=custom")
        .rejects(
            "init_scheme=zeros",
            "`init_scheme` is \"zeros\", expected one of \"default\", \"power\", \"lecun\", \"glorot\", \
             \"glorot_fine\", \"custom\"",
        )
        .tally()
}

fn audio_modality_config() -> Tally {
    Case::<AudioModalityConfig>::new("")
        .defaults(
            "representation=raw_waveform; sample_rate=16000; n_mel_channels=80; hop_length=256; n_fft=1024; \
             duration=2.0; normalize=true",
        )
        .accepts("representation=raw_waveform")
        .accepts("representation=mel_spectrogram")
        .accepts("representation=stft")
        .rejects(
            "representation=cepstrum",
            "`representation` is \"cepstrum\", expected one of \"raw_waveform\", \"mel_spectrogram\", \"stft\"",
        )
        .tally()
}

const AUDIO_DIFFUSION_CONFIG: &str = r#"
name = "diffusion"
backbone = { type = "unet_1d", name = "net", hidden_dims = [32, 64, 128, 256], activation = "silu" }
noise_schedule = { name = "noise" }
input_shape = [32_000]
modality_config = {}
"#;

fn audio_diffusion_config() -> Tally {
    Case::<AudioDiffusionConfig>::new(AUDIO_DIFFUSION_CONFIG)
        .requires("name backbone noise_schedule modality_config")
        .accepts("modality_config.representation=stft")
        .rejects("modality_config=audio", "`modality_config` is a string, expected a table")
        .rejects(
            "modality_config.type=image_modality",
            "`type` is \"image_modality\", but the type of `AudioModalityConfig` is \"audio_modality\"",
        )
        .rejects(
            "modality_config.height=64",
            "unknown field `height` in `AudioModalityConfig`; its fields are `representation`, `sample_rate`, \
             `n_mel_channels`, `hop_length`, `n_fft`, `duration`, `normalize`",
        )
        .rejects("input_shape=[0]", "`input_shape[0]` is 0, below the minimum 1")
        .tally()
}

const TABULAR_MODALITY_CONFIG: &str = r#"
num_features = 5
numerical_features = ["age", "height"]
categorical_features = ["colour"]
ordinal_features = ["size"]
binary_features = ["sold"]
categorical_vocab_sizes = { colour = 100 }
ordinal_orders = { size = ["small", "large"] }
"#;

fn tabular_modality_config() -> Tally {
    Case::<TabularModalityConfig>::new("num_features = 1\nnumerical_features = ['age']")
        .requires("num_features")
        .defaults(
            "categorical_vocab_sizes={}; ordinal_orders={}; normalization_type=standard; handle_missing=impute; \
             max_categorical_cardinality=100",
        )
        .and(TABULAR_MODALITY_CONFIG)
        .accepts("num_features=1; numerical_features=[]; categorical_features=[]; ordinal_features=[]")
        .rejects("num_features=0", "`num_features` is 0, below the minimum 1")
        .rejects(
            "num_features=6",
            "rule `len(numerical_features) + len(categorical_features) + len(ordinal_features) + len(binary_features) \
             == num_features` of `TabularModalityConfig` does not hold: numerical_features is [\"age\", \"height\"], \
             categorical_features is [\"colour\"], ordinal_features is [\"size\"], binary_features is [\"sold\"], \
             num_features is 6",
        )
        .accepts("max_categorical_cardinality=100")
        .rejects(
            "max_categorical_cardinality=99",
            "rule `all(categorical_vocab_sizes, v <= max_categorical_cardinality)` of `TabularModalityConfig` does \
             not hold: categorical_vocab_sizes is a table, categorical_vocab_sizes.colour is 100, max_categorical_cardinality is 99",
        )
        .accepts("ordinal_orders.grade=[]")
        .accepts("categorical_vocab_sizes.grade=3")
        .rejects(
            "categorical_vocab_sizes.colour=101",
            "rule `all(categorical_vocab_sizes, v <= max_categorical_cardinality)` of `TabularModalityConfig` does \
             not hold: categorical_vocab_sizes is a table, categorical_vocab_sizes.colour is 101, max_categorical_cardinality is 100",
        )
        .accepts("normalization_type=standard")
        .accepts("normalization_type=minmax")
        .accepts("normalization_type=robust")
        .rejects(
            "normalization_type=log",
            "`normalization_type` is \"log\", expected one of \"standard\", \"minmax\", \"robust\"",
        )
        .accepts("handle_missing=impute")
        .accepts("handle_missing=drop")
        .accepts("handle_missing=mask")
        .rejects("handle_missing=zero", "`handle_missing` is \"zero\", expected one of \"impute\", \"drop\", \"mask\"")
        .rejects(
            "numerical_features=['age', 'age']",
            "rule `unique(numerical_features, categorical_features, ordinal_features, binary_features)` of \
             `TabularModalityConfig` does not hold: numerical_features is [\"age\", \"age\"], numerical_features[1] is \"age\", categorical_features is \
             [\"colour\"], ordinal_features is [\"size\"], binary_features is [\"sold\"]",
        )
        .rejects(
            "numerical_features=['age', 'size']",
            "rule `unique(numerical_features, categorical_features, ordinal_features, binary_features)` of \
             `TabularModalityConfig` does not hold: numerical_features is [\"age\", \"size\"], categorical_features \
             is [\"colour\"], ordinal_features is [\"size\"], ordinal_features[0] is \"size\", binary_features is [\"sold\"]",
        )
        .rejects(
            "categorical_features=['shape']",
            "rule `all(categorical_features, v in categorical_vocab_sizes)` of `TabularModalityConfig` does not hold: \
             categorical_features is [\"shape\"], categorical_features[0] is \"shape\", categorical_vocab_sizes is a table",
        )
        .rejects(
            "ordinal_features=['grade']",
            "rule `all(ordinal_features, v in ordinal_orders)` of `TabularModalityConfig` does not hold: \
             ordinal_features is [\"grade\"], ordinal_features[0] is \"grade\", ordinal_orders is a table",
        )
        .rejects("batch_size=0", "`batch_size` is 0, below the minimum 1")
        .tally()
}

fn timeseries_modality_config() -> Tally {
    Case::<TimeseriesModalityConfig>::new("")
        .defaults(
            "sequence_length=100; num_features=1; sampling_rate=1.0; representation=raw; use_fourier_features=false; \
             num_frequencies=64; max_frequency=100.0; use_trend_decomposition=false; decomposition_method=seasonal; \
             decomposition_period=24; multi_scale_factors=[1, 2, 4]; feature_names=[]; univariate=true; \
             stationary=false",
        )
        .positive("sequence_length num_features seasonal_period")
        .above_zero("sampling_rate")
        .accepts("univariate=false; num_features=3")
        .accepts("univariate=false; num_features=2; feature_names=['low', 'high']")
        .accepts("feature_names=['value']")
        .rejects(
            "feature_names=['low', 'high']",
            "rule `len(feature_names) in [0, num_features]` of `TimeseriesModalityConfig` does not hold: \
             feature_names is [\"low\", \"high\"], num_features is 1",
        )
        .accepts("num_frequencies=0; max_frequency=0")
        .accepts("use_fourier_features=true; num_frequencies=1; max_frequency=1e-9")
        .rejects(
            "use_fourier_features=true; num_frequencies=0",
            "rule `when(use_fourier_features, num_frequencies > 0)` of `TimeseriesModalityConfig` does not hold: \
             use_fourier_features is true, num_frequencies is 0",
        )
        .rejects(
            "use_fourier_features=true; max_frequency=0",
            "rule `when(use_fourier_features, max_frequency > 0)` of `TimeseriesModalityConfig` does not hold: \
             use_fourier_features is true, max_frequency is 0",
        )
        .accepts("decomposition_period=0")
        .accepts("use_trend_decomposition=true; decomposition_period=1")
        .rejects(
            "use_trend_decomposition=true; decomposition_period=0",
            "rule `when(use_trend_decomposition, decomposition_period > 0)` of `TimeseriesModalityConfig` does not \
             hold: use_trend_decomposition is true, decomposition_period is 0",
        )
        .accepts("multi_scale_factors=[1]")
        .rejects("multi_scale_factors=[]", "`multi_scale_factors` has 0 elements, expected at least 1")
        .rejects("multi_scale_factors=[1, 0]", "`multi_scale_factors[1]` is 0, below the minimum 1")
        .accepts("seasonal_period=99")
        .rejects(
            "seasonal_period=100",
            "rule `seasonal_period < sequence_length` of `TimeseriesModalityConfig` does not hold: seasonal_period is \
             100, sequence_length is 100",
        )
        .accepts("representation=raw")
        .accepts("representation=fourier")
        .accepts("representation=wavelet")
        .accepts("representation=multi_scale")
        .accepts("representation=trend_seasonal")
        .rejects(
            "representation=wave",
            "`representation` is \"wave\", expected one of \"raw\", \"fourier\", \"wavelet\", \"multi_scale\", \
             \"trend_seasonal\"",
        )
        .accepts("decomposition_method=seasonal")
        .accepts("decomposition_method=stl")
        .accepts("decomposition_method=x13")
        .accepts("decomposition_method=loess")
        .rejects(
            "decomposition_method=arima",
            "`decomposition_method` is \"arima\", expected one of \"seasonal\", \"stl\", \"x13\", \"loess\"",
        )
        .rejects(
            "num_features=2",
            "rule `when(univariate, num_features == 1)` of `TimeseriesModalityConfig` does not hold: univariate is \
             true, num_features is 2",
        )
        .rejects("batch_size=0", "`batch_size` is 0, below the minimum 1")
        .tally()
}

fn multi_modal_modality_config() -> Tally {
    Case::<MultiModalModalityConfig>::new("modalities = ['image', 'text']")
        .requires("modalities")
        .defaults("fusion_strategy=concatenate; dropout_rate=0.0")
        .accepts("modalities=['text', 'audio']")
        .accepts("modalities=['image', 'text', 'audio']")
        .rejects("modalities=['image']", "`modalities` has 1 element, expected at least 2")
        .rejects(
            "modalities=['image', 'video']",
            "`modalities[1]` is \"video\", expected one of \"image\", \"text\", \"audio\"",
        )
        .accepts("fusion_strategy=concatenate")
        .accepts("fusion_strategy=attention")
        .accepts("fusion_strategy=gated")
        .accepts("fusion_strategy=hierarchical")
        .rejects(
            "fusion_strategy=product",
            "`fusion_strategy` is \"product\", expected one of \"concatenate\", \"attention\", \"gated\", \
             \"hierarchical\"",
        )
        .rejects("batch_size=0", "`batch_size` is 0, below the minimum 1")
        .tally()
}

fn multi_modal_adapter_config() -> Tally {
    Case::<MultiModalAdapterConfig>::new("name = 'adapter'\nmodalities = ['image']\nmodel_type = 'vae'")
        .requires("name modalities model_type")
        .defaults("shared_latent_dim=128; fusion_strategy=concatenate; latent_dim=128; beta=1.0")
        .positive("shared_latent_dim latent_dim")
        .accepts("model_type=vae")
        .accepts("model_type=diffusion")
        .accepts("model_type=gan")
        .rejects("model_type=flow", "`model_type` is \"flow\", expected one of \"vae\", \"diffusion\", \"gan\"")
        .accepts("fusion_strategy=concatenate")
        .accepts("fusion_strategy=attention")
        .accepts("fusion_strategy=product")
        .rejects(
            "fusion_strategy=gated",
            "`fusion_strategy` is \"gated\", expected one of \"concatenate\", \"attention\", \"product\"",
        )
        .rejects("modalities=[]", "`modalities` has 0 elements, expected at least 1")
        .tally()
}

fn molecular_adapter_config() -> Tally {
    Case::<MolecularAdapterConfig>::new("")
        .defaults(
            "name=molecular_adapter; num_atom_types=10; max_atoms=50; use_physics_constraints=true; \
             physics_weight=0.1",
        )
        .positive("num_atom_types max_atoms")
        .not_negative("physics_weight")
        .tally()
}

fn protein_adapter_config() -> Tally {
    Case::<ProteinAdapterConfig>::new("")
        .defaults(
            "name=protein_adapter; model_type=graph; num_residues=10; num_atoms_per_residue=4; \
             backbone_indices=[0,1,2,3]; use_constraints=true; constraint_config={}",
        )
        .positive("num_residues num_atoms_per_residue")
        .accepts("model_type=graph")
        .accepts("model_type=point_cloud")
        .rejects("model_type=mesh", "`model_type` is \"mesh\", expected one of \"graph\", \"point_cloud\"")
        .rejects(
            "constraint_config.backbone=1",
            "unknown field `backbone` in `ProteinConstraintConfig`; its fields are `backbone_weight`, `bond_weight`, \
             `angle_weight`, `dihedral_weight`, `phi_weight`, `psi_weight`",
        )
        .tally()
}

fn timeseries_adapter_config() -> Tally {
    Case::<TimeseriesAdapterConfig>::new("")
        .defaults(
            "name=timeseries_adapter; sequence_length=128; num_features=1; sampling_rate=1.0; \
             use_temporal_position_encoding=true; causal_masking=true",
        )
        .positive("sequence_length num_features")
        .above_zero("sampling_rate")
        .tally()
}
