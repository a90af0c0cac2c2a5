use artifex::{ModelConfig, config};

#[derive(ModelConfig)]
struct Net {
    #[config(min = 1)]
    width: u32,
    #[config(default = 1.0)]
    rate: f64,
}

fn main() {
    let _ = config!(Net, toml = "width = 0\nrat = 2");
    let _ = config!(Net, json = r#"{"width": 1,}"#);
    let _ = config!(Net, yaml = "extends: base.yaml\nwidth: wide");
    let _ = config!(Net, ini = "width=1");
    let _ = config!(Net, toml "width = 1");
    let _ = config!(Net, toml = 1);
    let _ = config!(Net,);
    let _ = config!(Net, toml = "width = 1", 2);
}
