"""Elementwise functions and normal numbers of this library against XLA's on the CPU, in turn in one run.

    cargo build --release && pip install jax && python tests/xla/compare.py

Each figure is the median over three turns of medians; a ratio above 1 says that XLA is faster.
"""

import json
import os
import pathlib
import statistics
import subprocess
import time

os.environ["JAX_PLATFORMS"] = "cpu"

import jax
import jax.numpy as jnp
import numpy as np

COMMAND = pathlib.Path(__file__).parents[2] / "target/release/artifex"
COUNT = 1 << 20
TURNS = 3


def theirs():
    """Seconds of each function, compiled."""
    rows = lambda f: lambda x: f(x.reshape(-1, ROW), axis=-1)
    functions = {
        "SiLU": jax.nn.silu,
        "GELU": lambda x: jax.nn.gelu(x, approximate=False),
        "GELU (tanh)": lambda x: jax.nn.gelu(x, approximate=True),
        "tanh": jnp.tanh,
        "softmax": rows(jax.nn.softmax),
        "log-sum-exp": rows(jax.nn.logsumexp),
    }
    x = jnp.asarray(np.random.RandomState(0).randn(COUNT).astype(np.float32))
    times = {name: seconds(jax.jit(function), x) for name, function in functions.items()}
    times["normal"] = seconds(jax.jit(lambda key: jax.random.normal(key, (COUNT,))), jax.random.key(0))
    return times


def seconds(function, argument):
    function(argument).block_until_ready()
    times = []
    for _ in range(15):
        start = time.perf_counter()
        function(argument).block_until_ready()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def ours():
    """What `artifex bench` says, forward passes of the same size."""
    command = [COMMAND, "bench", "elementwise", "random", "--device", "cpu", "--seconds", "0.1", "--format", "json"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {m["kernel"]: m["seconds"] for m in json.loads(output) if m["size"] == str(COUNT)}


# As in `artifex bench elementwise`.
ROW = 256

turns = [(ours(), theirs()) for _ in range(TURNS)]
for kernel in turns[0][1]:
    here, there = (statistics.median(turn[side][kernel] for turn in turns) for side in (0, 1))
    print(f"{kernel:12} {here * 1e6:8.0f} us   XLA {there * 1e6:8.0f} us   ratio {here / there:.2f}")
