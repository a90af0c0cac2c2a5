//! Constants that the compiler evaluates: what only it knows, the types of fields and of nested configs.

use super::operands::operands;
use super::{assertion, flatten, respan};
use crate::document::Data;
use crate::errors::Range;
use crate::model::{Field, Input, Role, Struct};
use crate::syntax::Constraint;
use proc_macro2::{Delimiter, Group, Ident, TokenStream};
use quote::quote;
use syn::{GenericArgument, PathArguments, Type, TypePath};

/// Constants of a type with parameters are evaluated only where it is used, so it gets no asserts.
pub fn asserts(input: &Input, config: &Struct) -> TokenStream {
    if !input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let ident = &input.ident;
    let schema = quote!(<#ident as __config::ModelConfig>::SCHEMA);
    let mut out = TokenStream::new();
    for (field, k) in config.fields.iter().zip(flatten::positions(config)) {
        if !matches!(field.role, Role::Key) {
            continue;
        }
        assert_constraint(&field.constraint, field, 0, &mut out);
        if let Some(unit) = &field.notes.unit
            && !is_surely(Wanted::Measured, element_type(&field.ty, 0))
        {
            let message = format!("`unit` is for numbers and lists of numbers; `{}` is neither", field.key);
            out.extend(assert_kind(Wanted::Measured, &message, unit.span().into(), field, 0));
        }
        if let Some(range) = field.notes.secret
            && !is_surely(Wanted::Plain, element_type(&field.ty, 0))
        {
            let message = format!("`secret` is for strings, numbers and lists of them; `{}` is neither", field.key);
            out.extend(assert_kind(Wanted::Plain, &message, range, field, 0));
        }
        if let Some(example) = &field.notes.example {
            out.extend(assertion(example.range, &quote!(__config::check::assert_example), quote!(#schema, #k)));
        }
        if let Some(default) = &field.default {
            out.extend(assertion(default.range, &quote!(__config::check::assert_default), quote!(#schema, #k)));
        }
    }
    if let Some(migrations) = &config.migrations {
        let version = quote! {
            match &#schema.version {
                ::core::option::Option::Some(__version) => __version,
                ::core::option::Option::None => ::core::unreachable!(),
            }
        };
        out.extend(assertion(Range::of(migrations), &quote!(__config::version::assert_migrations), version));
    }
    operands(config, &schema, &mut out);
    out
}

/// What a constraint is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Number,
    Bool,
    Text,
    FreeText,
    List,
    Map,
    Sized,
    Measured,
    Plain,
}

/// A constraint that cannot apply to the field's type is a mistake.
fn assert_constraint(constraint: &Constraint, field: &Field, depth: usize, out: &mut TokenStream) {
    let subject = if depth == 0 { format!("`{}`", field.key) } else { format!("an element of `{}`", field.key) };
    let mut assert = |wanted, message: String, range| {
        if !is_surely(wanted, element_type(&field.ty, depth)) {
            out.extend(assert_kind(wanted, &message, range, field, depth));
        }
    };
    for bound in [&constraint.min, &constraint.max].into_iter().flatten() {
        assert(Wanted::Number, format!("`{}` is for numbers; {subject} is not one", bound.key), bound.whole);
    }
    if let Some(step) = &constraint.multiple_of {
        assert(Wanted::Number, format!("`multiple_of` is for numbers; {subject} is not one"), step.whole);
    }
    if let Some(one_of) = &constraint.one_of {
        for (value, range) in &one_of.values {
            let (wanted, noun) = match value {
                Data::Number(_) => (Wanted::Number, "a number"),
                Data::Bool(_) => (Wanted::Bool, "a boolean"),
                _ => (Wanted::Text, "a string"),
            };
            assert(wanted, format!("{subject} is never {noun}"), *range);
        }
    }
    if let Some(len) = &constraint.len {
        assert(Wanted::Sized, format!("`len` is for lists, maps and strings; {subject} is none of them"), len.key);
    }
    if let Some(pattern) = &constraint.pattern {
        let message = format!("`pattern` is for strings and paths; {subject} is neither");
        assert(Wanted::FreeText, message, pattern.whole);
    }
    if let Some(keys) = &constraint.keys {
        assert(Wanted::Map, format!("`keys` is for maps; {subject} is not one"), keys.key);
        for (value, range) in keys.constraint.one_of.iter().flat_map(|one_of| &one_of.values) {
            if !matches!(value, Data::Text(_)) {
                let message = format!("a key of {subject} is a string");
                out.extend(assertion(*range, &quote!(::core::panic!), quote!(#message)));
            }
        }
    }
    if let Some(each) = &constraint.each {
        let (wanted, noun) = if each.word == "each" { (Wanted::List, "lists") } else { (Wanted::Map, "maps") };
        let mut assert = |message: String| {
            if !is_surely(wanted, element_type(&field.ty, depth)) {
                out.extend(assert_kind(wanted, &message, each.key, field, depth));
            }
        };
        assert(format!("`{}` is for {noun}; {subject} is not one", each.word));
        assert_constraint(&each.constraint, field, depth + 1, out);
    }
}

/// The type as written without `Option`, and inside so many lists; `None` if the tokens do not say.
pub fn element_type(ty: &Type, depth: usize) -> Option<&Type> {
    let ty = ungrouped(ty);
    match (ty, single(ty)) {
        (_, Some((name, Some(inner)))) if name == "Option" => element_type(inner, depth),
        _ if depth == 0 => Some(ty),
        (_, Some((name, Some(inner)))) if name == "Vec" => element_type(inner, depth - 1),
        (Type::Array(array), _) => element_type(&array.elem, depth - 1),
        _ => map_value(ty).and_then(|value| element_type(value, depth - 1)),
    }
}

/// The type without parentheses and without the invisible ones that a `$ty:ty` of `macro_rules` stands in.
fn ungrouped(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            _ => return ty,
        };
    }
}

/// The type of the values of a `BTreeMap`.
fn map_value(ty: &Type) -> Option<&Type> {
    let Type::Path(TypePath { qself: None, path, .. }) = ungrouped(ty) else { return None };
    let segment = path.segments.first().filter(|segment| path.segments.len() == 1 && segment.ident == "BTreeMap")?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.last() {
        Some(GenericArgument::Type(ty)) if arguments.args.len() == 2 => Some(ty),
        _ => None,
    }
}

/// The type without `Option`.
pub fn inside_option(ty: &Type) -> &Type {
    element_type(ty, 0).unwrap_or(ty)
}

/// Whether the type is an `Option` by its tokens.
pub fn is_option(ty: &Type) -> bool {
    single(ty).is_some_and(|(name, _)| name == "Option")
}

/// Whether the type is a list, a tuple or a map by its tokens.
pub fn is_collection(ty: &Type) -> bool {
    matches!(ungrouped(ty), Type::Array(_) | Type::Tuple(_))
        || single(ty).is_some_and(|(name, _)| name == "Vec" || name == "BTreeMap")
}

/// The name of the type, without `Option`, if it is that of a number, `bool`, `String` or `PathBuf`.
pub fn primitive(ty: &Type) -> Option<&Ident> {
    let ty = inside_option(ty);
    let known = is_surely(Wanted::Plain, Some(ty)) || is_surely(Wanted::Bool, Some(ty));
    single(ty).map(|(name, _)| name).filter(|_| known)
}

/// `Name` or `Name<Type>`.
fn single(ty: &Type) -> Option<(&Ident, Option<&Type>)> {
    let Type::Path(TypePath { qself: None, path, .. }) = ungrouped(ty) else { return None };
    let [segment] = path.segments.iter().collect::<Vec<_>>()[..] else { return None };
    let inner = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.first().and_then(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        }),
        _ => None,
    };
    Some((&segment.ident, inner))
}

/// Whether a type is of a wanted kind by its name alone. Nearly all are, and each assert that need not be evaluated saves a
/// millisecond; a type of another name, an alias for instance, is asked for its `KIND`.
pub fn is_surely(wanted: Wanted, ty: Option<&Type>) -> bool {
    let Some(ty) = ty else { return false };
    if matches!(ungrouped(ty), Type::Array(_)) {
        return matches!(wanted, Wanted::List | Wanted::Sized);
    }
    let Some((name, _)) = single(ty) else { return false };
    match name.to_string().as_str() {
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" | "f32" | "f64" => {
            matches!(wanted, Wanted::Number | Wanted::Measured | Wanted::Plain)
        }
        "bool" => wanted == Wanted::Bool,
        "String" | "PathBuf" => matches!(wanted, Wanted::Text | Wanted::FreeText | Wanted::Sized | Wanted::Plain),
        "Vec" => matches!(wanted, Wanted::List | Wanted::Sized),
        "BTreeMap" => matches!(wanted, Wanted::Map | Wanted::Sized),
        _ => false,
    }
}

/// Fails the build with `message` at `range` unless the field, or its elements at a depth, are of a wanted kind.
fn assert_kind(wanted: Wanted, message: &str, range: Range, field: &Field, depth: usize) -> TokenStream {
    let ty = &field.ty;
    let of = quote!(__config::schema::Kind);
    let wanted = match wanted {
        Wanted::Number => quote!(#of::Int { .. } | #of::Float { .. }),
        Wanted::Bool => quote!(#of::Bool),
        Wanted::Text => quote!(#of::Str | #of::Path | #of::Enum(_)),
        Wanted::FreeText => quote!(#of::Str | #of::Path),
        Wanted::List => quote!(#of::List { .. }),
        Wanted::Map => quote!(#of::Map { .. }),
        Wanted::Plain => {
            let plain = quote!(#of::Int { .. } | #of::Float { .. } | #of::Str | #of::Path);
            quote!(#plain | #of::List { element: #plain, .. })
        }
        Wanted::Measured => {
            quote!(
                #of::Int { .. } | #of::Float { .. } | #of::List { element: #of::Int { .. } | #of::Float { .. }, .. }
            )
        }
        Wanted::Sized => quote!(#of::List { .. } | #of::Map { .. } | #of::Str | #of::Path),
    };
    let unwrap = quote! {
        while let #of::Option(__inner) = __kind {
            __kind = __inner;
        }
    };
    // What is no list or map has no elements; the assert of `each` or `values` says so.
    let descend = (0..depth).map(|_| {
        quote! {
            let (#of::List { element: __element, .. } | #of::Map { value: __element }) = __kind else { break 'done };
            __kind = __element;
            #unwrap
        }
    });
    let label = (depth > 0).then(|| quote!('done:));
    let fail = respan(quote!(::core::panic!), range.start);
    let mut text = Group::new(Delimiter::Parenthesis, quote!(#message));
    text.set_span(range.end);
    quote! {
        const _: () = #label {
            let mut __kind: &#of = &<#ty as __config::Value>::KIND;
            #unwrap
            #(#descend)*
            if !::core::matches!(__kind, #wanted) {
                #fail #text
            }
        };
    }
}
