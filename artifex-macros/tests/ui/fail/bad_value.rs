use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(tag = 5)]
struct Net {
    #[config(min = "x")]
    a: u32,
    #[config(min)]
    b: u32,
    #[config(max =)]
    c: u32,
    #[config(default = 'c')]
    e: String,
    #[config(default = -"x")]
    f: String,
    #[config(len = -1)]
    h: String,
    #[config(len = 1.5)]
    i: String,
    #[config(len)]
    j: String,
    #[config(one_of = "a")]
    k: String,
    #[config(one_of())]
    l: String,
    #[config(one_of("a", "b", "a"))]
    m: String,
    #[config(min = 3, max = -2.5)]
    n: f64,
    #[config(exclusive_min = 3, max = 3)]
    o: f64,
    #[config(len(min = 3, max = 2))]
    p: Vec<u8>,
    #[config(each())]
    q: Vec<u8>,
    #[config(each)]
    r: Vec<u8>,
    #[config(min = 1foo)]
    s: u8,
    #[config(max = 1e999)]
    t: f64,
}

fn main() {}
