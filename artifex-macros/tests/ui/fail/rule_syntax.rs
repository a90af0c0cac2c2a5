use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(rule)]
#[config(rule())]
#[config(rule(a = b))]
#[config(rule(a == ))]
#[config(rule(a & b))]
#[config(rule((a > b)) )]
#[config(rule((a > b c)))]
#[config(rule(a. == 1))]
#[config(rule(lenght(a) > 0))]
#[config(rule(len(a, b) > 0))]
#[config(rule(all(a) ))]
#[config(rule(all(a, all(b, v > 0))))]
#[config(rule(all(a, v.x > 0)))]
#[config(rule(a in 3))]
#[config(rule(a in []))]
#[config(rule(unique()))]
#[config(rule(a[b] > 1))]
#[config(rule(a[-1] > 1))]
#[config(rule(a[0 1] > 1))]
#[config(rule(a[0].b > 1))]
#[config(rule(is_set(1)))]
#[config(rule(a > 0, 5))]
#[config(rule(a > 0, "m", "n"))]
#[config(rule(a > 'c'))]
#[config(rule(a += 1))]
#[config(rule(a -> 1))]
#[config(rule(*a > 1))]
struct Net {
    a: u32,
    b: u32,
}

fn main() {}
