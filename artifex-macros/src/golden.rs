//! Golden expansions: what the macros emit, formatted, against `tests/golden/*.rs`. `UPDATE_EXPECT=1 cargo test` blesses.

use quote::quote;
use std::path::Path;

fn check(name: &str, output: proc_macro2::TokenStream) {
    let file = syn::parse2(output).expect("the output is Rust");
    let found = prettyplease::unparse(&file);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, found).expect("the golden file can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{name} differs; UPDATE_EXPECT=1 blesses this:\n{found}");
}

fn derive(input: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    crate::expand_derive(syn::parse2(input).expect("the test's input is an item"))
}

#[test]
fn a_struct() {
    check(
        "struct.rs",
        derive(quote! {
            /// A VAE.
            ///
            /// With two halves.
            #[config(tag = "vae", rename_all = "kebab-case", crate = crate)]
            #[config(rule(encoder.latent_dim == decoder.latent_dim, "the halves do not fit"))]
            #[config(rule(all(sizes, v % 2 == 0) || !is_set(kl_weight)))]
            pub struct VAEConfig<M> {
                pub encoder: M,
                pub decoder: M,
                /// Weight of the KL term.
                #[config(default = 1.0, exclusive_min = -0.5, max = 1_000, multiple_of = 0.5)]
                #[config(unit = "nats", example = 0.5, renamed_from("beta", "kl"), deprecated = "use free bits")]
                pub kl_weight: f64,
                #[config(default = [2, 4], len(min = 1), each(min = 2, one_of(2, 4)))]
                pub sizes: Vec<u32>,
                #[config(keys(len(max = 8)), values(min = 0))]
                pub rates: BTreeMap<String, f64>,
                #[config(default = "run", pattern = "^[a-z_.]+$")]
                pub name: String,
                #[config(rename = "cycle", secret)]
                pub r#loop: Option<bool>,
            }
        }),
    );
}

#[test]
fn a_struct_with_a_cost() {
    check(
        "cost.rs",
        derive(quote! {
            #[config(cost(Self::cost))]
            struct Net {
                width: u32,
            }
        }),
    );
}

#[test]
fn a_struct_with_asserts() {
    check(
        "asserts.rs",
        derive(quote! {
            #[config(rule(width > 0 && alias > width), rule(len(name) == len(other.names)))]
            struct Net {
                #[config(default = 3, min = 1, each(len = 2))]
                width: u32,
                #[config(max = 1)]
                alias: Alias,
                #[config(pattern = "^a")]
                name: Name,
            }
        }),
    );
}

#[test]
fn a_unit_enum() {
    check(
        "enum.rs",
        derive(quote! {
            /// An activation.
            #[config(rename_all = "SCREAMING-KEBAB-CASE")]
            enum Activation {
                /// max(0, x)
                LeakyRelu,
                #[config(rename = "silu", deprecated = "it is slow")]
                SiLU,
            }
        }),
    );
}

#[test]
fn a_union() {
    check(
        "union.rs",
        derive(quote! {
            /// Where data come from.
            enum DataConfig {
                Digits(DigitsConfig),
                #[config(rename = "csv", deprecated = "use digits")]
                Table(TableConfig),
            }
        }),
    );
}

#[test]
fn a_mistake() {
    check(
        "mistake.rs",
        derive(quote! {
            struct Net {
                #[config(mn = 1)]
                width: u32,
            }
        }),
    );
}

#[test]
fn an_inline_config() {
    let input = syn::parse_quote!((::artifex) Net { width = -1, names = ["a"], inner = { x = 0.5 } });
    let output = crate::literal::expand(&input);
    check("config.rs", quote!(fn main() { #output }));
}

#[test]
fn a_list_and_a_factory() {
    let list = crate::factory::models(&syn::parse_quote!(VAEConfig, GANConfig), "src/models/mod.rs:3:1");
    let ask = crate::factory::factory(&syn::parse_quote!((::artifex) pub enum Zoo: artifex::models, crate::models));
    let zoo = crate::factory::factory(&syn::parse_quote! {
        (::artifex) __collect { #[doc = " All."] pub enum Zoo: artifex::models, crate::models } [[VAEConfig]] [MyConfig]
    });
    check("factory.rs", quote!(#list #ask #zoo));
}
