//! Memory of attention while it trains, by the report of the allocator: it grows with the length, not with its square.

#![cfg(feature = "flex")]
#![allow(unsafe_code, reason = "an allocator that counts")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use artifex::kernels::attention::{AttentionOptions, attention, attention_portable};
use artifex::rng::Stream;
use burn::tensor::{Device, Tensor};

/// The system's allocator, with the bytes that are in use and the most that were.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is the system allocator's, with the arguments that came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        PEAK.fetch_max(IN_USE.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        // SAFETY: as the caller promised.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promised.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

type Attention = fn(Tensor<4>, Tensor<4>, Tensor<4>, &AttentionOptions) -> Tensor<4>;

/// The most bytes that a forward and a backward pass over one head of width 64 holds at once, besides its arguments.
fn peak(run: Attention, length: usize) -> usize {
    let device = Device::flex().autodiff();
    let mut stream = Stream::from_seed(1);
    let [q, k, v]: [Tensor<4>; 3] = [(); 3].map(|()| stream.normal_tensor([1, 1, length, 64], &device).require_grad());
    let before = IN_USE.load(Relaxed);
    PEAK.store(before, Relaxed);
    let gradients = run(q.clone(), k, v, &AttentionOptions::default()).sum().backward();
    assert!(q.grad(&gradients).is_some());
    PEAK.load(Relaxed) - before
}

#[test]
fn training_needs_memory_in_proportion_to_the_length() {
    // Threads, pools and tables of the first run stay.
    peak(attention, 1024);
    let peaks: Vec<usize> = [1024, 2048, 4096, 8192].map(|length| peak(attention, length)).into();
    println!("fused, N = 1,024 .. 8,192: {peaks:?} bytes");
    for pair in peaks.windows(2) {
        assert!(pair[1] <= 2 * pair[0] + 65_536, "{peaks:?}");
    }
    // Twelve tensors of the size of `q` at most: output, its gradient, three gradients, and what the passes stage.
    assert!(peaks[3] < 12 * 8192 * 64 * 4, "{peaks:?}");
    // The same measure sees the scores where they are held.
    let portable: Vec<usize> = [1024, 2048].map(|length| peak(attention_portable, length)).into();
    println!("portable, N = 1,024 and 2,048: {portable:?} bytes");
    assert!(portable[1] > 3 * portable[0], "{portable:?}");
}
