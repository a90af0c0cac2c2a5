use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Schedule {
    #[config(default = [1])]
    short: (u8, u8),
    #[config(default = [1, "a"])]
    wrong: (u8, u8),
    #[config(each(min = 1), default = [1, 2])]
    each: (u8, u8),
}

fn main() {}
