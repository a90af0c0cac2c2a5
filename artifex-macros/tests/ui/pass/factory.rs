//! A factory over a module of another crate and two of this one.

mod mine {
    use artifex::ModelConfig;

    #[derive(Clone, Debug, PartialEq, ModelConfig)]
    pub struct FlowConfig {
        pub depth: u32,
    }

    #[derive(Clone, Debug, PartialEq, ModelConfig)]
    #[config(tag = "gan")]
    pub struct GANConfig {}

    artifex::models! { FlowConfig, GANConfig }
}

mod more {
    pub mod models {
        #[derive(Clone, Debug, PartialEq, artifex::ModelConfig)]
        #[config(tag = "ebm")]
        pub struct EBMConfig {
            pub steps: u32,
        }

        artifex::models! { EBMConfig, }
    }
}

artifex::factory! {
    /// The models of this program.
    #[derive(PartialOrd)]
    pub enum Small: more::models
}

impl PartialOrd for more::models::EBMConfig {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.steps.partial_cmp(&other.steps)
    }
}

artifex::factory! {
    /// All models.
    pub enum Zoo: artifex_macros_listed::models, crate::mine, more::models,
}

fn main() {
    use artifex::config::schema::Kind;
    use artifex::config::{Loader, Value};
    let Kind::Union(union) = Zoo::KIND else { panic!("not a union") };
    let tags: Vec<_> = union.variants.iter().map(|variant| variant.tag).collect();
    // A config without a tag goes by the name of its type.
    assert_eq!(tags, ["vae", "FlowConfig", "gan", "ebm"]);
    assert!(union.open);
    assert_eq!((union.name, union.doc), ("Zoo", "All models."));
    let zoo: Zoo = Loader::new().text("x.toml", "type = \"FlowConfig\"\ndepth = 3").load().unwrap().value;
    assert_eq!(zoo, Zoo::FlowConfig(mine::FlowConfig { depth: 3 }));
    assert_eq!(zoo, mine::FlowConfig { depth: 3 }.into());
    assert_eq!(Zoo::from(mine::GANConfig {}).encode(), Zoo::decode_encoded("gan"));
    assert!(Small::from(more::models::EBMConfig { steps: 1 }) < more::models::EBMConfig { steps: 2 }.into());
}

impl Zoo {
    fn decode_encoded(tag: &str) -> artifex::config::Tree {
        artifex::config::Tree::table().tagged(tag)
    }
}
