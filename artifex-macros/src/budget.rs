//! `budget!(T, "x.toml", parameters <= 1_000)`: limits of what the config in a file costs.

use crate::emit::assertion;
use crate::errors::{Errors, Range, expected};
use crate::file;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::path::Path;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, Result, Token, parenthesized, token};

const FORM: &str = "expected a limit: `parameters <= 1_000_000`, `flops <= ..`, `activations <= ..`";

/// `T, "path", limits`
pub struct Input {
    file: file::Input,
    limits: Vec<Limit>,
}

/// `parameters <= 1_000`, `bytes(DType::F32) < 1 << 20`
struct Limit {
    measure: TokenStream,
    exclusive: bool,
    most: Expr,
    range: Range,
}

impl Parse for Input {
    fn parse(input: ParseStream) -> Result<Self> {
        let file = file::Input::parse_start(input)?;
        if !input.peek(Token![,]) {
            return Err(expected(input, "expected `,` and a limit: `parameters <= 1_000_000`"));
        }
        input.parse::<Token![,]>()?;
        let limits: Vec<_> = Punctuated::<Limit, Token![,]>::parse_terminated(input)?.into_iter().collect();
        if limits.is_empty() {
            return Err(expected(input, FORM));
        }
        Ok(Self { file, limits })
    }
}

impl Parse for Limit {
    fn parse(input: ParseStream) -> Result<Self> {
        if !input.peek(Ident) {
            return Err(expected(input, FORM));
        }
        let name: Ident = input.parse()?;
        let mut measure = name.to_token_stream();
        if input.peek(token::Paren) {
            let content;
            parenthesized!(content in input);
            let arguments: TokenStream = content.parse()?;
            measure.extend(quote!((#arguments)));
        }
        let exclusive = input.peek(Token![<]) && !input.peek(Token![<=]);
        if exclusive {
            input.parse::<Token![<]>()?;
        } else if input.peek(Token![<=]) {
            input.parse::<Token![<=]>()?;
        } else {
            return Err(expected(input, "expected `<=` or `<`, and the limit: a budget is what may be spent at most"));
        }
        if input.is_empty() || input.peek(Token![,]) {
            return Err(expected(input, "expected the limit, a whole number"));
        }
        let most: Expr = input.parse()?;
        let range = Range::from(name.span()).to(Range::of(&most));
        Ok(Self { measure, exclusive, most, range })
    }
}

impl Input {
    /// The file and its type.
    pub const fn file(&self) -> &file::Input {
        &self.file
    }
}

/// The output: the checks of `check_file!` and those of the limits.
pub fn budget(input: &Input, source: Option<&Path>) -> TokenStream {
    let (statements, errors) = file::constants(&input.file, source);
    // Some editors do not say where the source file is, and then nothing is known of the other one.
    if source.is_none() || !errors.is_empty() {
        return wrapped(&statements, &errors);
    }
    let ty = input.file.ty();
    let has_cost = assertion(
        Range::of(ty),
        &quote!(__config::cost::assert_costed),
        quote!(__COSTED.as_ref(), <__File as __config::cost::Place>::NODE),
    );
    let limits = input.limits.iter().map(|Limit { measure, exclusive, most, range }| {
        let text = measure.to_string().replace(' ', "");
        let arguments = quote! {
            __COSTED.as_ref(),
            match __COSTED {
                ::core::option::Option::Some(__costing) => __costing.cost.#measure,
                ::core::option::Option::None => 0,
            },
            &__config::cost::Budget { measure: #text, exclusive: #exclusive, limit: #most },
            &__DOC,
            __REPORT.hidden()
        };
        assertion(*range, &quote!(__config::cost::assert_budget), arguments)
    });
    let statements = quote! {
        #statements
        struct __File;
        impl __config::cost::Place for __File {
            const NODE: ::core::option::Option<__config::Node<'static>> = if __REPORT.count() == 0 {
                ::core::option::Option::Some(__DOC.root)
            } else {
                ::core::option::Option::None
            };
        }
        const __COSTED: ::core::option::Option<__config::cost::Costing> =
            <#ty as __config::cost::Costed<__File>>::COSTED;
        #has_cost
        #(#limits)*
    };
    wrapped(&statements, &errors)
}

fn wrapped(statements: &TokenStream, errors: &Errors) -> TokenStream {
    quote! {
        #errors
        const _: () = { #statements };
    }
}
