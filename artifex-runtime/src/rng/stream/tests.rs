use super::*;

/// Standard errors that a statistic may be off: the chance of a false alarm is 6e-7 for a normal statistic, and the streams
/// are fixed, so a test that passes once passes always.
const SIGMAS: f64 = 5.0;

fn stream() -> Stream {
    Stream::from_seed(20_260_101).fold_in("test")
}

/// Sum over cells of (observed - expected)^2 / expected, checked against its mean and deviation (k - 1 and sqrt(2(k - 1))).
fn assert_chi_square(counts: &[usize], what: &str) {
    let expected = counts.iter().sum::<usize>() as f64 / counts.len() as f64;
    assert!(expected >= 5.0, "{what}: too few draws for a chi-square test");
    let chi: f64 = counts.iter().map(|&c| (c as f64 - expected).powi(2) / expected).sum();
    let free = (counts.len() - 1) as f64;
    assert!((chi - free).abs() < SIGMAS * (2.0 * free).sqrt(), "{what}: chi-square {chi}, expected {free}");
}

fn assert_near(value: f64, expected: f64, standard_error: f64, what: &str) {
    assert!(
        (value - expected).abs() < SIGMAS * standard_error,
        "{what}: {value}, expected {expected} +- {standard_error}"
    );
}

#[test]
fn blocks_are_philox_of_block_number_and_key() {
    let mut root = Stream::from_seed(0);
    assert_eq!(root.next_block(), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]); // Random123
    assert_eq!(root.next_block(), philox4x32_10([1, 0, 0, 0], [0, 0]));
    assert_eq!(root.blocks_drawn(), 2);
    let mut far = Stream { key: 0x0000_0002_0000_0001, id: 0x0000_0004_0000_0003, block: u64::from(u32::MAX) };
    assert_eq!(far.next_block(), philox4x32_10([u32::MAX, 0, 3, 4], [1, 2]));
    assert_eq!(far.next_block(), philox4x32_10([0, 1, 3, 4], [1, 2]));
}

/// Vectors of blocks equal the block function, across the carry of the counter and its end.
#[test]
fn draws_by_vectors_equal_the_block_function() {
    for start in [0, (1 << 32) - 70, u64::MAX - 70] {
        for n in [1, 31, 32, 33, 36, 255, 256, 257, 1000] {
            let mut drawn = Stream { key: 0x0000_0002_0000_0001, id: 0x8000_0004_0000_0003, block: start };
            let mut blocks = drawn.clone();
            let found = drawn.uniform(n);
            let words: Vec<u32> = (0..n.div_ceil(4)).flat_map(|_| blocks.next_block()).take(n).collect();
            assert_eq!(found, words.iter().map(|word| unit(*word)).collect::<Vec<_>>(), "{n} from {start}");
            assert_eq!(drawn, blocks);
        }
    }
}

/// Runs of blocks are those of single draws, with a block left out between them.
#[test]
fn runs_pass_over_a_block_each() {
    for run in [1, 2, 9, 63, 64, 65, 200] {
        for rows in [1, 2, 7, 100] {
            let mut runs = Stream { key: 3, id: 4, block: u64::MAX - 150 };
            let mut single = runs.clone();
            let mut found = vec![0.0; rows * run * 4];
            runs.fill_normal_runs(run, &mut found);
            let row = |stream: &mut Stream| {
                let values = stream.normal(4 * run);
                stream.take(1);
                values
            };
            let expected: Vec<f32> = (0..rows).flat_map(|_| row(&mut single)).collect();
            assert!(found == expected, "{rows} runs of {run}");
            assert_eq!(runs, single);
        }
    }
}

#[test]
fn uniform_is_even_and_in_range() {
    let n = 200_000;
    let values = stream().uniform(n);
    assert!(values.iter().all(|v| (0.0..1.0).contains(v)));
    let mut counts = [0; 100];
    values.iter().for_each(|v| counts[(v * 100.0) as usize] += 1);
    assert_chi_square(&counts, "uniform");
    let mean = values.iter().map(|&v| f64::from(v)).sum::<f64>() / n as f64;
    assert_near(mean, 0.5, (1.0 / 12.0 / n as f64).sqrt(), "mean");
    // Neighbours are independent: their correlation has a standard error of 1 / sqrt(n).
    let products: f64 = values.windows(2).map(|w| 12.0 * (f64::from(w[0]) - 0.5) * (f64::from(w[1]) - 0.5)).sum();
    assert_near(products / (n - 1) as f64, 0.0, 1.0 / (n as f64).sqrt(), "correlation of neighbours");
}

/// Box-Muller in f64 of the known block of counter 0 and key 0, and the bits that every machine must give.
#[test]
fn normals_have_the_same_bits_on_every_machine() {
    let values = Stream::from_seed(0).normal(4);
    let exact = [0.991_137_679, -0.924_662_589, -0.617_608_960, -0.482_068_587];
    let bits = [1_065_204_529, 3_211_572_912, 3_206_421_407, 3_203_846_578];
    for (value, exact) in values.iter().zip(exact) {
        assert!((f64::from(*value) - exact).abs() < 5e-7, "{value}, exact {exact}");
    }
    assert_eq!(values.iter().map(|value| value.to_bits()).collect::<Vec<_>>(), bits);
}

#[test]
fn normal_has_the_moments_and_the_shape_of_a_normal() {
    let n = 400_000;
    let values: Vec<f64> = stream().normal(n).into_iter().map(f64::from).collect();
    let moment = |k: i32| values.iter().map(|v| v.powi(k)).sum::<f64>() / n as f64;
    let root_n = (n as f64).sqrt();
    // Var(x^k) = E x^2k - (E x^k)^2: 1, 3 - 1, 15, 105 - 9.
    assert_near(moment(1), 0.0, 1.0 / root_n, "mean");
    assert_near(moment(2), 1.0, 2f64.sqrt() / root_n, "variance");
    assert_near(moment(3), 0.0, 15f64.sqrt() / root_n, "third moment");
    assert_near(moment(4), 3.0, 96f64.sqrt() / root_n, "kurtosis");
    // Deciles of the standard normal: every cell holds a tenth.
    let edges = [
        -1.281_551_6,
        -0.841_621_2,
        -0.524_400_5,
        -0.253_347_1,
        0.0,
        0.253_347_1,
        0.524_400_5,
        0.841_621_2,
        1.281_551_6,
    ];
    let mut counts = [0; 10];
    values.iter().for_each(|v| counts[edges.partition_point(|e| e < v)] += 1);
    assert_chi_square(&counts, "deciles");
    // The tail beyond 4 holds 6.334e-5.
    let tail = values.iter().filter(|v| v.abs() > 4.0).count() as f64;
    let expected = 6.334e-5 * n as f64;
    assert_near(tail, expected, expected.sqrt(), "tail");
    // The two numbers of a Box-Muller pair are uncorrelated, and so are their squares (variance 4).
    let pairs = values.chunks_exact(2);
    let half = (n / 2) as f64;
    assert_near(pairs.clone().map(|p| p[0] * p[1]).sum::<f64>() / half, 0.0, 1.0 / half.sqrt(), "pairs");
    let squares = pairs.map(|p| (p[0] * p[0] - 1.0) * (p[1] * p[1] - 1.0)).sum::<f64>() / half;
    assert_near(squares, 0.0, 2.0 / half.sqrt(), "squares of pairs");
}

#[test]
fn draws_of_every_length_start_at_a_block_and_discard_its_rest() {
    for n in [0, 1, 3, 4, 5, 100, 255, 256, 257, 300, 513] {
        let (mut a, mut b) = (stream(), stream());
        let values = a.normal(n);
        assert_eq!(values.len(), n);
        assert_eq!(a.blocks_drawn(), n.div_ceil(4) as u64);
        let one_by_one: Vec<f32> = (0..n.div_ceil(4)).flat_map(|_| b.normal(4)).take(n).collect();
        assert_eq!(values, one_by_one, "{n} values");
        assert_eq!(a, b);
    }
}

#[test]
fn bernoulli_has_its_probability_and_knows_the_ends() {
    let n = 100_000;
    for p in [0.1, 0.5, 0.937] {
        let share = stream().bernoulli(p, n).into_iter().filter(|&b| b).count() as f64 / n as f64;
        assert_near(share, p, (p * (1.0 - p) / n as f64).sqrt(), "share");
    }
    for (p, expected) in [(0.0, false), (-1.0, false), (f64::NAN, false), (1.0, true), (2.0, true)] {
        assert!(stream().bernoulli(p, 1000).into_iter().all(|b| b == expected), "{p}");
    }
}

#[test]
fn below_is_unbiased() {
    let mut stream = stream();
    for n in [2, 3, 7, 10] {
        let mut counts = vec![0; n];
        (0..40_000).for_each(|_| counts[stream.below(n as u64) as usize] += 1);
        assert_chi_square(&counts, &format!("below({n})"));
    }
    // With n = 3 * 2^62 a plain multiplication would give 0 of each 3 neighbours twice as often as the others.
    let n = 3 << 62;
    let mut thirds = [0; 3];
    (0..30_000).for_each(|_| {
        let value = stream.below(n);
        assert!(value < n);
        thirds[(value % 3) as usize] += 1;
    });
    assert_chi_square(&thirds, "below(3 * 2^62)");
    assert_eq!([stream.below(0), stream.below(1)], [0, 0]);
}

#[test]
fn permutations_of_four_are_equally_likely() {
    let mut stream = stream();
    let mut counts = std::collections::BTreeMap::new();
    (0..48_000).for_each(|_| *counts.entry(stream.permutation(4)).or_insert(0) += 1);
    assert_eq!(counts.len(), 24);
    assert_chi_square(&counts.into_values().collect::<Vec<_>>(), "permutations");
}

#[test]
fn a_permutation_holds_every_number_once() {
    for n in [0, 1, 2, 1437] {
        let mut order = stream().permutation(n);
        if n > 2 {
            assert_ne!(order, (0..n).collect::<Vec<_>>());
        }
        order.sort_unstable();
        assert_eq!(order, (0..n).collect::<Vec<_>>());
    }
}

#[test]
fn children_depend_on_names_and_not_on_the_counter() {
    let mut parent = Stream::from_seed(1);
    let child = parent.fold_in("a");
    parent.normal(1000);
    assert_eq!(parent.fold_in("a"), child);
    // Pinned, because saved runs depend on it: the block of the name's hash under a key that no draw uses.
    let hash = 0xaf63_dc4c_8601_ec8c_u64;
    let [a, b, c, d] = philox4x32_10([hash as u32, (hash >> 32) as u32, 0, 0], [0x6665_7821 ^ 1, 0x6172_7469]);
    assert_eq!((child.key, child.id, child.block), (join(a, b), join(c, d), 0));
    let others = [
        parent.fold_in("b"),
        parent.fold_in(""),
        parent.fold_in("ab"),
        parent.fold_in("a").fold_in("b"),
        parent.fold_in("b").fold_in("a"),
        Stream::from_seed(2).fold_in("a"),
    ];
    let mut all: Vec<_> = others.iter().chain([&child]).map(|s| (s.key, s.id)).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 7);
}

#[test]
fn siblings_are_uncorrelated() {
    let n = 100_000;
    let (a, b) = (stream().fold_in("0").normal(n), stream().fold_in("1").normal(n));
    let correlation = a.iter().zip(&b).map(|(a, b)| f64::from(a * b)).sum::<f64>() / n as f64;
    assert_near(correlation, 0.0, 1.0 / (n as f64).sqrt(), "correlation");
}

#[test]
fn fnv1a_equals_the_published_values() {
    // draft-eastlake-fnv, appendix C.
    assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
}

/// The variance of a normal variable cut off at ±a is 1 - 2 a φ(a) / (2 Φ(a) - 1) (Johnson, Kotz and Balakrishnan 1994, section
/// 10.1).
#[test]
fn truncated_normal_has_the_moments_of_the_cut_off_density() {
    let n = 200_000;
    // 2 Φ(a) - 1 = erf(a / √2).
    for (limit, inside) in [(0.5, 0.382_924_922_548), (1.0, 0.682_689_492_137), (2.0, 0.954_499_736_104)] {
        let values = stream().truncated_normal(n, limit);
        assert_eq!(values.len(), n);
        assert!(values.iter().all(|x| f64::from(x.abs()) <= limit));
        let density = (-0.5 * limit * limit).exp() / (2.0 * std::f64::consts::PI).sqrt();
        let variance = 1.0 - 2.0 * limit * density / inside;
        let mean = values.iter().map(|&x| f64::from(x)).sum::<f64>() / n as f64;
        let square = values.iter().map(|&x| f64::from(x).powi(2)).sum::<f64>() / n as f64;
        assert_near(mean, 0.0, (variance / n as f64).sqrt(), "mean");
        // The fourth moment is at most limit² times the second.
        assert_near(square, variance, (limit * limit * variance / n as f64).sqrt(), "variance");
    }
}
