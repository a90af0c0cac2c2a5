// The rest of the program after the kernel's text: buffers and numbers come by the standard input, buffers go by the standard
// output.

static void read_all(void* into, size_t bytes) {
    if (fread(into, 1, bytes, stdin) != bytes) exit(2);
}

static std::vector<std::vector<char>> buffers;
static info_st info;

// Reads the numbers into `info`: which there are differs from kernel to kernel.
static void read_numbers();

// The kernel's arguments in their order: pointers to buffers, then the numbers.
template <class T>
T argument(size_t index) {
    if constexpr (std::is_pointer_v<T>)
        return (T)buffers[index].data();
    else
        return info;
}
template <class... T, size_t... I>
void call(void (*kernel)(T...), std::index_sequence<I...>) {
    kernel(argument<T>(I)...);
}
template <class... T>
void call(void (*kernel)(T...)) {
    call(kernel, std::index_sequence_for<T...>());
}

int main() {
    unsigned head[5];
    read_all(head, sizeof head);
    unsigned count;
    read_all(&count, 4);
    for (unsigned i = 0; i < count; i++) {
        unsigned size[2];
        read_all(size, sizeof size);
        buffers.emplace_back(size[0] * size[1]);
        read_all(buffers.back().data(), buffers.back().size());
        info.static_meta[i] = size[0];
    }
    read_numbers();
    body = [] { call(KERNEL); };
    launch({head[0], head[1], head[2]}, head[3], head[4]);
    for (auto& buffer : buffers) fwrite(buffer.data(), 1, buffer.size(), stdout);
}
