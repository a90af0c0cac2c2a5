//! Stage 4: the output. Data, not code: a constant schema and the way to and from a document, nothing else.
//!
//! Everything stands in `const _: () = { .. }`, so the one name it defines, `__config`, is not seen outside.

mod asserts;
mod choice;
mod construct;
mod cost;
mod flatten;
mod operands;

use crate::errors::{Errors, Range};
use crate::model::{Body, Field, Input, Role, Struct};
use crate::rule::{self, Expr, Kind, Rule};
use crate::syntax::{Bound, Constraint, Count, Given, Notes};
use asserts::asserts;
pub use asserts::{inside_option, is_collection};
pub use choice::{decode_variant, encode_variant};
use choice::{emit_enum, emit_union};
pub use cost::costed;
use cost::emit_cost;
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{Generics, Type, parse_quote};

/// The path prefix of the library's types in generated code.
pub fn at() -> TokenStream {
    quote!(__config::)
}

/// A constant that the compiler evaluates; a failure of `call` is shown at `range`.
pub fn assertion(range: Range, call: &TokenStream, arguments: TokenStream) -> TokenStream {
    // rustc underlines a call from its first token to its last, so these two get the spans of the range.
    let call = respan(call.clone(), range.start);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(range.end);
    quote!(const _: () = #call #arguments;)
}

fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(span);
            token
        })
        .collect()
}

/// The output of the derive. After an error nothing is asserted: `input` is then what [`Input::weaken`] left of it.
pub fn emit(input: &Input, errors: &Errors) -> TokenStream {
    let (krate, sound) = (&input.krate, errors.is_empty());
    let parts = match &input.body {
        Body::Struct(config) => emit_struct(input, config, sound),
        Body::Enum(words) => emit_enum(input, words),
        Body::Union(variants) => emit_union(input, variants, sound),
        Body::Unknown => emit_unknown(input, errors),
    };
    let interop = interop(&input.ident, &bounded(input), krate);
    let errors = if matches!(input.body, Body::Unknown) { None } else { Some(errors) };
    quote! {
        #errors
        const _: () = {
            use #krate::config as __config;
            #parts
            #interop
        };
    }
}

/// The type's parameters, every type parameter a config value.
fn bounded(input: &Input) -> Generics {
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(__config::Value));
    }
    if let Body::Union(variants) = &input.body
        && !input.generics.params.is_empty()
    {
        let clause = generics.make_where_clause();
        for variant in variants {
            let ty = &variant.ty;
            clause.predicates.push(parse_quote!(#ty: __config::ModelConfig));
        }
    }
    generics
}

// ---- Structs ----

fn emit_struct(input: &Input, config: &Struct, sound: bool) -> TokenStream {
    let ident = &input.ident;
    let (name, doc) = (ident.unraw().to_string(), &input.doc);
    let generics = bounded(input);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let version = emit_version(config);
    let write_version = config.version.map(|Count { number, .. }| {
        let number = Literal::u32_unsuffixed(number);
        quote!(.with(__config::version::KEY, __config::Tree::int(#number)))
    });
    let tag = option(config.tag.as_ref().map(|tag| quote!(#tag)));
    let flatten::Lists { constants, fields, rules } = flatten::lists(config);
    let decode = config.fields.iter().zip(flatten::positions(config)).map(|(field, k)| emit_decode(field, &k));
    let schema = config.keys().next().map(|_| quote!(let __schema = <Self as __config::ModelConfig>::SCHEMA;));
    let encode = config.fields.iter().map(|Field { ident, key, ty, role, default, .. }| match role {
        Role::Key if default.is_some() => {
            quote!(.with_any(#key, <#ty as __config::Value>::encode(&self.#ident)))
        }
        Role::Key => quote!(.with(#key, <#ty as __config::Value>::encode(&self.#ident))),
        Role::Flattened(_) => quote!(.with_all(<#ty as __config::Value>::encode(&self.#ident))),
        Role::Skipped => TokenStream::new(),
    });
    let constructor = construct::emit_constructor(input, config);
    let mut asserts = if sound { asserts(input, config) } else { TokenStream::new() };
    if sound {
        asserts.extend(flatten::asserts(input, config));
    }
    let (cost, cost_items) = emit_cost(input, config, sound);
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #impl_generics __config::Value for #ident #ty_generics #where_clause {
            const KIND: __config::schema::Kind =
                __config::schema::Kind::Table(<Self as __config::ModelConfig>::SCHEMA);
            fn decode(
                __node: &__config::Node<'_>,
            ) -> ::core::result::Result<Self, __config::Unchecked> {
                if !::core::matches!(__node.data, __config::Data::Table(_)) {
                    return ::core::result::Result::Err(
                        __config::Unchecked::new(&<Self as __config::Value>::KIND, __node),
                    );
                }
                #schema
                ::core::result::Result::Ok(Self { #(#decode),* })
            }
            fn encode(&self) -> __config::Tree {
                __config::Tree::table()#write_version #(#encode)*
            }
        }
        #[automatically_derived]
        impl #impl_generics __config::ModelConfig for #ident #ty_generics #where_clause {
            const SCHEMA: &'static __config::Schema = &__config::Schema {
                name: #name,
                tag: #tag,
                doc: #doc,
                version: #version,
                fields: #fields,
                rules: #rules,
                cost: #cost,
            };
        }
        #constants
        #constructor
        #cost_items
        #asserts
    }
}

/// The value of a schema's `version`.
fn emit_version(config: &Struct) -> TokenStream {
    option(config.version.map(|Count { number, .. }| {
        let number = Literal::u32_unsuffixed(number);
        let migrations = config.migrations.as_ref().map_or_else(|| quote!(&[]), ToTokens::to_token_stream);
        quote!(__config::version::Version { number: #number, migrations: #migrations })
    }))
}

/// `field: value`, where `k` is the field's number in the schema.
fn emit_decode(Field { ident, ty, role, default, .. }: &Field, k: &TokenStream) -> TokenStream {
    // Every use of a field's type is written `<T as Value>`: where it is no config value, rustc then says the same thing at
    // the same place, and says it once.
    match (role, default) {
        (Role::Key, _) => {
            quote!(#ident: <#ty as __config::Value>::decode(&__config::value::field_node(__node, __schema, #k))?)
        }
        (Role::Flattened(_), None) => quote!(#ident: <#ty as __config::Value>::decode(__node)?),
        (Role::Flattened(_), Some(_)) => quote! {
            #ident: __config::value::decode_flattened::<#ty>(__node, <Self as __config::ModelConfig>::SCHEMA)?
        },
        (Role::Skipped, _) => quote!(#ident: <#ty as ::core::default::Default>::default()),
    }
}

fn emit_field(field: &Field) -> TokenStream {
    let (key, doc, ty) = (&field.key, &field.doc, &field.ty);
    let kind = quote!(<#ty as __config::Value>::KIND);
    let presence = match &field.default {
        Some(default) => {
            let node = emit_given(&default.value, ty);
            quote!(__config::schema::Presence::Default(#node))
        }
        None if field.lenient => quote!(__config::schema::Presence::Optional),
        None => quote!(__config::schema::Presence::of(&#kind)),
    };
    let (constraint, notes) = (emit_constraint(&field.constraint), emit_notes(&field.notes, ty));
    quote!(__config::schema::Field {
        name: #key,
        hash: __config::text::hash(#key),
        doc: #doc,
        kind: #kind,
        presence: #presence,
        constraint: #constraint,
        notes: #notes,
    })
}

fn emit_given(given: &Given, ty: &Type) -> TokenStream {
    let (expr, text) = match given {
        Given::Literal(node) => return node.tokens(&at()),
        Given::Expr(expr, text) => (expr, text),
    };
    // The type is not inferred, so that a wrong expression is an error at the expression.
    let data = match asserts::primitive(ty) {
        Some(name) if name == "String" || name == "PathBuf" => {
            quote!(__config::value::Typed::<&'static ::core::primitive::str>(#expr).data(#text))
        }
        Some(name) => quote!(__config::value::Typed::<::core::primitive::#name>(#expr).data(#text)),
        None => {
            let ty = inside_option(ty);
            quote!(<#ty>::__config_data(&#expr))
        }
    };
    quote!(__config::Node::new(__config::Span::new(0, 0), #data))
}

fn emit_notes(notes: &Notes, ty: &Type) -> TokenStream {
    let mut set = TokenStream::new();
    if let Some(unit) = &notes.unit {
        set.extend(quote!(unit: ::core::option::Option::Some(#unit),));
    }
    if let Some(example) = &notes.example {
        let node = emit_given(&example.value, ty);
        set.extend(quote!(example: ::core::option::Option::Some(#node),));
    }
    if !notes.renamed_from.is_empty() {
        let old = &notes.renamed_from;
        set.extend(quote!(renamed_from: &[#(#old),*],));
    }
    if let Some(note) = &notes.deprecated {
        set.extend(quote!(deprecated: ::core::option::Option::Some(#note),));
    }
    if let Some(Count { number, .. }) = notes.since {
        let number = Literal::u32_unsuffixed(number);
        set.extend(quote!(since: ::core::option::Option::Some(#number),));
    }
    if notes.secret.is_some() {
        set.extend(quote!(secret: true,));
    }
    if set.is_empty() {
        return quote!(__config::schema::Notes::NONE);
    }
    quote!(__config::schema::Notes { #set ..__config::schema::Notes::NONE })
}

fn emit_constraint(constraint: &Constraint) -> TokenStream {
    let mut set = TokenStream::new();
    for (name, bound) in [("min", &constraint.min), ("max", &constraint.max)] {
        if let Some(Bound { number, exclusive, .. }) = bound {
            let (name, number) = (format_ident!("{name}"), number.tokens(&at()));
            let bound = quote!(__config::schema::Bound { number: #number, exclusive: #exclusive });
            set.extend(quote!(#name: ::core::option::Option::Some(#bound),));
        }
    }
    if let Some(step) = &constraint.multiple_of {
        let number = step.number.tokens(&at());
        set.extend(quote!(multiple_of: ::core::option::Option::Some(#number),));
    }
    if let Some(one_of) = &constraint.one_of {
        let values = one_of.values.iter().map(|(value, _)| value.tokens(&at()));
        set.extend(quote!(one_of: &[#(#values),*],));
    }
    if let Some(len) = &constraint.len {
        for (name, n) in [("min_len", len.min), ("max_len", len.max)] {
            if let Some(n) = n.map(Literal::usize_unsuffixed) {
                let name = format_ident!("{name}");
                set.extend(quote!(#name: ::core::option::Option::Some(#n),));
            }
        }
    }
    if let Some(pattern) = &constraint.pattern {
        let pattern = pattern.tokens(&at());
        set.extend(quote!(pattern: ::core::option::Option::Some(#pattern),));
    }
    for (name, each) in [("each", &constraint.each), ("keys", &constraint.keys)] {
        if let Some(each) = each {
            let (name, inner) = (format_ident!("{name}"), emit_constraint(&each.constraint));
            set.extend(quote!(#name: ::core::option::Option::Some(&#inner),));
        }
    }
    if set.is_empty() {
        return quote!(__config::schema::Constraint::NONE);
    }
    quote!(__config::schema::Constraint { #set ..__config::schema::Constraint::NONE })
}

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote!(::core::option::Option::None), |value| quote!(::core::option::Option::Some(#value)))
}

fn emit_rule(rule: &Rule) -> TokenStream {
    let text = rule::text(&rule.expr);
    let message = option(rule.message.as_ref().map(|message| quote!(#message)));
    let expr = emit_expr(&rule.expr);
    let paths = rule::paths(&rule.expr).into_iter().map(|path| keys(&path.keys));
    quote!(__config::rule::Rule { text: #text, message: #message, expr: #expr, paths: &[#(#paths),*] })
}

fn keys(keys: &[String]) -> TokenStream {
    quote!(&[#(#keys),*])
}

fn emit_expr(expr: &Expr) -> TokenStream {
    let variant = |name: &str, arguments: TokenStream| {
        let name = format_ident!("{name}");
        quote!(__config::rule::Expr::#name(#arguments))
    };
    let inner = |expr: &Expr| {
        let expr = emit_expr(expr);
        quote!(&#expr)
    };
    match &expr.kind {
        Kind::Literal(data) => variant("Literal", data.tokens(&at())),
        Kind::Path(path) => variant("Path", keys(&path.keys)),
        Kind::Element => quote!(__config::rule::Expr::Element),
        Kind::Index(list, k) => {
            let (list, k) = (inner(list), Literal::usize_unsuffixed(*k));
            variant("Index", quote!(#list, #k))
        }
        Kind::Paren(expr) => emit_expr(expr),
        Kind::Not(expr) => variant("Not", inner(expr)),
        Kind::Negate(expr) => variant("Negate", inner(expr)),
        Kind::Len(expr) => variant("Len", inner(expr)),
        Kind::Sum(expr) => variant("Sum", inner(expr)),
        Kind::Product(expr) => variant("Product", inner(expr)),
        Kind::IsSet(path) => variant("IsSet", keys(&path.keys)),
        Kind::All(list, condition) => {
            let (list, condition) = (inner(list), inner(condition));
            variant("All", quote!(#list, #condition))
        }
        Kind::When(condition, rule) => {
            let (condition, rule) = (inner(condition), inner(rule));
            variant("When", quote!(#condition, #rule))
        }
        Kind::Unique(lists) => {
            let lists = lists.iter().map(emit_expr);
            variant("Unique", quote!(&[#(#lists),*]))
        }
        Kind::Within(needle, path) => {
            let (needle, path) = (inner(needle), keys(&path.keys));
            variant("Within", quote!(#needle, #path))
        }
        Kind::In(needle, list) => {
            let (needle, list) = (inner(needle), list.iter().map(emit_expr));
            variant("In", quote!(#needle, &[#(#list),*]))
        }
        Kind::Binary(operator, left, right) => {
            let (name, left, right) = (format_ident!("{}", operator.name()), inner(left), inner(right));
            variant("Binary", quote!(__config::rule::Operator::#name, #left, #right))
        }
    }
}

/// The fallback for what cannot be a config. The errors stand in the constant, so that whatever is computed from it, a
/// check of a file for instance, is known to be wrong already and is not reported again.
fn emit_unknown(input: &Input, errors: &Errors) -> TokenStream {
    let ident = &input.ident;
    let generics = bounded(input);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        impl #impl_generics __config::Value for #ident #ty_generics #where_clause {
            const KIND: __config::schema::Kind = { #errors };
            fn decode(
                __node: &__config::Node<'_>,
            ) -> ::core::result::Result<Self, __config::Unchecked> {
                ::core::result::Result::Err(__config::Unchecked::new(&<Self as __config::Value>::KIND, __node))
            }
            fn encode(&self) -> __config::Tree {
                __config::Tree::table()
            }
        }
        impl #impl_generics __config::ModelConfig for #ident #ty_generics #where_clause {
            const SCHEMA: &'static __config::Schema = match <Self as __config::Value>::KIND {
                __config::schema::Kind::Table(__schema) => __schema,
                _ => ::core::unreachable!(),
            };
        }
    }
}

// ---- serde and schemars ----

/// The impls that make the type a citizen of other people's structs. They need `__config` in scope.
pub fn interop(ident: &Ident, generics: &Generics, krate: &TokenStream) -> TokenStream {
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let mut with_lifetime = generics.clone();
    with_lifetime.params.insert(0, parse_quote!('de));
    let (de_generics, _, _) = with_lifetime.split_for_impl();
    let serde = quote!(#krate::__private::serde);
    let schemars = quote!(#krate::__private::schemars);
    quote! {
        #[automatically_derived]
        impl #impl_generics #serde::Serialize for #ident #ty_generics #where_clause {
            fn serialize<__S: #serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                __config::interop::serialize::<Self, __S>(self, __serializer)
            }
        }
        #[automatically_derived]
        impl #de_generics #serde::Deserialize<'de> for #ident #ty_generics #where_clause {
            fn deserialize<__D: #serde::Deserializer<'de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                __config::interop::deserialize::<Self, __D>(__deserializer)
            }
        }
        #[automatically_derived]
        impl #impl_generics #schemars::JsonSchema for #ident #ty_generics #where_clause {
            fn schema_name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                __config::interop::schema_name::<Self>()
            }
            fn json_schema(__generator: &mut #schemars::SchemaGenerator) -> #schemars::Schema {
                __config::interop::json_schema::<Self>(__generator)
            }
        }
    }
}
