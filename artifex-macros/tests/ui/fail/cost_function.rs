// What a cost function may be: a `const fn` from the fields of the config to its cost.

use artifex::ModelConfig;
use artifex::config::cost::{Cost, Fields, dense};

#[derive(ModelConfig)]
#[config(cost(no_such_function))]
struct Unknown {}

#[derive(ModelConfig)]
#[config(cost(wrong_argument))]
struct WrongArgument {}

const fn wrong_argument(width: usize) -> Cost {
    dense(width, width, true)
}

#[derive(ModelConfig)]
#[config(cost(wrong_result))]
struct WrongResult {}

const fn wrong_result(_: &Fields<'_>) -> u64 {
    1
}

#[derive(ModelConfig)]
#[config(cost(not_constant))]
struct NotConstant {}

fn not_constant(_: &Fields<'_>) -> Cost {
    Cost::ZERO
}

fn main() {}
