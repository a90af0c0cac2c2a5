//! What the tests of kernels share: the devices to run on, and comparisons.

use burn::tensor::{Device, Tensor};

/// Runs a test's body on every device that this build has code for: `on_devices!(name(device) { .. })` makes a test for each
/// of them. A device that is compiled in and not there fails its tests.
macro_rules! on_devices {
    ($($(#[$meta:meta])* fn $name:ident($device:ident) $body:block)*) => {$(
        mod $name {
            use super::*;

            $(#[$meta])*
            fn body($device: &Device) $body

            #[cfg(feature = "flex")]
            #[test]
            fn flex() {
                body(&Device::flex());
            }

            #[cfg(feature = "wgpu")]
            #[test]
            fn wgpu() {
                body(&crate::kernels::testing::wgpu());
            }

            #[cfg(feature = "cuda")]
            #[test]
            fn cuda() {
                body(&Device::cuda(0));
            }

            #[cfg(feature = "rocm")]
            #[test]
            fn rocm() {
                body(&Device::rocm(0));
            }
        }
    )*};
}
pub(crate) use on_devices;

/// For tests that are about no device: the CPU, or in a build without its backend what `wgpu` finds.
pub(crate) fn any_device() -> Device {
    #[cfg(feature = "flex")]
    return Device::flex();
    #[cfg(not(feature = "flex"))]
    return wgpu();
}

/// The GPU if there is one, else Mesa's software Vulkan.
#[cfg(feature = "wgpu")]
pub(crate) fn wgpu() -> Device {
    use burn::tensor::DeviceKind;
    static KIND: std::sync::OnceLock<DeviceKind> = std::sync::OnceLock::new();
    let kind = KIND.get_or_init(|| {
        let works = |kind: DeviceKind| {
            let sum = move || Tensor::<1>::ones([3], &Device::wgpu(kind)).sum().try_into_data();
            std::panic::catch_unwind(sum).is_ok_and(|sum| sum.is_ok())
        };
        let kinds = [DeviceKind::DiscreteGpu(0), DeviceKind::IntegratedGpu(0), DeviceKind::Cpu];
        kinds.into_iter().find(|kind| works((*kind).clone())).expect(
            "this build has the feature `wgpu`, and no Vulkan device was found: install a driver, or Mesa's software \
             driver (Debian: mesa-vulkan-drivers)",
        )
    });
    Device::wgpu(kind.clone())
}

/// The values of a tensor, in row order.
pub(crate) fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().convert::<f32>().try_to_vec::<f32>().unwrap()
}

/// Every value within `tolerance`, relative to what it should be where that is above 1.
#[track_caller]
pub(crate) fn assert_close(found: &[f32], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (index, (&found, &expected)) in found.iter().zip(expected).enumerate() {
        let found = f64::from(found);
        assert!(
            (found - expected).abs() <= tolerance * (1.0 + expected.abs()) || found == expected,
            "element {index} is {found}, expected {expected}"
        );
    }
}

/// CI sets `ARTIFEX_REQUIRE_WGPU`: the kernels must have been tested on a device of cubecl.
#[test]
fn kernels_run_on_wgpu_where_that_is_required() {
    let required = std::env::var_os("ARTIFEX_REQUIRE_WGPU").is_some_and(|value| value == "1");
    assert!(!required || cfg!(feature = "wgpu"), "ARTIFEX_REQUIRE_WGPU is set, and the tests are built without `wgpu`");
}
