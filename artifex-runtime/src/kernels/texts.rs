//! The kernels as texts: what cubecl makes of them in WGSL and in CUDA C++, held to the letter in `tests/golden/kernels`.
//!
//! A change of a kernel, or of cubecl, shows here as a change of text before it meets a device. Every WGSL is also given to naga's
//! validator, and the CUDA C++ that no other test reaches is run on the host by [`emulator`](super::emulator).

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use cubecl::Compiler;
use cubecl::ir::features::{Features, MmaConfig};
use cubecl::ir::{
    AddressType, DeviceIdentity, DeviceProperties, ElemType, FloatKind, HardwareProperties, MemoryDeviceProperties,
    VectorSize,
};
use cubecl::prelude::*;
use cubecl::wgpu::WgslCompiler;
use cubecl_cpp::shared::{CompilationOptions, CppCompiler, CppSupportedFeatures};
use cubecl_cpp::target::Cuda;

/// What every kernel's constructor begins with.
pub(crate) struct Start {
    pub settings: KernelSettings,
    pub device: Arc<DeviceProperties>,
    pub target: Arc<TargetProperties>,
}

/// A device that can do what any device can, and multiply f16 and bf16 by tensor cores.
pub(crate) fn start(units: u32) -> Start {
    let mut features = Features::default();
    for kind in [FloatKind::F16, FloatKind::BF16] {
        let (half, wide) = (ElemType::Float(kind), ElemType::Float(FloatKind::F32));
        features.matmul.cmma.insert(MmaConfig { a_type: half, b_type: half, cd_type: wide, m: 16, n: 16, k: 16 });
    }
    let device = DeviceProperties::new(
        features,
        MemoryDeviceProperties::new(u64::MAX, 256),
        HardwareProperties {
            load_width: 128,
            vector_register_count: None,
            plane_size_min: 32,
            plane_size_max: 32,
            max_bindings: 32,
            max_shared_memory_size: 48 * 1024,
            max_cube_count: (u32::MAX, u16::MAX.into(), u16::MAX.into()),
            max_units_per_cube: 1024,
            max_cube_dim: (1024, 1024, 64),
            num_streaming_multiprocessors: None,
            num_tensor_cores: None,
            min_tensor_cores_dim: None,
            num_cpu_cores: None,
            last_level_cache_size: None,
            max_vector_size: VectorSize::MAX,
            cube_mma_reserved_shared_memory: 0,
        },
        cubecl::profile::TimingMethod::Device,
        DeviceIdentity { name: "text".into(), fingerprint: "text".into(), physical: None },
    );
    Start {
        settings: KernelSettings::new(*CubeDim::new_1d(units), ExecutionMode::Checked, AddressType::U32),
        device: Arc::new(device),
        target: Arc::new(TargetProperties::default()),
    }
}

/// A buffer as an argument.
pub(crate) fn buffer() -> BufferCompilationArg {
    BufferCompilationArg { inplace: None }
}

/// An optional buffer that is there.
pub(crate) fn given<T: LaunchArg<CompilationArg = BufferCompilationArg>>() -> ComptimeOptionCompilationArg<T> {
    ComptimeOptionCompilationArg::Some(buffer())
}

/// An optional buffer that is not there.
pub(crate) fn absent<T: LaunchArg<CompilationArg = BufferCompilationArg>>() -> ComptimeOptionCompilationArg<T> {
    ComptimeOptionCompilationArg::None
}

/// The kernel in WGSL, for a device with or without integers of 64 bits.
fn wgsl(kernel: &impl CubeKernel, supports_u64: bool) -> String {
    let options = cubecl::WgpuCompilationOptions { supports_u64, ..Default::default() };
    let definition = define_kernel(kernel).expect("the kernel expands");
    WgslCompiler.compile(definition, &options).expect("the kernel is WGSL").to_string()
}

/// The kernel in CUDA C++, as cubecl's CUDA runtime compiles it for a recent GPU.
pub(crate) fn cuda(kernel: &impl CubeKernel) -> String {
    let options = CompilationOptions {
        supports_features: CppSupportedFeatures {
            grid_constants: true,
            fast_math: true,
            fast_tanh: true,
            dp4a: true,
            ..Default::default()
        },
        ..Default::default()
    };
    let definition = define_kernel(kernel).expect("the kernel expands");
    CppCompiler::<Cuda>::default().compile(definition, &options).expect("the kernel is CUDA C++").source
}

/// A text without what differs between two builds of the same kernel: the hash in the entry's name, and numbers of values that
/// count all kernels before it.
fn settled(text: &str) -> String {
    let mut settled = String::with_capacity(text.len());
    let mut numbers = HashMap::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '_') {
        settled.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let word = &rest[..end];
        rest = &rest[end..];
        match word.rsplit_once('_') {
            Some((name, hash)) if hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
                settled.push_str(name);
            }
            _ => {
                let digits = word.trim_start_matches(|c: char| !c.is_ascii_digit());
                let letters = &word[..word.len() - digits.len()];
                if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) && letters.starts_with('v') {
                    let next = numbers.len();
                    let number = numbers.entry(word.to_owned()).or_insert(next);
                    write!(settled, "{letters}{number}").expect("writing to a string");
                } else {
                    settled.push_str(word);
                }
            }
        }
    }
    settled + rest
}

/// Compares with `tests/golden/kernels/<name>`; `UPDATE_EXPECT=1 cargo test` blesses.
fn compare(name: &str, found: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/kernels").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(path.parent().expect("a file in a folder")).expect("the folder can be made");
        std::fs::write(&path, found).expect("the text can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{name} differs; UPDATE_EXPECT=1 blesses this:\n{found}");
}

/// Holds a kernel's texts. `kernel` makes it for cubes of so many units.
pub(crate) fn hold<K: CubeKernel>(name: &str, units: u32, kernel: impl Fn(Start) -> K) {
    let [with, without] = [true, false].map(|supports_u64| {
        let text = wgsl(&kernel(start(units)), supports_u64);
        validate(name, &text);
        settled(&text)
    });
    compare(&format!("{name}.wgsl"), &with);
    if without != with {
        compare(&format!("{name}.no-u64.wgsl"), &without);
    }
    hold_cuda(name, units, kernel);
}

/// Holds the text in CUDA C++ of a kernel that WGSL has no words for.
pub(crate) fn hold_cuda<K: CubeKernel>(name: &str, units: u32, kernel: impl Fn(Start) -> K) {
    compare(&format!("{name}.cu"), &settled(&cuda(&kernel(start(units)))));
}

/// What a device's compiler would say.
fn validate(name: &str, text: &str) {
    let module =
        naga::front::wgsl::parse_str(text).unwrap_or_else(|error| panic!("{name}: {}", error.emit_to_string(text)));
    let capabilities = naga::valid::Capabilities::SHADER_INT64;
    naga::valid::Validator::new(naga::valid::ValidationFlags::all(), capabilities)
        .validate(&module)
        .unwrap_or_else(|error| panic!("{name}: {}", error.emit_to_string(text)));
}
