//! Point clouds, meshes, voxels, graphs and proteins.

use crate::case::{Case, Tally};
use crate::extensions::ProteinExtensionsConfig;
use crate::foundations::{BaseConfig, BaseNetworkConfig};
use artifex::ModelConfig;

classes! {
    point_cloud_network_config geometric_config point_cloud_config mesh_network_config mesh_config
    voxel_network_config voxel_config graph_network_config graph_config protein_constraint_config
    protein_point_cloud_config protein_graph_config
}

/// Attention over points.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "point_cloud_network")]
#[config(rule(embed_dim % num_heads == 0))]
struct PointCloudNetworkConfig {
    #[config(flatten)]
    base: BaseNetworkConfig,
    #[config(default = 256, min = 1)]
    embed_dim: usize,
    #[config(default = 8, min = 1)]
    num_heads: usize,
    #[config(default = 6, min = 1)]
    num_layers: usize,
    #[config(default = true)]
    use_positional_encoding: bool,
}

/// What geometric models share.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct GeometricConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(default = 0.0, min = 0, max = 1)]
    dropout_rate: f64,
}

/// Point clouds.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct PointCloudConfig {
    #[config(flatten)]
    base: GeometricConfig,
    network: PointCloudNetworkConfig,
    #[config(default = 1024, min = 1)]
    num_points: usize,
    #[config(default = 3, min = 1)]
    point_dim: usize,
    #[config(default = false)]
    use_normals: bool,
    #[config(default = 1024, min = 1)]
    global_features_dim: usize,
}

/// The network of a mesh.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "mesh_network")]
struct MeshNetworkConfig {
    #[config(flatten)]
    base: BaseNetworkConfig,
    #[config(default = 256, min = 1)]
    embed_dim: usize,
    #[config(default = 8, min = 1)]
    num_heads: usize,
    #[config(default = 4, min = 1)]
    num_layers: usize,
    #[config(default = 64, min = 1)]
    edge_features_dim: usize,
}

/// Meshes.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct MeshConfig {
    #[config(flatten)]
    base: GeometricConfig,
    network: MeshNetworkConfig,
    #[config(default = 2048, min = 1)]
    num_vertices: usize,
    #[config(default = 3, min = 1)]
    vertex_dim: usize,
}

/// Convolutions in space.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "voxel_network")]
struct VoxelNetworkConfig {
    #[config(flatten)]
    base: BaseNetworkConfig,
    #[config(default = 64, min = 1)]
    base_channels: usize,
    #[config(default = 4, min = 1)]
    num_layers: usize,
    #[config(default = 3, min = 1)]
    kernel_size: usize,
    #[config(default = true)]
    use_residual: bool,
}

/// How voxels are compared.
#[derive(Debug, PartialEq, ModelConfig)]
enum VoxelLoss {
    Bce,
    Dice,
    Focal,
    Mse,
}

/// Voxels.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct VoxelConfig {
    #[config(flatten)]
    base: GeometricConfig,
    network: VoxelNetworkConfig,
    #[config(default = 32, min = 1)]
    voxel_size: usize,
    #[config(default = 1, min = 1)]
    voxel_dim: usize,
    #[config(default = false)]
    use_sparse: bool,
    #[config(default = "bce")]
    loss_type: VoxelLoss,
    #[config(default = 2.0)]
    focal_gamma: f64,
}

/// How the messages to a node are joined.
#[derive(Debug, PartialEq, ModelConfig)]
enum Aggregation {
    Mean,
    Sum,
    Max,
}

/// Messages between nodes.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "graph_network")]
struct GraphNetworkConfig {
    #[config(flatten)]
    base: BaseNetworkConfig,
    #[config(default = 64, min = 1)]
    node_features_dim: usize,
    #[config(default = 32, min = 1)]
    edge_features_dim: usize,
    #[config(default = 4, min = 1)]
    num_layers: usize,
    #[config(default = 2, min = 1)]
    num_mlp_layers: usize,
    #[config(default = "mean")]
    aggregation: Aggregation,
    #[config(default = true)]
    use_attention: bool,
    #[config(default = true)]
    norm_coordinates: bool,
    #[config(default = true)]
    residual: bool,
}

/// Graphs.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct GraphConfig {
    #[config(flatten)]
    base: GeometricConfig,
    network: GraphNetworkConfig,
    #[config(default = 1024, min = 1)]
    max_nodes: usize,
    #[config(default = 4096, min = 1)]
    max_edges: usize,
    #[config(default = false)]
    directed: bool,
}

/// What each constraint of a protein weighs.
#[derive(Debug, PartialEq, ModelConfig)]
#[allow(clippy::struct_field_names, reason = "the keys of the library's files")]
pub struct ProteinConstraintConfig {
    #[config(default = 1.0, min = 0)]
    backbone_weight: f64,
    #[config(default = 1.0, min = 0)]
    bond_weight: f64,
    #[config(default = 0.5, min = 0)]
    angle_weight: f64,
    #[config(default = 0.3, min = 0)]
    dihedral_weight: f64,
    #[config(default = 0.5, min = 0)]
    phi_weight: f64,
    #[config(default = 0.5, min = 0)]
    psi_weight: f64,
}

/// The residues of a protein, and which of their atoms are the backbone.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rule(all(backbone_indices, v < num_atoms_per_residue)))]
struct ProteinBackbone {
    #[config(default = 10, min = 1)]
    num_residues: usize,
    #[config(default = 4, min = 1)]
    num_atoms_per_residue: usize,
    #[config(default = [0, 1, 2, 3], len(min = 1))]
    backbone_indices: Vec<usize>,
    extensions: Option<ProteinExtensionsConfig>,
}

/// Proteins as point clouds.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct ProteinPointCloudConfig {
    #[config(flatten)]
    base: PointCloudConfig,
    #[config(flatten)]
    backbone: ProteinBackbone,
}

/// Proteins as graphs.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct ProteinGraphConfig {
    #[config(flatten)]
    base: GraphConfig,
    #[config(flatten)]
    backbone: ProteinBackbone,
}

const NETWORK: &str = "name = 'net'\nhidden_dims = [64]\nactivation = 'gelu'";
const MODEL: &str = r#"
name = "model"
network = { name = "net", hidden_dims = [64], activation = "gelu" }
"#;

fn point_cloud_network_config() -> Tally {
    Case::<PointCloudNetworkConfig>::new(NETWORK)
        .requires("name hidden_dims activation")
        .defaults("embed_dim=256; num_heads=8; num_layers=6; use_positional_encoding=true")
        .positive("num_layers")
        .accepts("embed_dim=1; num_heads=1")
        .accepts("embed_dim=12; num_heads=3")
        .rejects("embed_dim=0", "`embed_dim` is 0, below the minimum 1")
        .rejects("num_heads=0", "`num_heads` is 0, below the minimum 1")
        .rejects(
            "num_heads=7",
            "rule `embed_dim % num_heads == 0` of `PointCloudNetworkConfig` does not hold: embed_dim is 256, \
             num_heads is 7",
        )
        .rejects("hidden_dims=[0]", "`hidden_dims[0]` is 0, below the minimum 1")
        .tally()
}

fn geometric_config() -> Tally {
    Case::<GeometricConfig>::new("name = 'model'")
        .requires("name")
        .defaults("dropout_rate=0.0")
        .accepts("dropout_rate=0")
        .accepts("dropout_rate=1")
        .rejects("dropout_rate=-0.01", "`dropout_rate` is -0.01, below the minimum 0")
        .rejects("dropout_rate=1.01", "`dropout_rate` is 1.01, above the maximum 1")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn point_cloud_config() -> Tally {
    Case::<PointCloudConfig>::new(MODEL)
        .requires("name network")
        .defaults("num_points=1024; point_dim=3; use_normals=false; global_features_dim=1024")
        .positive("num_points point_dim global_features_dim")
        .rejects("network=true", "`network` is a boolean, expected a table")
        .rejects(
            "network.type=mesh_network",
            "`type` is \"mesh_network\", but the type of `PointCloudNetworkConfig` is \"point_cloud_network\"",
        )
        .rejects(
            "network.num_heads=7",
            "rule `embed_dim % num_heads == 0` of `PointCloudNetworkConfig` does not hold: embed_dim is 256, \
             num_heads is 7",
        )
        .rejects("dropout_rate=1.01", "`dropout_rate` is 1.01, above the maximum 1")
        .tally()
}

fn mesh_network_config() -> Tally {
    Case::<MeshNetworkConfig>::new(NETWORK)
        .requires("name hidden_dims activation")
        .defaults("embed_dim=256; num_heads=8; num_layers=4; edge_features_dim=64")
        .positive("embed_dim num_heads num_layers edge_features_dim")
        .rejects("hidden_dims=[0]", "`hidden_dims[0]` is 0, below the minimum 1")
        .tally()
}

fn mesh_config() -> Tally {
    Case::<MeshConfig>::new(MODEL)
        .requires("name network")
        .defaults("num_vertices=2048; vertex_dim=3")
        .positive("num_vertices vertex_dim")
        .rejects("network=true", "`network` is a boolean, expected a table")
        .rejects(
            "network.type=voxel_network",
            "`type` is \"voxel_network\", but the type of `MeshNetworkConfig` is \"mesh_network\"",
        )
        .rejects("dropout_rate=1.01", "`dropout_rate` is 1.01, above the maximum 1")
        .tally()
}

fn voxel_network_config() -> Tally {
    Case::<VoxelNetworkConfig>::new(NETWORK)
        .requires("name hidden_dims activation")
        .defaults("base_channels=64; num_layers=4; kernel_size=3; use_residual=true")
        .positive("base_channels num_layers kernel_size")
        .rejects("hidden_dims=[0]", "`hidden_dims[0]` is 0, below the minimum 1")
        .tally()
}

fn voxel_config() -> Tally {
    Case::<VoxelConfig>::new(MODEL)
        .requires("name network")
        .defaults("voxel_size=32; voxel_dim=1; use_sparse=false; loss_type=bce; focal_gamma=2.0")
        .positive("voxel_size voxel_dim")
        .accepts("loss_type=bce")
        .accepts("loss_type=dice")
        .accepts("loss_type=focal")
        .accepts("loss_type=mse")
        .rejects("loss_type=l1", "`loss_type` is \"l1\", expected one of \"bce\", \"dice\", \"focal\", \"mse\"")
        .rejects("network=true", "`network` is a boolean, expected a table")
        .rejects(
            "network.type=graph_network",
            "`type` is \"graph_network\", but the type of `VoxelNetworkConfig` is \"voxel_network\"",
        )
        .rejects("dropout_rate=1.01", "`dropout_rate` is 1.01, above the maximum 1")
        .tally()
}

fn graph_network_config() -> Tally {
    Case::<GraphNetworkConfig>::new(NETWORK)
        .requires("name hidden_dims activation")
        .defaults(
            "node_features_dim=64; edge_features_dim=32; num_layers=4; num_mlp_layers=2; aggregation=mean; \
             use_attention=true; norm_coordinates=true; residual=true",
        )
        .positive("node_features_dim edge_features_dim num_layers num_mlp_layers")
        .accepts("aggregation=mean")
        .accepts("aggregation=sum")
        .accepts("aggregation=max")
        .rejects(
            "aggregation=median",
            "`aggregation` is \"median\", expected one of \"mean\", \"sum\", \"max\"; did you mean \"mean\"?",
        )
        .rejects("hidden_dims=[0]", "`hidden_dims[0]` is 0, below the minimum 1")
        .tally()
}

fn graph_config() -> Tally {
    Case::<GraphConfig>::new(MODEL)
        .requires("name network")
        .defaults("max_nodes=1024; max_edges=4096; directed=false")
        .positive("max_nodes max_edges")
        .rejects("network=true", "`network` is a boolean, expected a table")
        .rejects(
            "network.type=point_cloud_network",
            "`type` is \"point_cloud_network\", but the type of `GraphNetworkConfig` is \"graph_network\"",
        )
        .rejects("dropout_rate=1.01", "`dropout_rate` is 1.01, above the maximum 1")
        .tally()
}

fn protein_constraint_config() -> Tally {
    Case::<ProteinConstraintConfig>::new("")
        .defaults(
            "backbone_weight=1.0; bond_weight=1.0; angle_weight=0.5; dihedral_weight=0.3; phi_weight=0.5; \
             psi_weight=0.5",
        )
        .not_negative("backbone_weight bond_weight angle_weight dihedral_weight phi_weight psi_weight")
        .tally()
}

fn protein_point_cloud_config() -> Tally {
    Case::<ProteinPointCloudConfig>::new(MODEL)
        .requires("name network")
        .defaults("num_residues=10; num_atoms_per_residue=4; backbone_indices=[0, 1, 2, 3]")
        .positive("num_residues")
        .accepts("num_atoms_per_residue=1; backbone_indices=[0]")
        .rejects("num_atoms_per_residue=0", "`num_atoms_per_residue` is 0, below the minimum 1")
        .rejects(
            "num_atoms_per_residue=3",
            "rule `all(backbone_indices, v < num_atoms_per_residue)` of `ProteinPointCloudConfig` does not hold: \
             backbone_indices is [0, 1, 2, 3], backbone_indices[3] is 3, num_atoms_per_residue is 3",
        )
        .accepts("backbone_indices=[3]")
        .rejects("backbone_indices=[]", "`backbone_indices` has 0 elements, expected at least 1")
        .rejects(
            "backbone_indices=[0, 4]",
            "rule `all(backbone_indices, v < num_atoms_per_residue)` of `ProteinPointCloudConfig` does not hold: \
             backbone_indices is [0, 4], backbone_indices[1] is 4, num_atoms_per_residue is 4",
        )
        .accepts("extensions.name=all")
        .rejects("extensions=[]", "`extensions` is a list, expected a table")
        .rejects(
            "extensions.name=all; extensions.type=protein_extension",
            "`type` is \"protein_extension\", but the type of `ProteinExtensionsConfig` is \"protein_extensions\"",
        )
        .rejects("num_points=0", "`num_points` is 0, below the minimum 1")
        .tally()
}

fn protein_graph_config() -> Tally {
    Case::<ProteinGraphConfig>::new(MODEL)
        .requires("name network")
        .defaults("num_residues=10; num_atoms_per_residue=4; backbone_indices=[0, 1, 2, 3]")
        .positive("num_residues")
        .accepts("num_atoms_per_residue=1; backbone_indices=[0]")
        .rejects("num_atoms_per_residue=0", "`num_atoms_per_residue` is 0, below the minimum 1")
        .rejects(
            "num_atoms_per_residue=3",
            "rule `all(backbone_indices, v < num_atoms_per_residue)` of `ProteinGraphConfig` does not hold: \
             backbone_indices is [0, 1, 2, 3], backbone_indices[3] is 3, num_atoms_per_residue is 3",
        )
        .accepts("backbone_indices=[3]")
        .rejects("backbone_indices=[]", "`backbone_indices` has 0 elements, expected at least 1")
        .rejects(
            "backbone_indices=[0, 4]",
            "rule `all(backbone_indices, v < num_atoms_per_residue)` of `ProteinGraphConfig` does not hold: \
             backbone_indices is [0, 4], backbone_indices[1] is 4, num_atoms_per_residue is 4",
        )
        .accepts("extensions.name=all")
        .rejects("extensions=[]", "`extensions` is a list, expected a table")
        .rejects(
            "extensions.name=all; extensions.type=protein_extension",
            "`type` is \"protein_extension\", but the type of `ProteinExtensionsConfig` is \"protein_extensions\"",
        )
        .rejects("max_nodes=0", "`max_nodes` is 0, below the minimum 1")
        .tally()
}
