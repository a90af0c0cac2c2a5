//! Construction from Rust: `new(..)` with what has no default, and `with_x(..)` for the rest.

use super::asserts::is_option;
use super::flatten::positions;
use crate::model::{Field, Input, Role, Struct};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;

/// The inherent impl, unless the author has a `new` of their own.
pub fn emit_constructor(input: &Input, config: &Struct) -> TokenStream {
    if !config.constructor {
        return TokenStream::new();
    }
    let ident = &input.ident;
    let generics = super::bounded(input);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let arguments =
        config.fields.iter().filter(|field| is_argument(field)).map(|Field { ident, ty, .. }| quote!(#ident: #ty));
    let values = config.fields.iter().zip(positions(config)).map(|(field, k)| {
        let Field { ident, ty, role, default, .. } = field;
        match (role, default) {
            (Role::Skipped, _) => quote!(#ident: <#ty as ::core::default::Default>::default()),
            (Role::Key, Some(_)) => quote! {
                #ident: __config::value::default_of::<#ty>(<Self as __config::ModelConfig>::SCHEMA, #k)
            },
            _ if is_argument(field) => quote!(#ident),
            _ => quote!(#ident: ::core::option::Option::None),
        }
    });
    let setters = config.fields.iter().filter(|field| matches!(field.role, Role::Key) && !is_argument(field));
    let setters = setters.map(|Field { ident, ty, doc, .. }| {
        let name = format_ident!("with_{}", ident.unraw());
        let doc = if doc.is_empty() { format!("Sets `{}`.", ident.unraw()) } else { doc.clone() };
        quote! {
            #[doc = #doc]
            #[must_use]
            pub fn #name(mut self, #ident: #ty) -> Self {
                self.#ident = #ident;
                self
            }
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(dead_code, deprecated, non_snake_case, private_interfaces, clippy::all, clippy::pedantic, clippy::nursery)]
        impl #impl_generics #ident #ty_generics #where_clause {
            /// A config with these fields; every other field has its default. Whether the values are allowed is for
            /// `validate_value` to say, and for whoever uses the config.
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }
            #(#setters)*
        }
    }
}

/// Whether a field has to be given.
fn is_argument(Field { ty, role, default, .. }: &Field) -> bool {
    match role {
        Role::Key => default.is_none() && !is_option(ty),
        // Whether another config is made of defaults alone is not known here.
        Role::Flattened(_) => true,
        Role::Skipped => false,
    }
}
