//! What a config costs: the function of a struct, and for an enum the cost of the config that is there.

use super::{bounded, respan};
use crate::model::{Input, Struct};
use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned as _;
use syn::{Path, parse_quote};

/// The value of `Schema::cost`, and the items that it needs: nothing for a struct without a cost.
pub fn emit_cost(input: &Input, config: &Struct, sound: bool) -> (TokenStream, TokenStream) {
    let Some(path) = &config.cost else {
        return (quote!(::core::option::Option::None), TokenStream::new());
    };
    let ident = &input.ident;
    let mut generics = bounded(input);
    let (_, ty_generics, where_clause) = generics.split_for_impl();
    let (ty_generics, where_clause) = (ty_generics.to_token_stream(), where_clause.cloned());
    generics.params.push(parse_quote!(__P: __config::cost::Place));
    let (impl_generics, _, _) = generics.split_for_impl();
    let schema = quote!(<Self as __config::ModelConfig>::SCHEMA);
    let costed = if sound {
        quote! {
            match <__P as __config::cost::Place>::NODE {
                ::core::option::Option::None => ::core::option::Option::None,
                ::core::option::Option::Some(__node) => {
                    let __cost_of_all = __cost(&__config::cost::Fields::new(#schema, __node));
                    let mut __weighing = __config::cost::Weighing::new(#schema, __node, __cost_of_all);
                    while let ::core::option::Option::Some(__fields) = __weighing.next() {
                        __weighing.add(__cost(&__fields));
                    }
                    ::core::option::Option::Some(__weighing.found())
                }
            }
        }
    } else {
        // No budget is broken by what is wrong already.
        quote!(::core::option::Option::Some(__config::cost::Costing::NOTHING))
    };
    // The function is named once, so that what is wrong with it is said once, and at its name.
    let call = |function: TokenStream, argument: TokenStream| {
        let mut argument = Group::new(Delimiter::Parenthesis, argument);
        argument.set_span(path.span());
        quote!(#function #argument)
    };
    let fields = Ident::new("__fields", path.span());
    let body = call(whole_path(path, ident).to_token_stream(), quote!(#fields));
    // A wrong name in the function is an error here; rustc shows the call, too.
    let tried = (sound && input.generics.params.is_empty()).then(|| {
        let sample = quote!(&__config::cost::Fields::sample(__schema, __k));
        let cost = call(respan(quote!(__cost), path.span()), sample);
        quote! {
            #[allow(long_running_const_eval)]
            const _: () = {
                let __schema = <#ident as __config::ModelConfig>::SCHEMA;
                let mut __k = 0;
                while __k < __config::cost::samples(__schema) {
                    let _ = #cost;
                    __k += 1;
                }
            };
        }
    });
    let items = quote! {
        const fn __cost(#fields: &__config::cost::Fields<'_>) -> __config::cost::Cost {
            #body
        }
        #[automatically_derived]
        impl #impl_generics __config::cost::Costed<__P> for #ident #ty_generics #where_clause {
            const COSTED: ::core::option::Option<__config::cost::Costing> = #costed;
        }
        #tried
    };
    (quote!(::core::option::Option::Some(__cost)), items)
}

/// `Self` is not known where the function is called.
fn whole_path(path: &Path, ident: &Ident) -> Path {
    let mut path = path.clone();
    if let Some(first) = path.segments.first_mut()
        && first.ident == "Self"
    {
        first.ident = Ident::new(&ident.to_string(), first.ident.span());
    }
    path
}

/// The impl of an enum of configs: it costs what the config costs that is there. Not for an enum with parameters, whose
/// configs are not known here.
pub fn costed(ident: &Ident, types: impl IntoIterator<Item = impl ToTokens>) -> TokenStream {
    let variants = types.into_iter().enumerate().map(|(k, ty)| {
        let k = Literal::usize_unsuffixed(k);
        quote!(__config::cost::Probe::<#ty, __config::cost::Chosen<__P, #ident, #k>>::COSTED)
    });
    quote! {
        #[automatically_derived]
        impl<__P: __config::cost::Place> __config::cost::Costed<__P> for #ident {
            const COSTED: ::core::option::Option<__config::cost::Costing> = {
                #[allow(unused_imports)]
                use __config::cost::NoCost as _;
                __config::cost::chosen(&[#(#variants),*])
            };
        }
    }
}
