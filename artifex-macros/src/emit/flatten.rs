//! The fields and rules of a struct, where some come from other configs: the tables of both are joined while the compiler
//! evaluates the schema, so that nothing else need know of it.

use super::{assertion, emit_field, emit_rule};
use crate::document::{Data, Node};
use crate::model::{Field, Input, Role, Struct};
use crate::syntax::{DefaultValue, Given};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// What a schema's lists are made of.
pub struct Lists {
    /// Constants beside the impl: the lengths of joined lists.
    pub constants: TokenStream,
    /// The value of `fields`.
    pub fields: TokenStream,
    /// The value of `rules`.
    pub rules: TokenStream,
}

/// The lists of a struct.
pub fn lists(config: &Struct) -> Lists {
    let rules = config.rules.iter().map(emit_rule);
    let rules = quote!(&[#(#rules),*]);
    let schemas: Vec<_> = config.fields.iter().filter_map(schema_of).collect();
    if schemas.is_empty() {
        let fields = config.keys().map(emit_field);
        return Lists { constants: TokenStream::new(), fields: quote!(&[#(#fields),*]), rules };
    }
    let own = Literal::usize_unsuffixed(config.keys().count());
    let own_rules = Literal::usize_unsuffixed(config.rules.len());
    // Runs of own fields between the flattened ones.
    let parts = config.fields.chunk_by(|a, b| schema_of(a).is_none() && schema_of(b).is_none()).map(|run| {
        schema_of(&run[0]).map_or_else(
            || {
                let fields = run.iter().filter(|field| matches!(field.role, Role::Key)).map(emit_field);
                quote!(__config::flatten::Part::Own(&[#(#fields),*]))
            },
            |schema| {
                let defaults = overrides(&run[0]);
                quote!(__config::flatten::Part::Flattened { schema: #schema, defaults: #defaults })
            },
        )
    });
    Lists {
        constants: quote! {
            const __FIELDS: ::core::primitive::usize = #own #(+ #schemas.fields.len())*;
            const __RULES: ::core::primitive::usize = #own_rules #(+ #schemas.rules.len())*;
        },
        fields: quote!(&__config::flatten::fields::<__FIELDS>(&[#(#parts),*])),
        rules: quote!(&__config::flatten::rules::<__RULES>(&[#(#schemas.rules,)* #rules])),
    }
}

/// The number that each field has in the schema, as an expression; for a field that has none, that of the next one.
pub fn positions(config: &Struct) -> Vec<TokenStream> {
    let (mut own, mut before) = (0, TokenStream::new());
    let mut out = Vec::new();
    for field in &config.fields {
        let number = Literal::usize_unsuffixed(own);
        out.push(quote!(#number #before));
        match schema_of(field) {
            Some(schema) => before.extend(quote!(+ #schema.fields.len())),
            None => own += usize::from(matches!(field.role, Role::Key)),
        }
    }
    out
}

/// Constants that fail where a flattened config does not fit in.
pub fn asserts(input: &Input, config: &Struct) -> TokenStream {
    let name = input.ident.to_string();
    let own = config.keys().flat_map(|field| {
        std::iter::once(field.key.clone()).chain(field.notes.renamed_from.iter().map(syn::LitStr::value))
    });
    let version = config.version.map(|_| quote!(__config::version::KEY));
    let own = own.map(|name| quote!(#name)).chain(version);
    let own = quote!(&[#(#own),*]);
    let mut out = TokenStream::new();
    let mut earlier: Vec<TokenStream> = Vec::new();
    for field in &config.fields {
        let (Role::Flattened(range), Some(schema)) = (field.role, schema_of(field)) else { continue };
        let call = quote!(__config::flatten::assert_names);
        out.extend(assertion(range, &call, quote!(#name, #own, &[#(#earlier),*], #schema)));
        if let Some(default) = &field.default {
            let (call, defaults) = (quote!(__config::flatten::assert_defaults), overrides(field));
            out.extend(assertion(default.range, &call, quote!(#schema, #defaults)));
        }
        earlier.push(schema);
    }
    out
}

/// The schema of a flattened field's type.
fn schema_of(field: &Field) -> Option<TokenStream> {
    let ty = &field.ty;
    matches!(field.role, Role::Flattened(_)).then(|| quote!(<#ty as __config::ModelConfig>::SCHEMA))
}

/// The entries of a flattened field's default.
fn overrides(field: &Field) -> TokenStream {
    let Some(DefaultValue { value: Given::Literal(Node { data: Data::Table(entries), .. }), .. }) = &field.default
    else {
        return quote!(&[]);
    };
    let entries = entries.iter().map(|entry| entry.tokens(&super::at()));
    quote!(&[#(#entries),*])
}
