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

/// What a pass may hold: so many tensors of the size of `q`. The CPU's backward pass adds up the gradient of `q` in 16 parts,
/// whatever the length; the rest are output and gradients, and what the passes stage.
const TENSORS: usize = 24;

const fn limit(length: usize) -> usize {
    TENSORS * length * 64 * size_of::<f32>()
}

#[test]
fn training_needs_memory_in_proportion_to_the_length() {
    // Threads, pools and tables of the first run stay.
    peak(attention, 1024);
    for length in [1024, 2048, 4096, 8192] {
        let fused = peak(attention, length);
        println!("N = {length}: {fused} bytes");
        assert!(fused < limit(length), "N = {length}: {fused} bytes");
    }
    // The same measure sees the scores where they are held.
    for length in [1024, 2048] {
        let portable = peak(attention_portable, length);
        println!("N = {length}, from burn's operations: {portable} bytes");
        assert!(portable > limit(length) && portable > 4 * length * length * size_of::<f32>(), "{portable} bytes");
    }
}
