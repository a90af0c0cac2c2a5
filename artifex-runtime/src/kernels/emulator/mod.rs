//! Runs a kernel's text in CUDA C++ on the host: it is compiled by the machine's C++ compiler together with as much of CUDA as
//! the texts use (`cuda.hpp`). So what only a GPU can run, tensor cores above all, is tested without one.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use burn::tensor::{bf16, f16};

/// A buffer of a launch.
#[derive(Clone, Debug)]
pub(crate) enum Buffer {
    F32(Vec<f32>),
    F16(Vec<f16>),
    BF16(Vec<bf16>),
}

impl Buffer {
    /// How many elements of how many bytes, and the bytes.
    fn parts(&self) -> (usize, usize, Vec<u8>) {
        match self {
            Self::F32(x) => (x.len(), 4, x.iter().flat_map(|x| x.to_le_bytes()).collect()),
            Self::F16(x) => (x.len(), 2, x.iter().flat_map(|x| x.to_le_bytes()).collect()),
            Self::BF16(x) => (x.len(), 2, x.iter().flat_map(|x| x.to_le_bytes()).collect()),
        }
    }

    /// Takes as many bytes as the buffer has from the front of `bytes`.
    fn read(&mut self, bytes: &mut &[u8]) {
        let mut next = |n: usize| bytes.split_off(..n).expect("the program writes every buffer");
        match self {
            Self::F32(x) => x.iter_mut().for_each(|x| *x = f32::from_le_bytes(next(4).try_into().unwrap())),
            Self::F16(x) => x.iter_mut().for_each(|x| *x = f16::from_le_bytes(next(2).try_into().unwrap())),
            Self::BF16(x) => x.iter_mut().for_each(|x| *x = bf16::from_le_bytes(next(2).try_into().unwrap())),
        }
    }

    /// The elements as numbers.
    pub(crate) fn values(&self) -> Vec<f64> {
        match self {
            Self::F32(x) => x.iter().map(|x| f64::from(*x)).collect(),
            Self::F16(x) => x.iter().map(|x| x.to_f64()).collect(),
            Self::BF16(x) => x.iter().map(|x| x.to_f64()).collect(),
        }
    }
}

/// What a kernel is launched with.
#[derive(Debug)]
pub(crate) struct Launch {
    /// Cubes in each direction.
    pub cubes: [u32; 3],
    /// Units of a cube.
    pub units: u32,
    /// In the order of the arguments.
    pub buffers: Vec<Buffer>,
    /// The numbers of each type, in the order of the arguments.
    pub u32s: Vec<u32>,
    pub f32s: Vec<f32>,
}

/// The buffers after the kernel has run. It runs twice, with the threads of a cube in two orders: what depends on the order lacks
/// a barrier.
pub(crate) fn run(text: &str, launch: &Launch) -> Vec<Buffer> {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    let (source, program) = (folder.path().join("kernel.cpp"), folder.path().join("kernel"));
    std::fs::write(&source, program_of(text, launch)).expect("the program can be written");
    let compiler = std::env::var("CXX").unwrap_or_else(|_| "c++".into());
    let compiled = Command::new(&compiler)
        .args(["-std=c++17", "-O1", "-w", "-o"])
        .args([&program, &source])
        .output()
        .unwrap_or_else(|error| panic!("a C++ compiler runs kernels written for CUDA; `{compiler}`: {error}"));
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    let [forwards, backwards] = [0, 1].map(|order| {
        let mut process = Command::new(&program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let input = input_of(launch, order);
        process.stdin.take().expect("it reads").write_all(&input).expect("it takes everything");
        let output = process.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}: {}", output.status, String::from_utf8_lossy(&output.stderr));
        output.stdout
    });
    assert!(forwards == backwards, "the result depends on the order of the threads");
    let (mut bytes, mut buffers) = (&forwards[..], launch.buffers.clone());
    buffers.iter_mut().for_each(|buffer| buffer.read(&mut bytes));
    buffers
}

/// The kernel with what it needs around it.
fn program_of(text: &str, launch: &Launch) -> String {
    let text = text.lines().filter(|line| !line.starts_with("#include")).collect::<Vec<_>>().join("\n");
    let entry = text.split("extern \"C\" __global__").nth(1).expect("an entry").split('(').nth(1).expect("its bounds");
    let name = entry.rsplit(' ').next().expect("its name");
    let mut program = format!("#include \"{}/src/kernels/emulator/cuda.hpp\"\n{text}\n", env!("CARGO_MANIFEST_DIR"));
    if let Some(shared) = text.split("extern __shared__ __align__(32) char ").nth(1) {
        let shared = shared.split('[').next().expect("its name");
        writeln!(program, "alignas(32) char {shared}[48 * 1024];").expect("writing to a string");
    }
    writeln!(program, "#define KERNEL {name}").expect("writing to a string");
    writeln!(program, "#include \"{}/src/kernels/emulator/main.hpp\"", env!("CARGO_MANIFEST_DIR")).expect("as above");
    program.push_str("static void read_numbers() {\n");
    for (field, count) in [("u32", launch.u32s.len()), ("f32", launch.f32s.len())] {
        if count > 0 {
            writeln!(program, "    read_all(info.scalars_{field}, {count} * 4);").expect("writing to a string");
        }
    }
    program + "}\n"
}

/// What the program reads.
fn input_of(launch: &Launch, order: u32) -> Vec<u8> {
    let mut input: Vec<u8> = Vec::new();
    let count = |n: usize| u32::try_from(n).expect("a small launch").to_le_bytes();
    let head = launch.cubes.iter().chain([&launch.units, &order]);
    input.extend(head.flat_map(|word| word.to_le_bytes()));
    input.extend(count(launch.buffers.len()));
    for buffer in &launch.buffers {
        let (elements, size, bytes) = buffer.parts();
        input.extend(count(elements));
        input.extend(count(size));
        input.extend(bytes);
    }
    input.extend(launch.u32s.iter().flat_map(|word| word.to_le_bytes()));
    input.extend(launch.f32s.iter().flat_map(|word| word.to_le_bytes()));
    input
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Turns eight numbers around through shared memory.
    fn turn_around(barrier: &str) -> Vec<f64> {
        let text = format!(
            "struct info_st {{ float scalars_f32[2]; unsigned static_meta[2]; }};\n\
             extern \"C\" __global__ void __launch_bounds__(8)  turn_around(float * const v0, __grid_constant__ info_st const v1) {{\n\
             extern __shared__ __align__(32) char v2[];\n\
             float * v3 = reinterpret_cast<float *>(&v2[0]);\n\
             v3[threadIdx.x] = v0[blockIdx.x * 8 + threadIdx.x];\n\
             {barrier}\n\
             v0[blockIdx.x * 8 + threadIdx.x] = v1.scalars_f32[0] * v3[7 - threadIdx.x];\n\
             }}"
        );
        let buffers = vec![Buffer::F32((0u8..16).map(f32::from).collect())];
        let launch = Launch { cubes: [2, 1, 1], units: 8, buffers, u32s: vec![], f32s: vec![2.0] };
        run(&text, &launch)[0].values()
    }

    #[test]
    fn threads_wait_for_each_other() {
        let expected = (0..8).rev().chain((8..16).rev()).map(|x| f64::from(2 * x));
        assert_eq!(turn_around("__syncthreads();"), expected.collect::<Vec<_>>());
    }

    #[test]
    #[should_panic(expected = "the result depends on the order of the threads")]
    fn a_missing_barrier_is_noticed() {
        turn_around("");
    }

    #[test]
    #[should_panic(expected = "some threads wait at a barrier that others have left behind")]
    fn a_barrier_that_not_all_reach_is_noticed() {
        turn_around("if (threadIdx.x < 4) return; __syncthreads();");
    }
}
