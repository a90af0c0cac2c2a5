//! Memory on cubecl's devices, by the report of their allocator. `tests/attention_memory.rs` has the same for the CPU.

use burn::tensor::{Device, Tensor};

use crate::kernels::attention::{AttentionOptions, attention, attention_portable};
use crate::rng::Stream;

type Attention = fn(Tensor<4>, Tensor<4>, Tensor<4>, &AttentionOptions) -> Tensor<4>;

/// The bytes that a forward and a backward pass over one head of width 16 makes the device's allocator reserve. The window
/// saves a software driver work; the kernels' buffers are those of full attention.
///
/// On a thread of its own: cubecl keeps the memory of each thread's work apart, so this is that of nobody else.
fn reserved(run: Attention, length: usize) -> u64 {
    let work = move || {
        let device = crate::kernels::testing::wgpu();
        let used = |device: &Device| {
            device.sync().expect("the device works");
            device.memory_pool_usage().expect("the device reports its memory").bytes_reserved
        };
        let before = used(&device);
        let training = device.clone().autodiff();
        let mut stream = Stream::from_seed(1);
        let [q, k, v]: [Tensor<4>; 3] =
            [(); 3].map(|()| stream.normal_tensor([1, 1, length, 16], &training).require_grad());
        let options = AttentionOptions { window: Some(64), ..AttentionOptions::default() };
        let gradients = run(q.clone(), k, v, &options).sum().backward();
        assert!(q.grad(&gradients).is_some());
        used(&device) - before
    };
    std::thread::spawn(work).join().expect("the passes run")
}

#[test]
fn training_needs_memory_in_proportion_to_the_length() {
    let fused = [1024, 2048, 4096, 8192].map(|length| reserved(attention, length));
    let portable = reserved(attention_portable, 1024);
    println!("N = 1,024 .. 8,192: {fused:?} bytes, from burn's operations at 1,024: {portable}");
    // The allocator reserves whole pages, so lengths are compared that are far apart.
    assert!(fused[3] <= 4 * fused[1], "{fused:?}");
    // The scores alone would be 256 MiB.
    assert!(fused[3] < portable, "{fused:?}, {portable}");
}
