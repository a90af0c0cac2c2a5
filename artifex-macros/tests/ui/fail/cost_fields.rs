// A cost function that reads a field which is not there, or as what it is not, is an error at the call.

use artifex::ModelConfig;
use artifex::config::cost::{Cost, Fields, dense};

#[derive(ModelConfig)]
enum Kind {
    Dense,
    Cnn,
}

#[derive(ModelConfig)]
#[config(cost(typo))]
struct Typo {
    latent_dim: usize,
}

const fn typo(fields: &Fields<'_>) -> Cost {
    dense(fields.size("latnet_dim"), 1, true)
}

#[derive(ModelConfig)]
#[config(cost(nested_typo))]
struct NestedTypo {
    kind: Kind,
    inner: Typo,
}

const fn nested_typo(fields: &Fields<'_>) -> Cost {
    if fields.is("kind", "cnn") {
        // Only for one word of the enum.
        return dense(fields.table("inner").size("width"), 1, true);
    }
    Cost::ZERO
}

#[derive(ModelConfig)]
#[config(cost(wrong_kind))]
struct WrongKind {
    rate: f64,
}

const fn wrong_kind(fields: &Fields<'_>) -> Cost {
    dense(fields.size("rate"), 1, true)
}

#[derive(ModelConfig)]
#[config(cost(wrong_word))]
struct WrongWord {
    kind: Kind,
}

const fn wrong_word(fields: &Fields<'_>) -> Cost {
    if fields.is("kind", "cnm") { dense(2, 1, true) } else { Cost::ZERO }
}

#[derive(ModelConfig)]
#[config(cost(absent))]
struct Absent {
    window: Option<usize>,
}

const fn absent(fields: &Fields<'_>) -> Cost {
    dense(fields.size("window"), 1, true)
}

#[derive(ModelConfig)]
#[config(cost(short))]
struct Short {
    #[config(len(max = 2))]
    sizes: Vec<usize>,
}

const fn short(fields: &Fields<'_>) -> Cost {
    dense(fields.list("sizes").size(2), 1, true)
}

fn main() {}
