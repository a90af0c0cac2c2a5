// The mistake in the attribute is the only error: the type still is a config, and files are still checked for it.
use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(rule(width < < depth))]
struct Net {
    #[config(mn = 1)]
    width: u32,
    depth: u32,
}

artifex::check_file!(Net, "../files/empty.toml");

#[derive(ModelConfig)]
struct Outer {
    #[config(default)]
    net: Net,
}

fn main() {
    let _: Net = artifex::config!(Net { width = 1 });
    let _: Outer = artifex::config!(Outer {});
}
