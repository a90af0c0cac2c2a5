//! Costs of configs as constants, and budgets of files.

use artifex::ModelConfig;
use artifex::config::cost::{Cost, DType, Fields, dense, weigh};
use artifex::config::{Data, Entry, ModelConfig as _, Node, Num, Number, Span};

/// A choice of words.
#[derive(ModelConfig)]
pub enum Kind {
    Plain,
    Wide,
}

/// Everything that a cost function can read.
#[derive(ModelConfig)]
#[config(tag = "net", cost(Self::cost))]
pub struct NetConfig {
    #[config(default = 4, min = 1)]
    pub width: usize,
    #[config(default = [3, 2], each(min = 1))]
    pub sizes: Vec<u32>,
    #[config(default = "wide")]
    pub kind: Kind,
    pub window: Option<usize>,
    #[config(default = 0.5)]
    pub rate: f64,
    #[config(default = true)]
    pub bias: bool,
    #[config(default)]
    pub head: HeadConfig,
}

/// A nested config.
#[derive(ModelConfig)]
#[config(cost(head))]
pub struct HeadConfig {
    #[config(default = 10, renamed_from = "classes")]
    pub outputs: usize,
}

const fn head(fields: &Fields<'_>) -> Cost {
    dense(1, fields.size("outputs"), false)
}

impl NetConfig {
    const fn cost(fields: &Fields<'_>) -> Cost {
        let sizes = fields.list("sizes");
        let (mut cost, mut k) = (Cost::ZERO, 0);
        while k < sizes.len() {
            cost = cost.then(dense(fields.size("width"), sizes.size(k), fields.flag("bias")));
            k += 1;
        }
        if fields.is("kind", "wide") {
            cost = cost.times(2);
        }
        if fields.float("rate") > 0.75 {
            cost = cost.times(10);
        }
        if let Some(window) = fields.get("window") {
            cost = cost.then(dense(window.size(), 1, false));
        }
        cost.named("body").then(head(&fields.table("head")).named("head"))
    }
}

/// A config without a cost.
#[derive(ModelConfig)]
pub struct PlainConfig {}

/// A union.
#[derive(ModelConfig)]
pub enum Nets {
    Plain(PlainConfig),
    Net(NetConfig),
}

// 2 * (4 * 3 + 3 + 4 * 2 + 2) + 10
artifex::budget!(NetConfig, "../files/empty.toml", parameters <= 60, flops <= 100 + 10, bytes(DType::F32) < 241);
artifex::budget!(Nets, "../files/net.toml", parameters <= 4 * (10 + 5) + 7,);

fn main() {
    const PLACE: Span = Span::new(7, 9);
    const SIZE: Data<'_> = Data::Num(Number { value: Num::Int(20), text: "20" });
    let entries = [Entry::new("width", Span::new(0, 5), Node::new(PLACE, SIZE))];
    let found = weigh(NetConfig::SCHEMA, Node::new(Span::new(0, 0), Data::Table(&entries))).unwrap();
    assert_eq!(found.cost.parameters, 2 * (20 * 5 + 5) + 10);
    assert_eq!(found.parameters, Some(PLACE));
    let parts: Vec<_> = found.cost.parts().iter().map(|part| (part.name, part.parameters)).collect();
    assert_eq!(parts, [("body", 210), ("head", 10)]);
    assert!(weigh(PlainConfig::SCHEMA, Node::new(Span::new(0, 0), Data::Table(&[]))).is_none());
}
