//! Enums: words, and unions of configs.

use super::{assertion, bounded, costed, option};
use crate::model::{Input, Variant, Word};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

/// The impl of a unit enum.
pub fn emit_enum(input: &Input, words: &[Word]) -> TokenStream {
    let ident = &input.ident;
    let (name, doc) = (ident.unraw().to_string(), &input.doc);
    let generics = bounded(input);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let list = words.iter().map(|Word { name, doc, deprecated, .. }| {
        let deprecated = option(deprecated.as_ref().map(ToTokens::to_token_stream));
        quote!(__config::schema::Word { name: #name, doc: #doc, deprecated: #deprecated })
    });
    let (variants, names): (Vec<&Ident>, Vec<&String>) = words.iter().map(|word| (&word.ident, &word.name)).unzip();
    quote! {
        #[automatically_derived]
        #[allow(deprecated, dead_code)]
        impl #impl_generics #ident #ty_generics #where_clause {
            #[doc(hidden)]
            pub const fn __config_data(&self) -> __config::Data<'static> {
                match self {
                    #(Self::#variants => __config::Data::Str(#names),)*
                }
            }
        }
        #[automatically_derived]
        #[allow(deprecated)]
        impl #impl_generics __config::Value for #ident #ty_generics #where_clause {
            const KIND: __config::schema::Kind = __config::schema::Kind::Enum(&__config::schema::Enum {
                name: #name,
                doc: #doc,
                words: &[#(#list),*],
            });
            fn decode(
                __node: &__config::Node<'_>,
            ) -> ::core::result::Result<Self, __config::Unchecked> {
                match __node.data {
                    #(__config::Data::Str(#names) => ::core::result::Result::Ok(Self::#variants),)*
                    _ => ::core::result::Result::Err(
                        __config::Unchecked::new(&<Self as __config::Value>::KIND, __node),
                    ),
                }
            }
            fn encode(&self) -> __config::Tree {
                __config::Tree::string(match self {
                    #(Self::#variants => #names,)*
                })
            }
        }
    }
}

/// The impl of a union.
pub fn emit_union(input: &Input, variants: &[Variant], sound: bool) -> TokenStream {
    let ident = &input.ident;
    let (name, doc) = (ident.unraw().to_string(), &input.doc);
    let generics = bounded(input);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let list = variants.iter().map(|Variant { tag, ty, deprecated, .. }| {
        let deprecated = option(deprecated.as_ref().map(ToTokens::to_token_stream));
        quote!(__config::schema::Variant {
            tag: #tag,
            schema: <#ty as __config::ModelConfig>::SCHEMA,
            deprecated: #deprecated,
        })
    });
    let decode = variants.iter().map(|Variant { ident, tag, ty, .. }| {
        let decode = decode_variant(ident, ty);
        quote!(::core::option::Option::Some(__config::Data::Str(#tag)) => #decode)
    });
    let encode = variants.iter().map(|Variant { ident, tag, ty, .. }| encode_variant(ident, ty, &quote!(#tag)));
    let asserts = variants.iter().enumerate().skip(1).map(|(k, variant)| {
        let k = Literal::usize_unsuffixed(k);
        assertion(variant.range, &quote!(__config::check::assert_unique_tag), quote!(__UNION.variants, #k))
    });
    let asserts = if sound && input.generics.params.is_empty() {
        quote! {
            const _: () = {
                const __UNION: &__config::schema::Union = match <#ident as __config::Value>::KIND {
                    __config::schema::Kind::Union(__union) => __union,
                    _ => ::core::unreachable!(),
                };
                #(#asserts)*
            };
        }
    } else {
        TokenStream::new()
    };
    let cost = input.generics.params.is_empty().then(|| costed(ident, variants.iter().map(|variant| &variant.ty)));
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #impl_generics __config::Value for #ident #ty_generics #where_clause {
            const KIND: __config::schema::Kind = __config::schema::Kind::Union(&__config::schema::Union {
                name: #name,
                doc: #doc,
                variants: &[#(#list),*],
                open: false,
            });
            fn decode(
                __node: &__config::Node<'_>,
            ) -> ::core::result::Result<Self, __config::Unchecked> {
                match ::core::option::Option::map(__node.get("type"), |__entry| __entry.value.data) {
                    #(#decode)*
                    _ => ::core::result::Result::Err(
                        __config::Unchecked::new(&<Self as __config::Value>::KIND, __node),
                    ),
                }
            }
            fn encode(&self) -> __config::Tree {
                match self {
                    #(#encode)*
                }
            }
        }
        #cost
        #asserts
    }
}

// Where a variant is no config, the mention of `SCHEMA` makes rustc say so in the words it uses for the list of variants,
// and so only once.

/// The arm of a variant in `decode`.
pub fn decode_variant(ident: &Ident, ty: impl ToTokens) -> TokenStream {
    quote! {{
        let _ = <#ty as __config::ModelConfig>::SCHEMA;
        ::core::result::Result::map(<#ty as __config::Value>::decode(__node), Self::#ident)
    }}
}

/// The arm of a variant in `encode`.
pub fn encode_variant(ident: &Ident, ty: impl ToTokens, tag: &TokenStream) -> TokenStream {
    quote! {
        Self::#ident(__value) => {
            let _ = <#ty as __config::ModelConfig>::SCHEMA;
            <#ty as __config::Value>::encode(__value).tagged(#tag)
        }
    }
}
