//! Training on several machines.

use crate::case::{Case, Tally};
use crate::foundations::BaseConfig;
use artifex::ModelConfig;

classes! { distributed_config }

/// How processes talk.
#[derive(Debug, PartialEq, ModelConfig)]
enum Backend {
    Nccl,
    Gloo,
    Mpi,
}

/// The numbers of a fast step.
#[derive(Debug, PartialEq, ModelConfig)]
enum MixedPrecision {
    No,
    Fp16,
    Bf16,
}

/// Training by several processes.
#[derive(Debug, PartialEq, ModelConfig)]
#[allow(clippy::struct_excessive_bools, reason = "the keys of the library's files")]
#[config(
    rule(rank < world_size),
    rule(local_rank < num_processes_per_node),
    rule(world_size == num_nodes * num_processes_per_node),
    rule(
        world_size % (tensor_parallel_size * pipeline_parallel_size) == 0,
        "each copy of the model is on as many processes"
    ),
    rule(prod(mesh_shape) == world_size),
    rule(when(is_set(mesh_axis_names), is_set(mesh_shape)), "the axes are those of the mesh"),
    rule(len(mesh_axis_names) == len(mesh_shape))
)]
struct DistributedConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(default = false)]
    enabled: bool,
    #[config(default = "nccl")]
    backend: Backend,
    #[config(default = 1, min = 1)]
    world_size: usize,
    #[config(default = 0, min = 0)]
    rank: i64,
    #[config(default = 0, min = 0)]
    local_rank: i64,
    #[config(default = 1, min = 1)]
    num_nodes: usize,
    #[config(default = 1, min = 1)]
    num_processes_per_node: usize,
    #[config(default = "localhost")]
    master_addr: String,
    #[config(default = 29500, min = 1024, max = 65535)]
    master_port: u32,
    #[config(default = 1, min = 1)]
    tensor_parallel_size: usize,
    #[config(default = 1, min = 1)]
    pipeline_parallel_size: usize,
    #[config(each(min = 1))]
    mesh_shape: Option<Vec<usize>>,
    mesh_axis_names: Option<Vec<String>>,
    #[config(default = false)]
    find_unused_parameters: bool,
    #[config(default = true)]
    gradient_as_bucket_view: bool,
    #[config(default = true)]
    broadcast_buffers: bool,
    #[config(default = "no")]
    mixed_precision: MixedPrecision,
}

fn distributed_config() -> Tally {
    Case::<DistributedConfig>::new("name = 'distributed'")
        .requires("name")
        .defaults(
            "enabled=false; backend=nccl; world_size=1; rank=0; local_rank=0; num_nodes=1; num_processes_per_node=1; \
             master_addr=localhost; master_port=29500; tensor_parallel_size=1; pipeline_parallel_size=1; \
             find_unused_parameters=false; gradient_as_bucket_view=true; broadcast_buffers=true; mixed_precision=no",
        )
        .and("name = 'distributed'\nworld_size = 8\nnum_nodes = 2\nnum_processes_per_node = 4")
        .accepts("world_size=1; num_nodes=1; num_processes_per_node=1")
        .rejects("world_size=0", "`world_size` is 0, below the minimum 1")
        .rejects(
            "world_size=9",
            "rule `world_size == num_nodes * num_processes_per_node` of `DistributedConfig` does not hold: world_size \
             is 9, num_nodes is 2, num_processes_per_node is 4",
        )
        .accepts("rank=7")
        .rejects("rank=-1", "`rank` is -1, below the minimum 0")
        .rejects("rank=8", "rule `rank < world_size` of `DistributedConfig` does not hold: rank is 8, world_size is 8")
        .accepts("local_rank=3")
        .rejects("local_rank=-1", "`local_rank` is -1, below the minimum 0")
        .rejects(
            "local_rank=4",
            "rule `local_rank < num_processes_per_node` of `DistributedConfig` does not hold: local_rank is 4, \
             num_processes_per_node is 4",
        )
        .accepts("backend=nccl")
        .accepts("backend=gloo")
        .accepts("backend=mpi")
        .rejects("backend=ucx", "`backend` is \"ucx\", expected one of \"nccl\", \"gloo\", \"mpi\"")
        .accepts("mixed_precision=no")
        .accepts("mixed_precision=fp16")
        .accepts("mixed_precision=bf16")
        .rejects("mixed_precision=fp8", "`mixed_precision` is \"fp8\", expected one of \"no\", \"fp16\", \"bf16\"")
        .accepts("master_port=1024")
        .accepts("master_port=65535")
        .rejects("master_port=1023", "`master_port` is 1023, below the minimum 1024")
        .rejects("master_port=65536", "`master_port` is 65536, above the maximum 65535")
        .accepts("tensor_parallel_size=4; pipeline_parallel_size=2")
        .accepts("tensor_parallel_size=2")
        .rejects("tensor_parallel_size=0", "`tensor_parallel_size` is 0, below the minimum 1")
        .rejects(
            "tensor_parallel_size=16",
            "each copy of the model is on as many processes (rule `world_size % (tensor_parallel_size * \
             pipeline_parallel_size) == 0` of `DistributedConfig` does not hold: world_size is 8, \
             tensor_parallel_size is 16, pipeline_parallel_size is 1)",
        )
        .rejects(
            "tensor_parallel_size=4; pipeline_parallel_size=4",
            "each copy of the model is on as many processes (rule `world_size % (tensor_parallel_size * \
             pipeline_parallel_size) == 0` of `DistributedConfig` does not hold: world_size is 8, \
             tensor_parallel_size is 4, pipeline_parallel_size is 4)",
        )
        .rejects(
            "tensor_parallel_size=3",
            "each copy of the model is on as many processes (rule `world_size % (tensor_parallel_size * \
             pipeline_parallel_size) == 0` of `DistributedConfig` does not hold: world_size is 8, \
             tensor_parallel_size is 3, pipeline_parallel_size is 1)",
        )
        .accepts("mesh_shape=[8]")
        .accepts("mesh_shape=[4, 2]; mesh_axis_names=['data', 'tensor']")
        .rejects(
            "mesh_shape=[4, 4]",
            "rule `prod(mesh_shape) == world_size` of `DistributedConfig` does not hold: mesh_shape is [4, 4], \
             world_size is 8",
        )
        .rejects(
            "mesh_shape=[4, 2]; mesh_axis_names=['data']",
            "rule `len(mesh_axis_names) == len(mesh_shape)` of `DistributedConfig` does not hold: mesh_axis_names is \
             [\"data\"], mesh_shape is [4, 2]",
        )
        .rejects("num_nodes=0", "`num_nodes` is 0, below the minimum 1")
        .rejects(
            "num_nodes=3",
            "rule `world_size == num_nodes * num_processes_per_node` of `DistributedConfig` does not hold: world_size \
             is 8, num_nodes is 3, num_processes_per_node is 4",
        )
        .rejects("num_processes_per_node=0", "`num_processes_per_node` is 0, below the minimum 1")
        .rejects("pipeline_parallel_size=0", "`pipeline_parallel_size` is 0, below the minimum 1")
        .rejects(
            "mesh_axis_names=['data']",
            "the axes are those of the mesh (rule `when(is_set(mesh_axis_names), is_set(mesh_shape))` of \
             `DistributedConfig` does not hold: mesh_axis_names is [\"data\"], mesh_shape is not set)",
        )
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}
