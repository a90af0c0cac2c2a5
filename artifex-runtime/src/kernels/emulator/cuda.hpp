// As much of CUDA C++ as the kernels' texts use, on the host: each thread of a block is a context of its own that runs until it
// comes to a barrier, and blocks come one after another. Slow, and deaf to what is undefined, but a kernel whose threads do not
// wait where they must reads what is not there yet, for all threads before it have not run.

#include <ucontext.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

#define __global__
#define __device__
#define __grid_constant__
#define __launch_bounds__(n)
#define __align__(n) __attribute__((aligned(n)))
#define __shared__
// What the texts define by themselves, with other types of the same size.
#define uint64_t cuda_uint64_t
#define int64_t cuda_int64_t

struct dim3 {
    unsigned x = 1, y = 1, z = 1;
};
static dim3 blockIdx, blockDim, gridDim, threadIdx;

typedef _Float16 __half;

// The upper half of a float, rounded to the nearest, ties to even.
struct __nv_bfloat16 {
    unsigned short bits = 0;
    __nv_bfloat16() = default;
    __nv_bfloat16(float value) {
        unsigned word;
        memcpy(&word, &value, 4);
        bool nan = value != value;
        bits = nan ? 0x7fc0 : (word + 0x7fff + ((word >> 16) & 1)) >> 16;
    }
    operator float() const {
        unsigned word = unsigned(bits) << 16;
        float value;
        memcpy(&value, &word, 4);
        return value;
    }
};

static unsigned __umulhi(unsigned a, unsigned b) { return (unsigned long long)a * b >> 32; }
static float __uint_as_float(unsigned bits) {
    float value;
    memcpy(&value, &bits, 4);
    return value;
}
static unsigned __float_as_uint(float value) {
    unsigned bits;
    memcpy(&bits, &value, 4);
    return bits;
}
using std::exp, std::fma, std::log, std::max, std::min, std::sqrt;

// The threads of a block.
static std::vector<ucontext_t> threads;
static std::vector<bool> finished;
static ucontext_t scheduler;
static unsigned current;

static void __syncthreads() { swapcontext(&threads[current], &scheduler); }

// Tensor cores: the first thread of a warp does the work of all, with blocks that it holds whole.
namespace nvcuda::wmma {
struct matrix_a {};
struct matrix_b {};
struct accumulator {};
struct row_major {};
struct col_major {};
enum layout_t { mem_row_major, mem_col_major };

template <class Use, int M, int N, int K, class T, class Layout = void>
struct fragment {
    float values[16][16];
};

static bool works() { return threadIdx.x % 32 == 0; }

static void aligned(const void* address, size_t pitch) {
    if ((size_t)address % 32 || pitch % 16) {
        fprintf(stderr, "tensor cores cannot read a block at %p with rows of %zu bytes\n", address, pitch);
        exit(1);
    }
}

template <class Use, int M, int N, int K, class T, class Layout>
void fill_fragment(fragment<Use, M, N, K, T, Layout>& f, T value) {
    if (!works()) return;
    for (auto& row : f.values)
        for (auto& element : row) element = value;
}

template <class Use, int M, int N, int K, class T, class Layout>
void load_matrix_sync(fragment<Use, M, N, K, T, Layout>& f, const T* from, unsigned pitch) {
    aligned(from, pitch * sizeof(T));
    if (!works()) return;
    for (int row = 0; row < 16; row++)
        for (int column = 0; column < 16; column++)
            f.values[row][column] =
                std::is_same_v<Layout, row_major> ? from[row * pitch + column] : from[column * pitch + row];
}

template <class A, class B, class C>
void mma_sync(C& d, const A& a, const B& b, const C& c) {
    if (!works()) return;
    C result = c;
    for (int row = 0; row < 16; row++)
        for (int k = 0; k < 16; k++)
            for (int column = 0; column < 16; column++) result.values[row][column] += a.values[row][k] * b.values[k][column];
    d = result;
}

template <int M, int N, int K, class T>
void store_matrix_sync(T* into, const fragment<accumulator, M, N, K, T>& f, unsigned pitch, layout_t layout) {
    aligned(into, pitch * sizeof(T));
    if (!works()) return;
    for (int row = 0; row < 16; row++)
        for (int column = 0; column < 16; column++)
            into[layout == mem_row_major ? row * pitch + column : column * pitch + row] = f.values[row][column];
}
}  // namespace nvcuda::wmma

static std::function<void()> body;

static void begin() {
    body();
    finished[current] = true;
}

// Runs every block; threads in the order of their numbers, or from the last to the first.
static void launch(dim3 grid, unsigned units, bool backwards) {
    gridDim = grid;
    blockDim.x = units;
    const size_t stack = 1 << 17;
    std::vector<char> stacks(stack * units);
    for (blockIdx.z = 0; blockIdx.z < grid.z; blockIdx.z++)
        for (blockIdx.y = 0; blockIdx.y < grid.y; blockIdx.y++)
            for (blockIdx.x = 0; blockIdx.x < grid.x; blockIdx.x++) {
                threads.assign(units, {});
                finished.assign(units, false);
                for (unsigned i = 0; i < units; i++) {
                    getcontext(&threads[i]);
                    threads[i].uc_stack.ss_sp = &stacks[stack * i];
                    threads[i].uc_stack.ss_size = stack;
                    threads[i].uc_link = &scheduler;
                    makecontext(&threads[i], begin, 0);
                }
                size_t done = 0;
                while (done < units) {
                    for (unsigned i = 0; i < units; i++) {
                        current = backwards ? units - 1 - i : i;
                        threadIdx.x = current;
                        if (!finished[current]) swapcontext(&scheduler, &threads[current]);
                    }
                    done = std::count(finished.begin(), finished.end(), true);
                    if (done && done < units) {
                        fprintf(stderr, "some threads wait at a barrier that others have left behind\n");
                        exit(1);
                    }
                }
            }
}
