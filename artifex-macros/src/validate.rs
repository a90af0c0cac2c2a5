//! Stage 3: meaning. What can be said without knowing the types of the fields; the rest is checked by constants that the
//! compiler evaluates.

use crate::document::{Data, Node, Num};
use crate::emit::{inside_option, is_collection};
use crate::errors::{Errors, Range};
use crate::model::{Body, Field, Input, Role, Struct, Word};
use crate::rule::{Type, type_of};
use crate::syntax::{Constraint, DefaultValue, Given};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::cmp::Ordering;
use syn::{GenericParam, Generics, LitStr};

/// Checks the input.
pub fn validate(input: &Input, errors: &mut Errors) {
    for lifetime in input.generics.lifetimes() {
        errors.add(Range::of(lifetime), "a config owns its values: it cannot have lifetimes");
    }
    match &input.body {
        Body::Struct(config) => validate_struct(input, config, errors),
        Body::Enum(words) => validate_words(words, errors),
        Body::Union(variants) => {
            for variant in variants {
                not_empty(&variant.tag, variant.range, errors);
            }
        }
        Body::Unknown => {}
    }
}

fn validate_struct(input: &Input, config: &Struct, errors: &mut Errors) {
    if let Some(tag) = &config.tag {
        not_empty(&LitStr::value(tag), tag.span().into(), errors);
    }
    if let (Some(migrations), None) = (&config.migrations, config.version) {
        errors.add(Range::of(migrations), "migrations lead to a version: write `version = ..` beside them");
    }
    for field in &config.fields {
        if field.holds(&input.ident) {
            errors.add(Range::of(&field.ty), "a config cannot hold itself: its schema would have no end");
        }
    }
    let keys: Vec<_> = config.keys().collect();
    for field in &keys {
        validate_since(config, field, errors);
    }
    for (k, field) in keys.iter().enumerate() {
        validate_field(field, errors);
        if let Some(earlier) = keys[..k].iter().find(|earlier| earlier.key == field.key) {
            errors.add(field.range, format!("the name \"{}\" is already that of `{}`", field.key, earlier.ident));
        }
    }
    for field in config.fields.iter().filter(|field| matches!(field.role, Role::Flattened(_))) {
        validate_flattened(field, &input.generics, errors);
    }
    validate_old_names(&keys, errors);
    for rule in &config.rules {
        let found = type_of(&rule.expr, errors);
        if matches!(found, Type::Number | Type::Text) {
            errors.add(rule.expr.range, "a rule is a condition, for instance `channels % heads == 0`");
        }
    }
}

fn validate_since(config: &Struct, field: &Field, errors: &mut Errors) {
    if config.version.is_some() && field.key == "version" {
        errors.add(field.range, "`version` is the key of the config's own version; give the field another name");
    }
    match (field.notes.since, config.version) {
        (Some(since), None) => {
            errors.add(since.range, "`since` is a version of the config: give the struct a `version`");
        }
        (Some(since), Some(version)) if since.number > version.number => errors
            .add(since.range, format!("`since` is {}, but the config is at version {}", since.number, version.number)),
        _ => {}
    }
}

fn validate_field(field: &Field, errors: &mut Errors) {
    not_empty(&field.key, field.range, errors);
    if field.key == "type" {
        errors.add(field.range, "`type` is the tag of unions; give the field another name");
    }
    if let Some(unit) = &field.notes.unit
        && unit.value().trim().is_empty()
    {
        errors.add(unit.span(), "the unit is empty");
    }
    if let Some(DefaultValue { value: Given::Expr(..), range }) = &field.default
        && is_collection(inside_option(&field.ty))
    {
        errors.add(*range, "the default of a list or a map is written out: `[1, 2]`, `{ a = 1 }`");
    }
    validate_constraint(&field.constraint, errors);
}

/// A flattened config's fields are counted before any type parameter is known.
fn validate_flattened(field: &Field, generics: &Generics, errors: &mut Errors) {
    let parameters: Vec<_> = generics.params.iter().map(name_of).collect();
    if mentions(field.ty.to_token_stream(), &parameters) {
        errors.add(Range::of(&field.ty), "a flattened config cannot depend on a type parameter");
    }
    if let Some(DefaultValue { value, range }) = &field.default
        && !matches!(value, Given::Literal(Node { data: Data::Table(entries), .. }) if !entries.is_empty())
    {
        errors.add(
            *range,
            "the default of a flattened config is a table of other defaults for its fields: `{ key = value }`",
        );
    }
}

fn name_of(parameter: &GenericParam) -> String {
    match parameter {
        GenericParam::Type(parameter) => parameter.ident.to_string(),
        GenericParam::Const(parameter) => parameter.ident.to_string(),
        GenericParam::Lifetime(parameter) => parameter.lifetime.ident.to_string(),
    }
}

fn mentions(tokens: TokenStream, names: &[String]) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.contains(&ident.to_string()),
        TokenTree::Group(group) => mentions(group.stream(), names),
        _ => false,
    })
}

fn validate_old_names(fields: &[&Field], errors: &mut Errors) {
    let mut seen: Vec<(String, &Field)> = Vec::new();
    for field in fields {
        for old in &field.notes.renamed_from {
            let name = old.value();
            not_empty(&name, old.span().into(), errors);
            if name == "type" {
                errors.add(old.span(), "`type` is the tag of unions and cannot be an old name");
            }
            if let Some(other) = fields.iter().find(|other| other.key == name) {
                errors.add(old.span(), format!("the old name \"{name}\" is the name of `{}`", other.ident));
            }
            if let Some((_, other)) = seen.iter().find(|(known, _)| *known == name) {
                errors.add(old.span(), format!("\"{name}\" is already an old name of `{}`", other.ident));
            }
            seen.push((name, field));
        }
    }
}

fn validate_constraint(constraint: &Constraint, errors: &mut Errors) {
    if let (Some(min), Some(max)) = (&constraint.min, &constraint.max) {
        let empty = match min.number.value.partial_cmp(max.number.value) {
            Some(Ordering::Less) => false,
            Some(Ordering::Equal) => min.exclusive || max.exclusive,
            Some(Ordering::Greater) | None => true,
        };
        if empty {
            let (min_text, max_text) = (&min.number.text, &max.number.text);
            errors.add(
                max.range,
                format!("no number is allowed: `{}` is {min_text} and `{}` is {max_text}", min.key, max.key),
            );
        }
    }
    if let Some(step) = &constraint.multiple_of
        && step.number.value.partial_cmp(Num::Int(0)) != Some(Ordering::Greater)
    {
        errors.add(step.range, "the step of `multiple_of` is above zero");
    }
    if let Some(one_of) = &constraint.one_of {
        if one_of.values.is_empty() {
            errors.add(one_of.key, "expected at least one value: `one_of(value, ..)`");
        }
        for (i, (value, range)) in one_of.values.iter().enumerate() {
            if one_of.values[..i].iter().any(|(earlier, _)| same(earlier, value)) {
                errors.add(*range, "this value is given twice");
            }
            if let (Data::Text(text), Some(pattern)) = (value, &constraint.pattern)
                && !pattern.matches(text)
            {
                errors.add(*range, format!("\"{text}\" does not match the pattern `{}`", pattern.text));
            }
        }
    }
    if let Some(len) = &constraint.len
        && let (Some(min), Some(max)) = (len.min, len.max)
        && min > max
    {
        errors.add(len.key, format!("no length is allowed: `min` is {min} and `max` is {max}"));
    }
    for each in [&constraint.each, &constraint.keys].into_iter().flatten() {
        validate_constraint(&each.constraint, errors);
    }
}

fn same(a: &Data, b: &Data) -> bool {
    match (a, b) {
        (Data::Number(a), Data::Number(b)) => a.value.partial_cmp(b.value) == Some(Ordering::Equal),
        _ => a == b,
    }
}

fn validate_words(words: &[Word], errors: &mut Errors) {
    for (i, word) in words.iter().enumerate() {
        not_empty(&word.name, word.range, errors);
        if let Some(earlier) = words[..i].iter().find(|earlier| earlier.name == word.name) {
            errors.add(word.range, format!("the word \"{}\" is already that of `{}`", word.name, earlier.ident));
        }
    }
}

fn not_empty(name: &str, range: Range, errors: &mut Errors) {
    if name.trim().is_empty() {
        errors.add(range, "the name is empty");
    }
}
