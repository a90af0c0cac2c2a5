//! Which device computes: by name, or the best one that works.

use std::cell::Cell;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::Once;

use burn::tensor::{DType, Device, Tensor};

/// A kind of devices that this build has code for.
struct Kind {
    /// What names of its devices begin with.
    name: &'static str,
    backend: &'static str,
    /// The devices of that kind in this machine. May panic where a driver is missing.
    devices: fn() -> Vec<Device>,
    /// Threads that it computes with.
    threads: fn() -> Option<usize>,
    /// Its memory.
    memory: fn() -> Option<Memory>,
}

/// What this build has, best first.
const KINDS: &[Kind] = &[
    #[cfg(feature = "cuda")]
    gpu("cuda", "cubecl-cuda", || Device::enumerate(burn::tensor::DeviceType::Cuda).into_iter().collect()),
    #[cfg(feature = "rocm")]
    gpu("rocm", "cubecl-hip", || Device::enumerate(burn::tensor::DeviceType::Rocm).into_iter().collect()),
    #[cfg(feature = "metal")]
    gpu("metal", "cubecl-wgpu (MSL)", || Device::enumerate(burn::tensor::DeviceType::Metal).into_iter().collect()),
    #[cfg(feature = "vulkan")]
    gpu("vulkan", "cubecl-wgpu (SPIR-V)", || Device::enumerate(burn::tensor::DeviceType::Vulkan).into_iter().collect()),
    #[cfg(feature = "wgpu")]
    gpu("wgpu", "cubecl-wgpu (WGSL)", || Device::enumerate(burn::tensor::DeviceType::Wgpu).into_iter().collect()),
    #[cfg(feature = "flex")]
    Kind {
        name: CPU,
        backend: "flex",
        devices: || vec![Device::flex()],
        threads: || Some(rayon::current_num_threads()),
        memory: main_memory,
    },
];

/// The kind with a single device, which needs no number.
const CPU: &str = "cpu";

/// A kind of GPUs. burn does not tell how much memory they have.
#[cfg(feature = "cubecl")]
const fn gpu(name: &'static str, backend: &'static str, devices: fn() -> Vec<Device>) -> Kind {
    Kind { name, backend, devices, threads: || None, memory: || None }
}

/// Kinds of devices that burn can have, so that a name of one without code here gets the right message.
const KNOWN: [&str; 8] = [CPU, "cuda", "rocm", "vulkan", "wgpu", "webgpu", "metal", "remote"];

/// Floating-point types, widest first.
const FLOAT_TYPES: [(DType, &str); 4] =
    [(DType::F64, "f64"), (DType::F32, "f32"), (DType::BF16, "bf16"), (DType::F16, "f16")];

/// A device of this machine that this build has code for.
struct Candidate<'a> {
    name: String,
    kind: &'a Kind,
    device: Device,
}

impl Kind {
    /// Its devices, or why they could not be listed.
    fn candidates(&self) -> Result<Vec<Candidate<'_>>, String> {
        let devices = quietly(self.devices)?;
        let named = devices.into_iter().enumerate().map(|(index, device)| {
            let name = if self.name == CPU { CPU.to_owned() } else { format!("{}:{index}", self.name) };
            Candidate { name, kind: self, device }
        });
        Ok(named.collect())
    }
}

thread_local! {
    /// Whether panics of this thread are caught, and their messages passed on by [`quietly`].
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// What a call to a driver gives, or its panic's message: drivers that are missing or broken panic in burn, and the message is
/// ours to show.
fn quietly<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                others(panic);
            }
        }));
    });
    let before = QUIET.replace(true);
    let result = std::panic::catch_unwind(AssertUnwindSafe(call));
    QUIET.set(before);
    result.map_err(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
            .unwrap_or_else(|| "its driver failed".to_owned())
    })
}

/// Why there is no device of that name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeviceError {
    /// The name is a device's, but this build has no code for it.
    #[error("device `{name}` is not compiled in; this build has: {}", listed(available))]
    NotCompiled {
        /// The name asked for.
        name: String,
        /// The names that would work.
        available: Vec<&'static str>,
    },
    /// No device has that name.
    #[error("`{name}` is not the name of a device; write `auto` or one of those this build has: {}", listed(available))]
    Unknown {
        /// The name asked for.
        name: String,
        /// The names that would work.
        available: Vec<&'static str>,
    },
    /// The device did not compute the test operation correctly.
    #[error("device `{name}` does not work: {reason}; choose another one (`artifex devices` lists them)")]
    Broken {
        /// The device's name.
        name: String,
        /// What went wrong.
        reason: String,
    },
    /// There are no devices of that kind in this machine, or none of that number.
    #[error("there is no device `{name}`: {reason}; choose another one (`artifex devices` lists them)")]
    Missing {
        /// The name asked for.
        name: String,
        /// What there is.
        reason: String,
    },
    /// `auto` found no device that works.
    #[error("no device works: {}", if reasons.is_empty() { "this build has none, build it with feature `flex`" } else { reasons })]
    NoneWorks {
        /// The devices that were tried and what went wrong with each; empty where none is compiled in.
        reasons: String,
    },
}

/// A list of names for a message.
fn listed(names: &[&str]) -> String {
    if names.is_empty() { "none (build it with feature `flex`)".to_owned() } else { names.join(", ") }
}

/// A device that was tried and works.
#[derive(Clone, Debug)]
pub struct ChosenDevice {
    /// The device, without automatic differentiation.
    pub device: Device,
    /// Its name, as in [`DeviceInfo::name`].
    pub name: String,
    /// Why this one, for the log: "asked for by name" or what `auto` found.
    pub reason: String,
    /// Its memory; absent where the system does not tell.
    pub memory: Option<Memory>,
}

impl fmt::Display for ChosenDevice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.reason)
    }
}

/// What a device is and can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceInfo {
    /// The name to write in a config or on the command line.
    pub name: String,
    /// The burn backend that computes.
    pub backend: &'static str,
    /// What the hardware calls itself; absent for the CPU.
    pub hardware: Option<String>,
    /// Whether it is a GPU's driver that computes on the CPU. `auto` does not take it.
    pub software: bool,
    /// The floating-point types it computes with, widest first.
    pub float_types: Vec<&'static str>,
    /// Threads it computes with; absent where that is no number of threads.
    pub threads: Option<usize>,
    /// Its memory; absent where the system does not tell.
    pub memory: Option<Memory>,
}

/// Memory in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// All of it, as far as this process may use it.
    pub total: u64,
    /// Room on a disk that can stand in for it.
    pub swap: u64,
    /// What can be allocated now without swapping.
    pub available: u64,
}

impl fmt::Display for DeviceInfo {
    /// One line of `artifex devices`; names and backends are padded so that lines align.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<8} {:<8} {}", self.name, self.backend, self.float_types.join(" "))?;
        if let Some(hardware) = &self.hardware {
            write!(f, ", {hardware}")?;
        }
        if self.software {
            write!(f, " (software: `auto` does not take it)")?;
        }
        if let Some(threads) = self.threads {
            write!(f, ", {threads} thread{}", if threads == 1 { "" } else { "s" })?;
        }
        if let Some(memory) = self.memory {
            write!(f, ", {} memory ({} available)", gibibytes(memory.total), gibibytes(memory.available))?;
        }
        Ok(())
    }
}

/// Bytes as "1.5 GiB".
#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn gibibytes(bytes: u64) -> String {
    format!("{:.1} GiB", bytes as f64 / f64::from(1u32 << 30))
}

/// The CPU, without asking whether it works: it always does.
#[cfg(feature = "flex")]
#[must_use]
pub fn cpu() -> Device {
    Device::flex()
}

/// The device of that name, after it has given a right result. `auto` is the first of [`list`] that does and is no software
/// driver; a kind without a number is its first device.
///
/// # Errors
/// If no device has the name, this build has no code for it, or it (for `auto`, every one) does not work.
pub fn choose(name: &str) -> Result<ChosenDevice, DeviceError> {
    if name == "auto" {
        return choose_from(KINDS, works);
    }
    let available: Vec<_> = KINDS.iter().map(|kind| kind.name).collect();
    let (kind_name, number) = match name.split_once(':') {
        Some((kind, number)) => (kind, Some(number)),
        None => (name, None),
    };
    let kind = KINDS.iter().find(|kind| kind.name == kind_name && (kind.name != CPU || number.is_none()));
    let Some((kind, index)) = kind.zip(number.map_or(Some(0), |number| number.parse::<usize>().ok())) else {
        let name = name.to_owned();
        return Err(if KNOWN.contains(&kind_name) && !available.contains(&kind_name) {
            DeviceError::NotCompiled { name, available }
        } else {
            DeviceError::Unknown { name, available }
        });
    };
    let missing = |reason| DeviceError::Missing { name: name.to_owned(), reason };
    let mut candidates = kind.candidates().map_err(missing)?;
    let count = candidates.len();
    if index >= count {
        let found =
            if count == 0 { "none was found".to_owned() } else { format!("they are numbered 0 to {}", count - 1) };
        return Err(missing(format!("of the devices of kind `{}` {found}", kind.name)));
    }
    let candidate = candidates.swap_remove(index);
    works(&candidate.device).map_err(|reason| DeviceError::Broken { name: candidate.name.clone(), reason })?;
    Ok(chosen(candidate, "asked for by name".to_owned()))
}

fn chosen(candidate: Candidate<'_>, reason: String) -> ChosenDevice {
    let memory = (candidate.kind.memory)();
    ChosenDevice { device: candidate.device, name: candidate.name, reason, memory }
}

/// The first device that works and is no software driver, with what was wrong with those before it.
fn choose_from(kinds: &[Kind], works: impl Fn(&Device) -> Result<(), String>) -> Result<ChosenDevice, DeviceError> {
    let mut passed_over = Vec::new();
    for kind in kinds {
        let candidates = match kind.candidates() {
            Ok(candidates) => candidates,
            Err(reason) => {
                passed_over.push(format!("{}: {reason}", kind.name));
                continue;
            }
        };
        if candidates.is_empty() {
            passed_over.push(format!("{}: there is none", kind.name));
        }
        for candidate in candidates {
            let verdict = if is_software(&candidate.device) {
                Err("a software driver, slower than `cpu`".to_owned())
            } else {
                works(&candidate.device)
            };
            match verdict {
                Ok(()) => {
                    let reason = match (kinds.len(), passed_over.is_empty()) {
                        (1, _) => "the only device of this build".to_owned(),
                        (_, true) => "the best device of this build".to_owned(),
                        (_, false) => format!("the best device that works; {}", passed_over.join("; ")),
                    };
                    return Ok(chosen(candidate, reason));
                }
                Err(reason) => passed_over.push(format!("{}: {reason}", candidate.name)),
            }
        }
    }
    Err(DeviceError::NoneWorks { reasons: passed_over.join("; ") })
}

/// Whether a GPU's driver computes on the CPU.
#[cfg(feature = "cubecl")]
pub(crate) fn is_software(device: &Device) -> bool {
    quietly(|| device.identity()).ok().flatten().is_some_and(|identity| identity.physical.is_none())
}

/// Only GPUs have such drivers.
#[cfg(not(feature = "cubecl"))]
pub(crate) const fn is_software(_: &Device) -> bool {
    false
}

/// What the hardware calls itself.
#[cfg(feature = "cubecl")]
fn hardware(device: &Device) -> Option<String> {
    quietly(|| device.identity()).ok().flatten().map(|identity| identity.name)
}

/// The CPU has no name here.
#[cfg(not(feature = "cubecl"))]
const fn hardware(_: &Device) -> Option<String> {
    None
}

/// Computes a small product of matrices, of whole numbers so that every device must give the same.
fn works(device: &Device) -> Result<(), String> {
    quietly(|| {
        let a = Tensor::<2>::from_data([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], device);
        let b = Tensor::<2>::from_data([[1.0, 0.0], [-2.0, 1.0], [0.0, 3.0]], device);
        let data = (a.matmul(b) + 1.0).try_into_data().map_err(|error| error.to_string())?;
        let values: Vec<f32> = data.try_to_vec_as().map_err(|error| error.to_string())?;
        let expected = [-2.0, 12.0, -5.0, 24.0];
        if values == expected {
            Ok(())
        } else {
            Err(format!("a test product is {values:?} where {expected:?} is right"))
        }
    })?
}

/// The devices of this machine that this build has code for, best first, with what they can do.
#[must_use]
pub fn list() -> Vec<DeviceInfo> {
    let candidates = KINDS.iter().filter_map(|kind| kind.candidates().ok()).flatten();
    let described = candidates.filter_map(|Candidate { name, kind, device }| {
        let supported = || FLOAT_TYPES.iter().filter(|(dtype, _)| device.supports_dtype(*dtype));
        Some(DeviceInfo {
            name,
            backend: kind.backend,
            hardware: hardware(&device),
            software: is_software(&device),
            float_types: quietly(|| supported().map(|(_, name)| *name).collect()).ok()?,
            threads: (kind.threads)(),
            memory: (kind.memory)(),
        })
    });
    described.collect()
}

/// The machine's memory, or what a control group lets this process have of it: a container's limit.
#[cfg(feature = "flex")]
fn main_memory() -> Option<Memory> {
    if !sysinfo::IS_SUPPORTED_SYSTEM {
        return None;
    }
    let all = sysinfo::MemoryRefreshKind::everything();
    let system = sysinfo::System::new_with_specifics(sysinfo::RefreshKind::nothing().with_memory(all));
    let (mut total, mut available) = (system.total_memory(), system.available_memory());
    if let Some(limits) = system.cgroup_limits() {
        (total, available) = (total.min(limits.total_memory), available.min(limits.free_memory));
    }
    // Where the system does not tell, it says 0.
    (total > 0).then_some(Memory { total, swap: system.total_swap(), available })
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;

    #[test]
    fn cpu_opens_a_working_device_and_says_why() {
        let cpu = choose("cpu").unwrap();
        assert_eq!(cpu.device, Device::flex());
        assert_eq!(cpu.to_string(), "cpu (asked for by name)");
    }

    #[cfg(not(feature = "cubecl"))]
    #[test]
    fn auto_is_the_only_device_of_this_build() {
        let auto = choose("auto").unwrap();
        assert_eq!(auto.device, Device::flex());
        assert_eq!(auto.to_string(), "cpu (the only device of this build)");
    }

    #[cfg(not(feature = "cubecl"))]
    #[test]
    fn other_names_are_refused_with_what_there_is() {
        let message = |name| choose(name).unwrap_err().to_string();
        assert_eq!(message("cuda:0"), "device `cuda:0` is not compiled in; this build has: cpu");
        assert_eq!(
            message("gpu"),
            "`gpu` is not the name of a device; write `auto` or one of those this build has: cpu"
        );
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for name in ["", "CPU", "cpu ", "cpu:1", "cpu:0", "auto:1"] {
            assert!(matches!(choose(name), Err(DeviceError::Unknown { .. })), "{name}");
        }
    }

    /// Two kinds of devices, with one device each.
    fn two_kinds() -> [Kind; 2] {
        ["first", "second"].map(|name| Kind {
            name,
            backend: "flex",
            devices: || vec![Device::flex()],
            threads: || None,
            memory: || None,
        })
    }

    #[test]
    fn auto_passes_over_broken_devices_and_reports_them() {
        let calls = Cell::new(0);
        let first_is_broken = |_: &Device| {
            calls.set(calls.get() + 1);
            if calls.get() == 1 { Err("no driver".to_owned()) } else { Ok(()) }
        };
        let chosen = choose_from(&two_kinds(), first_is_broken).unwrap();
        assert_eq!(chosen.to_string(), "second:0 (the best device that works; first:0: no driver)");
        let error = choose_from(&two_kinds(), |_| Err("no driver".to_owned())).unwrap_err();
        assert_eq!(error.to_string(), "no device works: first:0: no driver; second:0: no driver");
        let error = choose_from(&[], works).unwrap_err();
        assert_eq!(error.to_string(), "no device works: this build has none, build it with feature `flex`");
    }

    #[test]
    fn a_driver_that_panics_is_passed_over() {
        let mut kinds = two_kinds();
        kinds[0].devices = || panic!("libcuda.so is missing");
        let chosen = choose_from(&kinds, works).unwrap();
        assert_eq!(chosen.to_string(), "second:0 (the best device that works; first: libcuda.so is missing)");
        kinds[0].devices = Vec::new;
        let chosen = choose_from(&kinds, works).unwrap();
        assert_eq!(chosen.to_string(), "second:0 (the best device that works; first: there is none)");
    }

    #[test]
    fn the_list_tells_what_the_processor_can_do() {
        let list = list();
        let cpu = list.last().unwrap();
        assert_eq!((cpu.name.as_str(), cpu.backend, cpu.software), ("cpu", "flex", false));
        assert_eq!(cpu.float_types, ["f64", "f32", "bf16", "f16"]);
        assert!(cpu.threads.unwrap() >= 1);
        if cfg!(target_os = "linux") {
            let memory = cpu.memory.unwrap();
            assert!(memory.available > 0 && memory.available <= memory.total, "{memory:?}");
        }
    }

    /// Software Vulkan is listed, opens by name, and `auto` prefers the CPU itself.
    #[cfg(feature = "wgpu")]
    #[test]
    fn gpus_have_numbers_and_software_is_no_gpu() {
        let list = list();
        let gpu = &list[0];
        assert!(gpu.name.ends_with(":0") && gpu.hardware.is_some(), "{gpu:?}");
        let chosen = choose(&gpu.name).unwrap();
        assert_eq!(chosen.name, gpu.name);
        let kind = gpu.name.trim_end_matches(":0");
        assert_eq!(choose(kind).unwrap().device, chosen.device);
        let error = choose(&format!("{kind}:99")).unwrap_err().to_string();
        assert!(
            error.starts_with(&format!(
                "there is no device `{kind}:99`: of the devices of kind `{kind}` they are numbered 0 to "
            )),
            "{error}"
        );
        if list.iter().all(|device| device.software || device.name == "cpu") {
            let auto = choose("auto").unwrap();
            assert_eq!(auto.name, "cpu");
            assert!(auto.reason.contains("a software driver, slower than `cpu`"), "{}", auto.reason);
        }
    }

    #[test]
    fn information_is_one_line() {
        let memory = Some(Memory { total: 3 << 30, swap: 0, available: 3 << 29 });
        let mut info = DeviceInfo {
            name: "cpu".to_owned(),
            backend: "flex",
            hardware: None,
            software: false,
            float_types: vec!["f64", "f32"],
            threads: Some(1),
            memory,
        };
        assert_eq!(info.to_string(), "cpu      flex     f64 f32, 1 thread, 3.0 GiB memory (1.5 GiB available)");
        (info.threads, info.memory) = (None, None);
        assert_eq!(info.to_string(), "cpu      flex     f64 f32");
        (info.hardware, info.software) = (Some("llvmpipe".to_owned()), true);
        assert_eq!(info.to_string(), "cpu      flex     f64 f32, llvmpipe (software: `auto` does not take it)");
    }
}
