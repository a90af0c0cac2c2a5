//! Which device computes: by name, or the best one that works.

use std::fmt;

use burn::tensor::{DType, Device, Tensor};

/// A device this build has code for.
struct Candidate {
    name: &'static str,
    backend: &'static str,
    device: fn() -> Device,
    threads: fn() -> Option<usize>,
    memory: fn() -> Option<Memory>,
}

/// What this build has, best first.
const CANDIDATES: &[Candidate] = &[
    #[cfg(feature = "flex")]
    Candidate {
        name: "cpu",
        backend: "flex",
        device: Device::flex,
        threads: || Some(rayon::current_num_threads()),
        memory: main_memory,
    },
];

/// Kinds of devices that burn can have, so that a name of one without code here gets the right message.
const KINDS: [&str; 8] = ["cpu", "cuda", "rocm", "vulkan", "wgpu", "webgpu", "metal", "remote"];

/// Floating-point types, widest first.
const FLOAT_TYPES: [(DType, &str); 4] =
    [(DType::F64, "f64"), (DType::F32, "f32"), (DType::BF16, "bf16"), (DType::F16, "f16")];

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
        name: &'static str,
        /// What went wrong.
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
    pub name: &'static str,
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
    pub name: &'static str,
    /// The burn backend that computes.
    pub backend: &'static str,
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

/// The device of that name, after it has given a right result. `auto` is the first of [`list`] that does.
///
/// # Errors
/// If no device has the name, this build has no code for it, or it (for `auto`, every one) does not work.
pub fn choose(name: &str) -> Result<ChosenDevice, DeviceError> {
    if name == "auto" {
        return choose_from(CANDIDATES, works);
    }
    let Some(candidate) = CANDIDATES.iter().find(|candidate| candidate.name == name) else {
        let available: Vec<_> = CANDIDATES.iter().map(|candidate| candidate.name).collect();
        let kind = name.split_once(':').map_or(name, |(kind, _)| kind);
        let name = name.to_owned();
        return Err(if KINDS.contains(&kind) && !available.contains(&kind) {
            DeviceError::NotCompiled { name, available }
        } else {
            DeviceError::Unknown { name, available }
        });
    };
    let device = (candidate.device)();
    works(&device).map_err(|reason| DeviceError::Broken { name: candidate.name, reason })?;
    let memory = (candidate.memory)();
    Ok(ChosenDevice { device, name: candidate.name, reason: "asked for by name".to_owned(), memory })
}

/// The first device that works, with what was wrong with those before it.
fn choose_from(
    candidates: &[Candidate],
    works: impl Fn(&Device) -> Result<(), String>,
) -> Result<ChosenDevice, DeviceError> {
    let mut broken = Vec::new();
    for candidate in candidates {
        let device = (candidate.device)();
        match works(&device) {
            Ok(()) => {
                let reason = match (candidates.len(), broken.is_empty()) {
                    (1, _) => "the only device of this build".to_owned(),
                    (_, true) => "the best device of this build".to_owned(),
                    (_, false) => format!("the best device that works; {}", broken.join("; ")),
                };
                return Ok(ChosenDevice { device, name: candidate.name, reason, memory: (candidate.memory)() });
            }
            Err(reason) => broken.push(format!("{}: {reason}", candidate.name)),
        }
    }
    Err(DeviceError::NoneWorks { reasons: broken.join("; ") })
}

/// Computes a small product of matrices, of whole numbers so that every device must give the same.
fn works(device: &Device) -> Result<(), String> {
    let a = Tensor::<2>::from_data([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], device);
    let b = Tensor::<2>::from_data([[1.0, 0.0], [-2.0, 1.0], [0.0, 3.0]], device);
    let data = (a.matmul(b) + 1.0).try_into_data().map_err(|error| error.to_string())?;
    let values: Vec<f32> = data.try_to_vec_as().map_err(|error| error.to_string())?;
    let expected = [-2.0, 12.0, -5.0, 24.0];
    if values == expected { Ok(()) } else { Err(format!("a test product is {values:?} where {expected:?} is right")) }
}

/// The devices this build has code for, best first, with what they can do.
#[must_use]
pub fn list() -> Vec<DeviceInfo> {
    CANDIDATES
        .iter()
        .map(|candidate| {
            let device = (candidate.device)();
            let float_types = FLOAT_TYPES.iter().filter(|(dtype, _)| device.supports_dtype(*dtype));
            DeviceInfo {
                name: candidate.name,
                backend: candidate.backend,
                float_types: float_types.map(|(_, name)| *name).collect(),
                threads: (candidate.threads)(),
                memory: (candidate.memory)(),
            }
        })
        .collect()
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
    fn auto_and_cpu_open_a_working_device_and_say_why() {
        let (auto, cpu) = (choose("auto").unwrap(), choose("cpu").unwrap());
        assert_eq!(auto.device, Device::flex());
        assert_eq!(cpu.device, Device::flex());
        assert_eq!(auto.to_string(), "cpu (the only device of this build)");
        assert_eq!(cpu.to_string(), "cpu (asked for by name)");
    }

    #[test]
    fn other_names_are_refused_with_what_there_is() {
        let message = |name| choose(name).unwrap_err().to_string();
        assert_eq!(message("cuda:0"), "device `cuda:0` is not compiled in; this build has: cpu");
        assert_eq!(
            message("gpu"),
            "`gpu` is not the name of a device; write `auto` or one of those this build has: cpu"
        );
        for name in ["", "CPU", "cpu ", "cpu:1", "auto:1"] {
            assert!(matches!(choose(name), Err(DeviceError::Unknown { .. })), "{name}");
        }
    }

    #[test]
    fn auto_passes_over_broken_devices_and_reports_them() {
        let candidate =
            |name| Candidate { name, backend: "flex", device: Device::flex, threads: || None, memory: || None };
        let candidates = [candidate("first"), candidate("second")];
        let calls = std::cell::Cell::new(0);
        let first_is_broken = |_: &Device| {
            calls.set(calls.get() + 1);
            if calls.get() == 1 { Err("no driver".to_owned()) } else { Ok(()) }
        };
        let chosen = choose_from(&candidates, first_is_broken).unwrap();
        assert_eq!(chosen.to_string(), "second (the best device that works; first: no driver)");
        let error = choose_from(&candidates, |_| Err("no driver".to_owned())).unwrap_err();
        assert_eq!(error.to_string(), "no device works: first: no driver; second: no driver");
        let error = choose_from(&[], works).unwrap_err();
        assert_eq!(error.to_string(), "no device works: this build has none, build it with feature `flex`");
    }

    #[test]
    fn the_list_tells_what_the_processor_can_do() {
        let list = list();
        assert_eq!(list.len(), 1);
        assert_eq!((list[0].name, list[0].backend), ("cpu", "flex"));
        assert_eq!(list[0].float_types, ["f64", "f32", "bf16", "f16"]);
        assert!(list[0].threads.unwrap() >= 1);
        if cfg!(target_os = "linux") {
            let memory = list[0].memory.unwrap();
            assert!(memory.available > 0 && memory.available <= memory.total, "{memory:?}");
        }
    }

    #[test]
    fn information_is_one_line() {
        let memory = Some(Memory { total: 3 << 30, swap: 0, available: 3 << 29 });
        let mut info =
            DeviceInfo { name: "cpu", backend: "flex", float_types: vec!["f64", "f32"], threads: Some(1), memory };
        assert_eq!(info.to_string(), "cpu      flex     f64 f32, 1 thread, 3.0 GiB memory (1.5 GiB available)");
        (info.threads, info.memory) = (None, None);
        assert_eq!(info.to_string(), "cpu      flex     f64 f32");
    }
}
