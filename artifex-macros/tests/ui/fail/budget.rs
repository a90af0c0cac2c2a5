// Budgets that files break, and what has no cost.

use artifex::ModelConfig;
use artifex::config::cost::{Cost, Fields, mlp};

#[derive(ModelConfig)]
#[config(tag = "net", cost(Self::cost))]
pub struct NetConfig {
    #[config(default = 1, min = 1)]
    pub channels: usize,
    #[config(len = 2)]
    pub hidden: Vec<usize>,
}

impl NetConfig {
    const fn cost(fields: &Fields<'_>) -> Cost {
        let hidden = fields.list("hidden");
        let pixels = fields.size("channels") * 64;
        let encoder = mlp(&[pixels, hidden.size(0), hidden.size(1)], true);
        encoder.named("encoder").then(mlp(&[hidden.size(1), pixels], true).named("decoder"))
    }
}

#[derive(ModelConfig)]
pub struct PlainConfig {}

#[derive(ModelConfig)]
pub enum Nets {
    Net(NetConfig),
    Plain(PlainConfig),
}

artifex::budget!(NetConfig, "../files/budget.toml", parameters <= 1_000_000, flops < 1_000_000);
artifex::budget!(Nets, "../files/budget.toml", parameters <= 1 << 10);
artifex::budget!(PlainConfig, "../files/empty.toml", parameters <= 1_000);
artifex::budget!(Nets, "../files/budget_plain.toml", parameters <= 1_000);
artifex::budget!(NetConfig, "../files/budget.toml", paramters <= 1_000);
// The file is checked too, and a wrong one is one error.
artifex::budget!(NetConfig, "../files/typo.toml", parameters <= 1);

fn main() {}
