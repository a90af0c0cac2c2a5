use super::*;
use crate::kernels::testing::{host, on_devices};

/// In the middle of a block counter's low word, so that a draw crosses into its high word.
fn stream() -> Stream {
    let mut stream = Stream::from_seed(0x0123_4567_89ab_cdef).fold_in("tests");
    stream.take((1 << 32) - 40);
    stream
}

/// Around the sizes of blocks and launches, none, and more than one task of the CPU.
const SIZES: [usize; 10] = [0, 1, 3, 4, 63, 64, 65, 129, 1000, 40_001];

on_devices! {
    fn uniform_numbers_are_the_bits_of_the_host(device) {
        for n in SIZES {
            let drawn = host(stream().uniform_tensor([n], device));
            assert_eq!(drawn.iter().map(|x| x.to_bits()).collect::<Vec<_>>(),
                stream().uniform(n).iter().map(|x| x.to_bits()).collect::<Vec<_>>(), "{n}");
        }
    }

    fn normal_numbers_are_those_of_the_host(device) {
        for n in SIZES {
            let drawn = host(stream().normal_tensor([n], device));
            for (index, (found, expected)) in drawn.iter().zip(stream().normal(n)).enumerate() {
                assert!((found - expected).abs() <= 1e-6, "element {index} of {n}: {found} against {expected}");
            }
        }
    }

    fn coins_are_those_of_the_host(device) {
        for p in [0.0, 1e-9, 0.3, 0.5, 1.0, f64::NAN] {
            for n in [1, 65, 1000] {
                let drawn = host(stream().bernoulli_tensor(p, 2.5, [n], device));
                let expected: Vec<f32> = stream().bernoulli(p, n).iter().map(|yes| if *yes { 2.5 } else { 0.0 }).collect();
                assert_eq!(drawn, expected, "{n} of probability {p}");
            }
        }
    }

    fn tensors_hold_the_drawn_values_in_row_order(device) {
        let tensor = stream().normal_tensor([2, 3, 5], device);
        assert_eq!(tensor.dims(), [2, 3, 5]);
        let flat = host(stream().normal_tensor([30], device));
        assert_eq!(host(tensor), flat);
    }

    fn every_draw_goes_on_where_the_last_one_ended(device) {
        let (mut device_half, mut host_half) = (stream(), stream());
        for n in [5, 1, 8] {
            assert_eq!(host(device_half.uniform_tensor([n], device)), host_half.uniform(n));
        }
        assert_eq!(device_half, host_half);
    }

    fn tensors_with_autodiff_get_numbers_too(device) {
        let device = device.clone().autodiff();
        let drawn = stream().uniform_tensor([9], &device);
        assert!(!drawn.is_require_grad());
        assert_eq!(host((drawn.clone().require_grad() * 2.0).detach()), stream().uniform(9).iter().map(|x| x * 2.0).collect::<Vec<_>>());
    }

    fn classes_come_in_proportion_to_their_weights(device) {
        let rows = 40_000;
        let weights = Tensor::<2>::from_floats([[0.5, 0.0, 1.5, 2.0, 0.0]], device).repeat(&[rows, 1]);
        let drawn = stream().categorical_tensor(weights).into_data().convert::<i64>().try_to_vec::<i64>().unwrap();
        let mut counts = [0f64; 5];
        drawn.iter().for_each(|class| counts[*class as usize] += 1.0);
        assert_eq!((counts[1], counts[4]), (0.0, 0.0));
        for (count, weight) in counts.iter().zip([0.5f64, 0.0, 1.5, 2.0, 0.0]) {
            let p = weight / 4.0;
            let deviation = (rows as f64 * p * (1.0 - p)).sqrt();
            assert!((count - rows as f64 * p).abs() <= 4.5 * deviation, "{counts:?}");
        }
    }

    fn classes_are_found_by_the_first_word_of_each_block(device) {
        let weights = Tensor::<2>::from_floats([[1.0, 1.0, 2.0], [0.0, 0.0, 0.0], [0.0, 3.0, 0.0], [f32::NAN, 1.0, 1.0]], device);
        let drawn = stream().categorical_tensor(weights).into_data().convert::<i64>().try_to_vec::<i64>().unwrap();
        let part = stream().uniform(1)[0] * 4.0;
        let expected = if part < 1.0 { 0 } else if part < 2.0 { 1 } else { 2 };
        assert_eq!(drawn, [expected, 0, 1, 0]);
        let mut used = stream();
        let _ = used.categorical_tensor(Tensor::<2>::ones([7, 3], device));
        assert_eq!(used.blocks_drawn(), stream().blocks_drawn() + 7);
    }

    fn a_permutation_is_that_of_the_host(device) {
        let order = stream().permutation_tensor(129, device).into_data().convert::<i64>().try_to_vec::<i64>().unwrap();
        assert_eq!(order, stream().permutation(129).iter().map(|x| *x as i64).collect::<Vec<_>>());
    }
}

/// The words themselves, on every device of cubecl: the three Philox4x32-10 lines of Random123's `kat_vectors`, and what the
/// host gives for other counters.
#[cfg(all(feature = "wgpu", not(feature = "fusion")))]
#[test]
fn words_equal_the_known_answers_of_random123() {
    use super::cube::known_answers;
    use crate::rng::philox4x32_10;
    let mut counters = vec![[0; 4], [u32::MAX; 4], [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344]];
    let mut keys = vec![[0; 2], [u32::MAX; 2], [0xa409_3822, 0x299f_31d0]];
    for i in 0..97u32 {
        let word = |n: u32| (i + 1).wrapping_mul(0x9E37_79B9).rotate_left(n);
        counters.push([word(3), word(7), word(11), word(13)]);
        keys.push([word(17), word(19)]);
    }
    let found = known_answers(&crate::kernels::testing::wgpu(), &counters, &keys);
    assert_eq!(
        found[..3],
        [
            [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8],
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd],
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
        ]
    );
    for ((found, counter), key) in found.iter().zip(&counters).zip(&keys) {
        assert_eq!(*found, philox4x32_10(*counter, *key));
    }
}
