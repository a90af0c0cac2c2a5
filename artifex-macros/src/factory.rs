//! `models!` lists the configs of a module, `factory!` makes an enum of the lists of many modules.
//!
//! A macro cannot read another one's list, but macros can call each other: `models!` defines a macro that hands its list to
//! whatever macro it is told, and `factory!` walks the modules by such calls, itself being told. The state of the walk
//! travels in the calls: what was collected, and the modules still to visit. A `macro_rules` macro is exported from its
//! crate's root only, so the module re-exports it under one name, [`LIST`], and so is found as `module::LIST`.

use crate::emit::{assertion, costed, decode_variant, encode_variant, interop};
use crate::errors::{Errors, Range, expected};
use crate::krate;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Generics, Path, Result, Token, Visibility, braced, bracketed};

/// The name of a module's list.
const LIST: &str = "__artifex_models";

mod keyword {
    syn::custom_keyword!(__collect);
}

// ---- models! ----

/// `A, B`
pub struct List(Vec<Ident>);

impl Parse for List {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut names = Vec::new();
        while !input.is_empty() {
            if !input.peek(syn::Ident) {
                return Err(expected(input, "expected the name of a config"));
            }
            names.push(input.parse()?);
            if input.peek(Token![::]) || input.peek(Token![<]) {
                return Err(expected(
                    input,
                    "expected the name of a config in this module; bring it here with `pub use`",
                ));
            }
            crate::inline::comma(input)?;
        }
        Ok(Self(names))
    }
}

/// The output of `models! { A, B }`, called at `place`.
pub fn models(list: &List, place: &str) -> TokenStream {
    let mut errors = Errors::default();
    let names: Vec<_> = list.0.iter().collect();
    for (i, name) in names.iter().enumerate() {
        if names[..i].contains(name) {
            errors.add(name.span(), format!("`{name}` is listed twice"));
        }
    }
    let (exported, list) = (exported(&names, place), format_ident!("{LIST}"));
    quote! {
        #errors
        #[doc(hidden)]
        #[macro_export]
        macro_rules! #exported {
            ([$($callback:tt)*] $($state:tt)*) => {
                $($callback)*! { $($state)* [#(#names),*] }
            };
        }
        #[doc(hidden)]
        pub use #exported as #list;
    }
}

/// A name that no other list of the crate has: exported macros share one namespace. It depends on nothing but the source.
fn exported(names: &[&Ident], place: &str) -> Ident {
    let mut text = place.to_owned();
    for name in names {
        text.push(' ');
        text.push_str(&name.to_string());
    }
    // FNV-1a
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format_ident!("__artifex_models_{hash:016x}")
}

// ---- factory! ----

/// `pub enum Zoo: a::models, b::models`
struct Request {
    attrs: Vec<Attribute>,
    vis: Visibility,
    keyword: Token![enum],
    name: Ident,
    modules: Vec<Path>,
}

impl Parse for Request {
    fn parse(input: ParseStream) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        if !input.peek(Token![enum]) {
            return Err(expected(input, "expected an enum of modules: `pub enum Zoo: artifex::models, crate::models`"));
        }
        let keyword = input.parse()?;
        let name: Ident = input.parse()?;
        if !input.peek(Token![:]) {
            return Err(expected(input, "expected `:` and the modules that list models with `models!`"));
        }
        input.parse::<Token![:]>()?;
        let modules = Punctuated::<Path, Token![,]>::parse_terminated_with(input, Path::parse_mod_style)?;
        if modules.is_empty() {
            return Err(syn::Error::new(name.span(), "a factory needs at least one module with `models!`"));
        }
        Ok(Self { attrs, vis, keyword, name, modules: modules.into_iter().collect() })
    }
}

impl ToTokens for Request {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attrs, vis, keyword, name, modules } = self;
        tokens.extend(quote!(#(#attrs)* #vis #keyword #name: #(#modules),*));
    }
}

/// The list of one module.
struct Listed {
    module: Path,
    names: Vec<Ident>,
}

/// A call of `factory!`: the user's, or one from a list with what was collected so far.
pub struct Input {
    krate: Path,
    request: Request,
    lists: Vec<Listed>,
}

impl Parse for Input {
    fn parse(input: ParseStream) -> Result<Self> {
        let krate = krate::parse(input)?;
        if !input.peek(keyword::__collect) {
            return Ok(Self { krate, request: input.parse()?, lists: Vec::new() });
        }
        // ($crate) __collect { request } [[names of module 0] [names of module 1] ..] [names of the next module]
        input.parse::<keyword::__collect>()?;
        let (content, earlier);
        braced!(content in input);
        let request: Request = content.parse()?;
        bracketed!(earlier in input);
        let mut lists = Vec::new();
        while !earlier.is_empty() {
            lists.push(names(&earlier)?);
        }
        lists.push(names(input)?);
        let lists =
            request.modules.iter().cloned().zip(lists).map(|(module, names)| Listed { module, names }).collect();
        Ok(Self { krate, request, lists })
    }
}

fn names(input: ParseStream) -> Result<Vec<Ident>> {
    let content;
    bracketed!(content in input);
    Ok(Punctuated::<Ident, Token![,]>::parse_terminated(&content)?.into_iter().collect())
}

/// Asks the next module for its list; with all lists, the enum.
pub fn factory(input: &Input) -> TokenStream {
    let Input { krate, request, lists } = input;
    let Some(next) = request.modules.get(lists.len()) else { return zoo(krate, request, lists) };
    let list = Ident::new(LIST, Range::of(next).end);
    let collected = lists.iter().map(|Listed { names, .. }| quote!([#(#names),*]));
    quote!(#next::#list! { [#krate::__private::factory] (#krate) __collect { #request } [#(#collected)*] })
}

/// A config of the factory.
struct Model<'a> {
    name: &'a Ident,
    module: &'a Path,
}

fn zoo(krate: &Path, request: &Request, lists: &[Listed]) -> TokenStream {
    let mut errors = Errors::default();
    let mut models: Vec<Model> = Vec::new();
    for Listed { module, names } in lists {
        for name in names {
            match models.iter().find(|model| model.name == name) {
                Some(earlier) => {
                    let (here, there) = (text(module), text(earlier.module));
                    let message = format!("`{here}` and `{there}` both have a `{name}`");
                    errors.add(Range::of(module), message);
                }
                None => models.push(Model { name, module }),
            }
        }
    }
    if models.is_empty() {
        errors.add(request.name.span(), "the modules list no models");
    }
    if !errors.is_empty() {
        return errors.into_token_stream();
    }
    let Request { attrs, vis, keyword, name, .. } = request;
    let names: Vec<_> = models.iter().map(|model| model.name).collect();
    let types: Vec<_> = models.iter().map(|Model { name, module }| quote!(#module::#name)).collect();
    let (title, doc) = (name.unraw().to_string(), crate::syntax::doc(attrs));
    let indices: Vec<_> = (0..models.len()).map(Literal::usize_unsuffixed).collect();
    let decode = names.iter().zip(&types).map(|(name, ty)| decode_variant(name, ty));
    let encode = names
        .iter()
        .zip(&types)
        .zip(&indices)
        .map(|((name, ty), index)| encode_variant(name, ty, &quote!(__VARIANTS[#index].tag)));
    let asserts = models.iter().enumerate().skip(1).map(|(k, model)| {
        let k = Literal::usize_unsuffixed(k);
        assertion(model.name.span().into(), &quote!(__config::check::assert_unique_tag), quote!(__VARIANTS, #k))
    });
    let cost = costed(name, &types);
    let interop = interop(name, &Generics::default(), &krate.to_token_stream());
    let variant_docs = models.iter().map(|model| format!(" `{}::{}`", text(model.module), model.name));
    quote! {
        #(#attrs)*
        #[::core::prelude::v1::derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        #[allow(clippy::large_enum_variant)]
        #vis #keyword #name {
            #(#[doc = #variant_docs] #names(#types),)*
        }
        const _: () = {
            use #krate::config as __config;
            const __VARIANTS: &[__config::schema::Variant] =
                &[#(__config::schema::Variant::of(<#types as __config::ModelConfig>::SCHEMA)),*];
            #(#asserts)*
            #[automatically_derived]
            impl __config::Value for #name {
                const KIND: __config::schema::Kind = __config::schema::Kind::Union(&__config::schema::Union {
                    name: #title,
                    doc: #doc,
                    variants: __VARIANTS,
                    open: true,
                });
                fn decode(
                    __node: &__config::Node<'_>,
                ) -> ::core::result::Result<Self, __config::Unchecked> {
                    match ::core::option::Option::map(__node.get("type"), |__entry| __entry.value.data) {
                        #(::core::option::Option::Some(__config::Data::Str(__tag)) if __tag == __VARIANTS[#indices].tag =>
                            #decode)*
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
            #(
                #[automatically_derived]
                impl ::core::convert::From<#types> for #name {
                    fn from(__value: #types) -> Self {
                        Self::#names(__value)
                    }
                }
            )*
            #cost
            #interop
        };
        #krate::__impl_factory! { #name { #(#names(#types)),* } }
    }
}

/// A path as written.
fn text(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}
