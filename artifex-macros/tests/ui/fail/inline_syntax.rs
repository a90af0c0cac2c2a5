use artifex::{ModelConfig, config};

#[derive(ModelConfig)]
struct Net {
    a: u32,
    b: Vec<u32>,
}

fn main() {
    let _: Net = config!(Net { a: 1 });
    let _: Net = config!(Net { a = });
    let _: Net = config!(Net { a });
    let _: Net = config!(Net { a = 1 b = 2 });
    let _: Net = config!(Net { a = x });
    let _: Net = config!(Net { a = 1, a = 2, b = [], b = [1] });
    let _: Net = config!(Net { a = - });
    let _: Net = config!(Net { 1 = 1 });
    let _: Net = config!(Net { a = 1, b = [1 2] });
    let _: Net = config!(Net);
    let _: Net = config!();
    let _: Net = config!(Net { a = 1, b = [] } x);
    let _: Net = config!(Net { a = 2 * 3 });
}
