mod mine {
    #[derive(Clone, Debug, PartialEq, artifex::ModelConfig)]
    #[config(tag = "vae")]
    pub struct MyVAEConfig {}

    artifex::models! { MyVAEConfig }
}

mod more {
    #[derive(Clone, Debug, PartialEq, artifex::ModelConfig)]
    pub struct MyVAEConfig {}

    artifex::models! { MyVAEConfig, MyVAEConfig }
}

mod again {
    #[derive(Clone, Debug, PartialEq, artifex::ModelConfig)]
    pub struct MyVAEConfig {}

    artifex::models! { MyVAEConfig }
}

artifex::factory! { pub enum SameTag: artifex_macros_listed::models, crate::mine }
artifex::factory! { pub enum SameName: crate::mine, crate::again }

fn main() {}
