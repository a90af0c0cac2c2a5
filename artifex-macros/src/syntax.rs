//! Stage 1: tokens to attributes. What an attribute says is kept with its place; whether it makes sense is decided later.

mod keys;

use crate::case::Case;
use crate::document::{Data, Node, Number, Place};
use crate::errors::{Errors, Range, expected, inside};
use crate::inline::{self, Places};
use crate::pattern::Pattern;
use crate::rule::Rule;
use keys::{EACH, ENUM, FIELD, KEYS, LEN, STRUCT, VARIANT, nested, read_keys, string_of, value_of};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::meta::ParseNestedMeta;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Expr, Ident, Lit, LitStr, Meta, Path, Result, Token, parenthesized, token};

/// What stands in the attributes of a struct or enum.
#[derive(Default)]
pub struct Container {
    /// The doc comment.
    pub doc: String,
    /// `tag = "vae"`
    pub tag: Option<LitStr>,
    /// `rule(..)`, in order.
    pub rules: Vec<Rule>,
    /// `cost(function)`
    pub cost: Option<Path>,
    /// `crate = path`
    pub krate: Option<Path>,
    /// `rename_all = "kebab-case"`
    pub rename_all: Option<Case>,
    /// `new = false`
    pub no_new: bool,
    /// `version = 3`
    pub version: Option<Count>,
    /// `migrations = MIGRATIONS`
    pub migrations: Option<Box<Expr>>,
}

/// A number that counts something, and its tokens.
#[derive(Clone, Copy)]
pub struct Count {
    /// The number.
    pub number: u32,
    /// Its tokens.
    pub range: Range,
}

/// What stands in the attributes of a field.
#[derive(Clone, Default)]
pub struct Field {
    /// The doc comment.
    pub doc: String,
    /// `default`, `default = value`
    pub default: Option<DefaultValue>,
    /// `min`, `max`, `one_of`, ...
    pub constraint: Constraint,
    /// `rename = "x"`
    pub rename: Option<LitStr>,
    /// `unit`, `example`, `renamed_from`, `deprecated`, `secret`
    pub notes: Notes,
    /// `flatten`, and its place
    pub flatten: Option<Range>,
    /// `skip`, and its place
    pub skip: Option<Range>,
    /// The keys that are given, and their places.
    pub keys: Vec<(&'static str, Range)>,
}

/// What is said of a field beside its values.
#[derive(Clone, Default)]
pub struct Notes {
    /// `unit = "ms"`
    pub unit: Option<LitStr>,
    /// `example = value`
    pub example: Option<DefaultValue>,
    /// `renamed_from = "old"`, `renamed_from("old", "older")`
    pub renamed_from: Vec<LitStr>,
    /// `deprecated = "use x"`
    pub deprecated: Option<LitStr>,
    /// `since = 2`
    pub since: Option<Count>,
    /// `secret`, and its place
    pub secret: Option<Range>,
}

/// A default or an example, and the tokens it stands in.
#[derive(Clone)]
pub struct DefaultValue {
    /// The value; the empty table for a bare `default`.
    pub value: Given,
    /// Its tokens.
    pub range: Range,
}

/// A value in an attribute.
#[derive(Clone)]
pub enum Given {
    /// A literal, a list or a table.
    Literal(Node),
    /// A constant expression of the field's type, and its text.
    Expr(Box<Expr>, String),
}

/// What values are allowed.
#[derive(Clone, Debug, Default)]
pub struct Constraint {
    /// `min = 0`, `exclusive_min = 0`
    pub min: Option<Bound>,
    /// `max = 1`, `exclusive_max = 1`
    pub max: Option<Bound>,
    /// `multiple_of = 8`
    pub multiple_of: Option<Step>,
    /// `one_of(1, 2)`
    pub one_of: Option<OneOf>,
    /// `len = 3`, `len(min = 1, max = 4)`
    pub len: Option<Len>,
    /// `pattern = "^[a-z_]+$"`
    pub pattern: Option<Pattern>,
    /// `each(min = 1)`, `values(min = 1)`
    pub each: Option<Each>,
    /// `keys(len(max = 8))`
    pub keys: Option<Each>,
}

/// An end of a range.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The key it was written with.
    pub key: &'static str,
    /// The number.
    pub number: Number,
    /// The number's tokens.
    pub range: Range,
    /// The tokens from the key to the number.
    pub whole: Range,
    /// Whether the end itself is outside.
    pub exclusive: bool,
}

/// What a number is a multiple of.
#[derive(Clone, Debug)]
pub struct Step {
    /// The number.
    pub number: Number,
    /// The number's tokens.
    pub range: Range,
    /// The tokens from the key to the number.
    pub whole: Range,
}

/// The only values allowed.
#[derive(Clone, Debug)]
pub struct OneOf {
    /// The values and their tokens.
    pub values: Vec<(Data, Range)>,
    /// The key.
    pub key: Range,
}

/// The number of elements or characters.
#[derive(Clone, Debug)]
pub struct Len {
    /// The smallest.
    pub min: Option<usize>,
    /// The largest.
    pub max: Option<usize>,
    /// The key.
    pub key: Range,
}

/// What holds for the elements of a list, or for the keys or the values of a map.
#[derive(Clone, Debug)]
pub struct Each {
    /// The word it was written with: `each`, `values` or `keys`.
    pub word: &'static str,
    /// The constraint.
    pub constraint: Box<Constraint>,
    /// The key.
    pub key: Range,
}

/// What stands in the attributes of a variant.
#[derive(Default)]
pub struct Variant {
    /// The doc comment.
    pub doc: String,
    /// `rename = "x"`
    pub rename: Option<LitStr>,
    /// `deprecated = "use x"`
    pub deprecated: Option<LitStr>,
}

/// The attributes of a struct or, with fewer keys, of an enum.
pub fn container(attrs: &[Attribute], is_struct: bool, errors: &mut Errors) -> Container {
    let mut out = Container { doc: doc(attrs), ..Container::default() };
    let grammar = if is_struct { &STRUCT } else { &ENUM };
    read_keys(attrs, grammar, errors, |key, meta, _| {
        match key {
            "tag" => out.tag = Some(string_of(key, meta, "\"name\"")?),
            "rename_all" => {
                let name = string_of(key, meta, "\"kebab-case\"")?;
                out.rename_all =
                    Some(Case::of(&name.value()).map_err(|message| syn::Error::new(name.span(), message))?);
            }
            "new" => {
                let value = value_of(key, meta, "false", syn::LitBool::parse)?;
                if value.value {
                    return Err(Range::of(&value).error("a config has a `new` unless this says `new = false`"));
                }
                out.no_new = true;
            }
            "version" => out.version = Some(version(key, meta)?),
            "migrations" => out.migrations = Some(Box::new(value_of(key, meta, "MIGRATIONS", Expr::parse)?)),
            "crate" => out.krate = Some(value_of(key, meta, "::path", Path::parse_mod_style)?),
            "cost" => out.cost = Some(function(meta)?),
            _ => {
                if !meta.input.peek(token::Paren) {
                    return Err(Range::of(&meta.path).error("expected `rule(condition)`"));
                }
                let content;
                parenthesized!(content in meta.input);
                out.rules.push(inside(&content, Rule::parse)?);
            }
        }
        Ok(())
    });
    out
}

/// `cost(path::to::function)`
fn function(meta: &ParseNestedMeta) -> Result<Path> {
    const FORM: &str = "expected `cost(function)`, a `const fn(&Fields<'_>) -> Cost`";
    if !meta.input.peek(token::Paren) {
        return Err(Range::of(&meta.path).error(FORM));
    }
    let content;
    parenthesized!(content in meta.input);
    inside(&content, |content| {
        let path = content.call(Path::parse_mod_style).map_err(|error| syn::Error::new(error.span(), FORM))?;
        if content.is_empty() { Ok(path) } else { Err(expected(content, FORM)) }
    })
}

/// The attributes of a field.
pub fn field(attrs: &[Attribute], errors: &mut Errors) -> Field {
    let mut out = Field { doc: doc(attrs), ..Field::default() };
    read_keys(attrs, &FIELD, errors, |key, meta, errors| {
        let at = Range::of(&meta.path);
        out.keys.push((key, at));
        match key {
            "default" => out.default = Some(default(meta, errors)?),
            "example" => out.notes.example = Some(literal(key, meta, errors)?),
            "rename" => out.rename = Some(string_of(key, meta, "\"name\"")?),
            "renamed_from" => out.notes.renamed_from = names(key, meta)?,
            "secret" | "flatten" | "skip" => {
                if meta.input.peek(Token![=]) || meta.input.peek(token::Paren) {
                    return Err(at.error(format!("`{key}` takes no value")));
                }
                let place = match key {
                    "secret" => &mut out.notes.secret,
                    "flatten" => &mut out.flatten,
                    _ => &mut out.skip,
                };
                *place = Some(at);
            }
            "deprecated" => out.notes.deprecated = Some(string_of(key, meta, "\"what to use\"")?),
            "since" => out.notes.since = Some(version(key, meta)?),
            "unit" => out.notes.unit = Some(string_of(key, meta, "\"ms\"")?),
            _ => constraint(&mut out.constraint, key, meta, errors)?,
        }
        Ok(())
    });
    out
}

/// `key = 2`
fn version(key: &str, meta: &ParseNestedMeta) -> Result<Count> {
    let (number, range) = value_of(key, meta, "2", inline::count)?;
    match u32::try_from(number) {
        Ok(number) if number > 0 => Ok(Count { number, range }),
        _ => Err(range.error("versions count from 1")),
    }
}

/// `key = "name"`, `key("name", ..)`
fn names(key: &str, meta: &ParseNestedMeta) -> Result<Vec<LitStr>> {
    if meta.input.peek(Token![=]) {
        return Ok(vec![string_of(key, meta, "\"name\"")?]);
    }
    let form = || Range::of(&meta.path).error(format!("expected `{key} = \"name\"` or `{key}(\"name\", ..)`"));
    if !meta.input.peek(token::Paren) {
        return Err(form());
    }
    let content;
    parenthesized!(content in meta.input);
    let names = inside(&content, |content| {
        let mut names = Vec::new();
        while !content.is_empty() {
            if !content.peek(LitStr) {
                return Err(expected(content, "expected a string"));
            }
            names.push(content.parse()?);
            inline::comma(content)?;
        }
        Ok(names)
    })?;
    if names.is_empty() { Err(form()) } else { Ok(names) }
}

fn default(meta: &ParseNestedMeta, errors: &mut Errors) -> Result<DefaultValue> {
    if meta.input.is_empty() || meta.input.peek(Token![,]) {
        let value = Node { place: Place::default(), data: Data::Table(Vec::new()) };
        return Ok(DefaultValue { value: Given::Literal(value), range: Range::of(&meta.path) });
    }
    if !meta.input.peek(Token![=]) || !is_expression(meta.input) {
        return literal("default", meta, errors);
    }
    value_of("default", meta, "value", |input| {
        let expr: Expr = input.parse()?;
        let (range, text) = (Range::of(&expr), text_of(&expr));
        Ok(DefaultValue { value: Given::Expr(Box::new(expr), text), range })
    })
}

/// Whether `= value` is an expression, and not a literal or the beginning of one.
fn is_expression(input: ParseStream) -> bool {
    let ahead = input.fork();
    if ahead.parse::<Token![=]>().is_err() || ahead.peek(LitStr) {
        return false;
    }
    if ahead.peek(Lit) || (ahead.peek(Token![-]) && ahead.peek2(Lit)) {
        // What goes on after a literal: `1 << 10`.
        let rest = ahead.fork();
        let scalar = inline::scalar(&rest, "").is_ok();
        return scalar && !rest.is_empty() && !rest.peek(Token![,]) && ahead.parse::<Expr>().is_ok();
    }
    ahead.peek(Ident::peek_any)
        || ahead.peek(token::Paren)
        || ahead.peek(Token![::])
        || ahead.peek(Token![!])
        || ahead.peek(Token![-])
}

/// Tokens as a human writes them, nearly.
fn text_of(expr: &Expr) -> String {
    let mut text = expr.to_token_stream().to_string();
    for (spread, tight) in
        [(" :: ", "::"), (":: ", "::"), (" . ", "."), (" (", "("), ("( ", "("), (" )", ")"), (" ,", ",")]
    {
        text = text.replace(spread, tight);
    }
    text
}

fn literal(key: &str, meta: &ParseNestedMeta, errors: &mut Errors) -> Result<DefaultValue> {
    value_of(key, meta, "value", |input| {
        let (value, range) = inline::value(input, Place::default(), &mut Places::default(), errors)?;
        Ok(DefaultValue { value: Given::Literal(value.unplaced()), range })
    })
}

fn constraint(out: &mut Constraint, key: &'static str, meta: &ParseNestedMeta, errors: &mut Errors) -> Result<()> {
    let at = Range::of(&meta.path);
    match key {
        "min" | "exclusive_min" | "max" | "exclusive_max" => {
            let exclusive = key.starts_with("exclusive");
            let (number, range) = value_of(key, meta, "number", inline::number)?;
            let bound = Bound { key, number, range, whole: at.to(range), exclusive };
            let end = if key.ends_with("min") { &mut out.min } else { &mut out.max };
            if let Some(other) = end {
                return Err(at.error(format!("`{}` is given already", other.key)));
            }
            *end = Some(bound);
        }
        "multiple_of" => {
            let (number, range) = value_of(key, meta, "number", inline::number)?;
            out.multiple_of = Some(Step { number, range, whole: at.to(range) });
        }
        "one_of" => {
            if !meta.input.peek(token::Paren) {
                return Err(at.error("expected `one_of(value, ..)`"));
            }
            let content;
            parenthesized!(content in meta.input);
            let values = inside(&content, |content| {
                let mut values = Vec::new();
                while !content.is_empty() {
                    values.push(inline::scalar(content, "a number or a string")?);
                    inline::comma(content)?;
                }
                Ok(values)
            })?;
            out.one_of = Some(OneOf { values, key: at });
        }
        "len" => {
            let mut len = Len { min: None, max: None, key: at };
            if meta.input.peek(Token![=]) {
                let (n, _) = value_of(key, meta, "number", inline::count)?;
                (len.min, len.max) = (Some(n), Some(n));
            } else {
                let form = "expected `len = number` or `len(min = number, max = number)`";
                let sound = nested(meta, &LEN, form, errors, |key, meta, _| {
                    let (n, _) = value_of(key, meta, "number", inline::count)?;
                    *(if key == "min" { &mut len.min } else { &mut len.max }) = Some(n);
                    Ok(())
                })?;
                if !sound {
                    return Ok(());
                }
            }
            out.len = Some(len);
        }
        "pattern" => {
            let text = string_of(key, meta, "\"^[a-z_]+$\"")?;
            out.pattern = Some(Pattern::compile(&text, at)?);
        }
        _ => {
            let mut inner = Constraint::default();
            let (grammar, form) = match key {
                "keys" => (&KEYS, "expected `keys(len(max = number), ..)`"),
                "values" => (&EACH, "expected `values(min = number, ..)`"),
                _ => (&EACH, "expected `each(min = number, ..)`"),
            };
            nested(meta, grammar, form, errors, |key, meta, errors| constraint(&mut inner, key, meta, errors))?;
            let each = Each { word: key, constraint: Box::new(inner), key: at };
            match (key, &out.each) {
                ("keys", _) => out.keys = Some(each),
                (_, Some(_)) => {
                    return Err(at.error("`each` is for lists and `values` for maps; a field has one of them"));
                }
                (_, None) => out.each = Some(each),
            }
        }
    }
    Ok(())
}

/// The attributes of a variant.
pub fn variant(attrs: &[Attribute], errors: &mut Errors) -> Variant {
    let mut out = Variant { doc: doc(attrs), ..Variant::default() };
    read_keys(attrs, &VARIANT, errors, |key, meta, _| {
        match key {
            "rename" => out.rename = Some(string_of(key, meta, "\"name\"")?),
            _ => out.deprecated = Some(string_of(key, meta, "\"what to use\"")?),
        }
        Ok(())
    });
    out
}

/// Fields of a union's variants have no keys of their own.
pub fn no_keys(attrs: &[Attribute], errors: &mut Errors) {
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("config")) {
        errors.add(Range::of(attr), "the config in a variant has no attributes; they belong to its type");
    }
}

/// The doc comment: its lines, each without the first space.
pub fn doc(attrs: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("doc")) {
        if let Meta::NameValue(meta) = &attr.meta
            && let Expr::Lit(value) = &meta.value
            && let Lit::Str(text) = &value.lit
        {
            let text = text.value();
            // A block comment is one attribute with many lines.
            lines.extend(text.split('\n').map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned()));
        }
    }
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Container, Field, Given, container, doc, field};
    use crate::document::{Data, Num};
    use crate::errors::Errors;
    use syn::{Attribute, parse_quote};

    fn read_field(attr: &Attribute) -> (Field, Vec<String>) {
        let mut errors = Errors::default();
        let field = field(std::slice::from_ref(attr), &mut errors);
        (field, errors.messages())
    }

    #[test]
    fn numbers_keep_their_text_without_the_suffix() {
        let (field, errors) =
            read_field(&parse_quote!(#[config(min = -1_000i64, exclusive_max = 2e-3_f32, default = 0xFF)]));
        assert!(errors.is_empty(), "{errors:?}");
        let (min, max) = (field.constraint.min.unwrap(), field.constraint.max.unwrap());
        assert_eq!((min.number.value, min.number.text.as_str(), min.exclusive), (Num::Int(-1000), "-1_000", false));
        assert_eq!((max.number.value, max.number.text.as_str(), max.exclusive), (Num::Float(2e-3), "2e-3", true));
        let Given::Literal(default) = field.default.unwrap().value else { panic!("not a literal") };
        let Data::Number(default) = default.data else { panic!("not a number") };
        assert_eq!((default.value, default.text.as_str()), (Num::Int(255), "0xFF"));
    }

    #[test]
    fn expressions_keep_their_text() {
        for (attr, text) in [
            (parse_quote!(#[config(default = 1 << 10, min = 1)]), "1 << 10"),
            (parse_quote!(#[config(default = std::f64::consts::PI)]), "std::f64::consts::PI"),
            (parse_quote!(#[config(default = ::a::f(-X, 2).y)]), "::a::f(- X, 2).y"),
            (parse_quote!(#[config(default = -WIDTH)]), "- WIDTH"),
        ] {
            let (field, errors) = read_field(&attr);
            assert!(errors.is_empty(), "{errors:?}");
            let Given::Expr(_, found) = field.default.unwrap().value else { panic!("{text} is no literal") };
            assert_eq!(found, text);
        }
    }

    #[test]
    fn every_mistake_is_reported_and_the_rest_is_read() {
        let (field, errors) = read_field(
            &parse_quote!(#[config(mn = 1, min = "x", max = 3, max = 4, len(mi = [2, 3], max = 4), default = @)]),
        );
        assert_eq!(
            errors,
            [
                "unknown `config` key `mn`; did you mean `min`?",
                "expected a number",
                "`max` is given twice",
                "unknown `config` key `mi`; did you mean `min`?",
                "expected a number, a string, `true`, `false`, `[..]` or `{ .. }`",
            ]
        );
        assert_eq!(field.constraint.max.unwrap().number.value, Num::Int(3));
        assert!(field.constraint.len.is_none() && field.default.is_none());
    }

    #[test]
    fn keys_of_several_attributes_are_one_set() {
        let attrs: Vec<Attribute> =
            parse_quote!(#[config(tag = "a")] #[config(rule(a > 0), tag = "b")] #[config(rule(b > 0),)]);
        let mut errors = Errors::default();
        let Container { tag, rules, .. } = container(&attrs, true, &mut errors);
        assert_eq!(errors.messages(), ["`tag` is given twice"]);
        assert_eq!((tag.unwrap().value().as_str(), rules.len()), ("a", 2));
    }

    #[test]
    fn doc_comments() {
        let attrs: Vec<Attribute> = parse_quote! {
            /// A title.
            ///
            ///   indented
            #[doc = "same\nattribute"]
            #[doc(hidden)]
        };
        assert_eq!(doc(&attrs), "A title.\n\n  indented\nsame\nattribute");
    }
}
