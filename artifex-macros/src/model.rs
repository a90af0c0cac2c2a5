//! Stage 2: the typed form of the input. Everything later works on this, not on syntax trees.

use crate::case::Case;
use crate::errors::{Errors, Range};
use crate::rule::{self, Rule};
use crate::syntax::{self, Constraint, Count, DefaultValue, Notes};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Expr, Fields, GenericArgument, Generics, LitStr, Path, PathArguments, Type, TypePath};

/// A type with `#[derive(ModelConfig)]`.
pub struct Input {
    /// The type.
    pub ident: Ident,
    /// Its parameters.
    pub generics: Generics,
    /// Path to the library.
    pub krate: TokenStream,
    /// The doc comment.
    pub doc: String,
    /// What it is.
    pub body: Body,
}

/// What a type is.
pub enum Body {
    /// A struct: a config.
    Struct(Struct),
    /// A unit enum: words.
    Enum(Vec<Word>),
    /// An enum of configs: a union.
    Union(Vec<Variant>),
    /// Something that cannot be a config; an error says so.
    Unknown,
}

/// A config.
pub struct Struct {
    /// `tag = ".."`
    pub tag: Option<LitStr>,
    /// Whether it gets a `new`.
    pub constructor: bool,
    /// `version = 3`
    pub version: Option<Count>,
    /// `migrations = MIGRATIONS`
    pub migrations: Option<Box<Expr>>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// The function that says what it costs.
    pub cost: Option<Path>,
    /// The fields, in declaration order.
    pub fields: Vec<Field>,
}

impl Field {
    /// Whether the field's type is the type `ident`, or a list, an option or the like of it. The schema of a config that holds
    /// itself would be a constant that needs itself.
    pub fn holds(&self, ident: &Ident) -> bool {
        !matches!(self.role, Role::Skipped) && holds(&self.ty, ident)
    }
}

fn holds(ty: &Type, ident: &Ident) -> bool {
    match ty {
        Type::Array(array) => holds(&array.elem, ident),
        Type::Tuple(tuple) => tuple.elems.iter().any(|ty| holds(ty, ident)),
        Type::Paren(inner) => holds(&inner.elem, ident),
        Type::Group(inner) => holds(&inner.elem, ident),
        Type::Path(TypePath { qself: None, path, .. }) => {
            let own = path.get_ident().is_some_and(|name| name == ident || name == "Self");
            let last = path.segments.last().map(|segment| &segment.arguments);
            let inner = match last {
                Some(PathArguments::AngleBracketed(arguments)) => {
                    arguments.args.iter().any(|argument| match argument {
                        GenericArgument::Type(ty) => holds(ty, ident),
                        _ => false,
                    })
                }
                _ => false,
            };
            own || inner
        }
        _ => false,
    }
}

impl Struct {
    /// The fields that are keys of the table.
    pub fn keys(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| matches!(field.role, Role::Key))
    }
}

/// A field of a config.
pub struct Field {
    /// The Rust name.
    pub ident: Ident,
    /// The key in a file.
    pub key: String,
    /// Where the key comes from.
    pub range: Range,
    /// The type.
    pub ty: Type,
    /// The doc comment.
    pub doc: String,
    /// The default.
    pub default: Option<DefaultValue>,
    /// The constraint.
    pub constraint: Constraint,
    /// What else is said of it.
    pub notes: Notes,
    /// What it is in files.
    pub role: Role,
    /// Whether its absence is never an error. Only so in the fallback of a wrong derive.
    pub lenient: bool,
}

/// What a field of a struct is in files.
#[derive(Clone, Copy)]
pub enum Role {
    /// A key of the table.
    Key,
    /// A config whose keys stand among those of the table.
    Flattened(Range),
    /// Nothing: only Rust sees it.
    Skipped,
}

/// A value of a unit enum.
pub struct Word {
    /// The variant.
    pub ident: Ident,
    /// The word in a file.
    pub name: String,
    /// The doc comment.
    pub doc: String,
    /// Why it should not be used.
    pub deprecated: Option<LitStr>,
    /// Where the word comes from.
    pub range: Range,
}

/// A config of a union.
pub struct Variant {
    /// The variant.
    pub ident: Ident,
    /// The value of `type`.
    pub tag: String,
    /// The config.
    pub ty: Type,
    /// Why it should not be used.
    pub deprecated: Option<LitStr>,
    /// Where the tag comes from.
    pub range: Range,
}

/// Reads the derive's input.
pub fn read(input: DeriveInput, errors: &mut Errors) -> Input {
    let is_struct = matches!(input.data, Data::Struct(_));
    let container = syntax::container(&input.attrs, is_struct, errors);
    let krate = container.krate.as_ref().map_or_else(|| quote!(::artifex), ToTokens::to_token_stream);
    let body = match input.data {
        Data::Struct(data) => match data.fields {
            Fields::Named(fields) => {
                let case = container.rename_all;
                let fields: Vec<_> =
                    fields.named.into_iter().filter_map(|field| read_field(field, case, errors)).collect();
                let mut rules = container.rules;
                for rule in &mut rules {
                    rule::each_path(&mut rule.expr, &mut |path| use_outside_name(path, &fields));
                }
                {
                    let syntax::Container { tag, no_new, version, migrations, cost, .. } = container;
                    Body::Struct(Struct { tag, constructor: !no_new, version, migrations, rules, cost, fields })
                }
            }
            Fields::Unnamed(fields) => {
                errors.add(
                    Range { start: fields.paren_token.span.open(), end: fields.paren_token.span.close() },
                    "a config needs named fields: they are the keys of a file",
                );
                Body::Unknown
            }
            Fields::Unit => {
                let name = &input.ident;
                errors.add(
                    name.span(),
                    format!("a config needs named fields; a config without any is `struct {name} {{}}`"),
                );
                Body::Unknown
            }
        },
        Data::Enum(data) => read_enum(&input.ident, data, container.rename_all, errors),
        Data::Union(data) => {
            errors.add(data.union_token.span, "a config is a struct or an enum");
            Body::Unknown
        }
    };
    Input { ident: input.ident, generics: input.generics, krate, doc: container.doc, body }
}

/// A rule may call a field of its own struct by the Rust name; a name in files goes first.
fn use_outside_name(path: &mut rule::Path, fields: &[Field]) {
    let Some(first) = path.keys.first_mut() else { return };
    let mut keys = fields.iter().filter(|field| matches!(field.role, Role::Key));
    if keys.clone().any(|field| field.key == *first) {
        return;
    }
    if let Some(field) = keys.find(|field| field.ident.unraw() == *first) {
        first.clone_from(&field.key);
    }
}

fn read_field(field: syn::Field, case: Option<Case>, errors: &mut Errors) -> Option<Field> {
    let attributes = syntax::field(&field.attrs, errors);
    let ident = field.ident?;
    if let Some((_, default)) = &field.default {
        errors.add(Range::of(default), "write the default as `#[config(default = ..)]`");
    }
    let role = role(&attributes, errors);
    let name = ident.unraw().to_string();
    let (key, range) = match &attributes.rename {
        Some(rename) => (rename.value(), rename.span().into()),
        None => (case.map_or_else(|| name.clone(), |case| case.field(&name)), ident.span().into()),
    };
    Some(Field {
        key,
        range,
        ident,
        ty: field.ty,
        doc: attributes.doc,
        default: attributes.default,
        constraint: attributes.constraint,
        notes: attributes.notes,
        role,
        lenient: false,
    })
}

/// What a field is in files. One that has no key of its own has nothing that is said of a key.
fn role(field: &syntax::Field, errors: &mut Errors) -> Role {
    let (role, own, why) = match (field.flatten, field.skip) {
        (Some(_), Some(skip)) => {
            errors.add(skip, "a field is either flattened or left out of files");
            return Role::Flattened(skip);
        }
        (Some(range), None) => (
            Role::Flattened(range),
            &["flatten", "default"][..],
            "the field is flattened and has no key of its own; this belongs to the fields of its config",
        ),
        (None, Some(_)) => (
            Role::Skipped,
            &["skip"][..],
            "the field is left out of files: it starts as `Default::default()`, and nothing is said of it",
        ),
        (None, None) => return Role::Key,
    };
    for (key, range) in &field.keys {
        if !own.contains(key) {
            errors.add(*range, why);
        }
    }
    role
}

fn read_enum(name: &Ident, data: syn::DataEnum, case: Option<Case>, errors: &mut Errors) -> Body {
    let Some(first) = data.variants.first() else {
        errors.add(name.span(), "an enum without variants has no values");
        return Body::Unknown;
    };
    // The first variant says which of the two kinds it is.
    let is_union = !matches!(first.fields, Fields::Unit);
    let (mut words, mut variants, mut known) = (Vec::new(), Vec::new(), true);
    for variant in data.variants {
        let attributes = syntax::variant(&variant.attrs, errors);
        let ident = variant.ident;
        let name = attributes.rename.as_ref().map_or_else(
            || {
                let word = snake_case(&ident.unraw().to_string());
                case.map_or_else(|| word.clone(), |case| case.variant(&word))
            },
            LitStr::value,
        );
        let range = attributes.rename.as_ref().map_or_else(|| Range::from(ident.span()), |rename| rename.span().into());
        match variant.fields {
            Fields::Unit if !is_union => {
                let deprecated = attributes.deprecated;
                words.push(Word { ident, name, doc: attributes.doc, deprecated, range });
            }
            Fields::Unnamed(fields) if is_union && fields.unnamed.len() == 1 => {
                for field in fields.unnamed {
                    syntax::no_keys(&field.attrs, errors);
                    variants.push(Variant {
                        ident: ident.clone(),
                        tag: name.clone(),
                        ty: field.ty,
                        deprecated: attributes.deprecated.clone(),
                        range,
                    });
                }
            }
            fields => {
                known = false;
                let range = if matches!(fields, Fields::Unit) { ident.span().into() } else { Range::of(&fields) };
                errors.add(range, wrong_variant(&fields, is_union));
            }
        }
    }
    match (known, is_union) {
        (false, _) => Body::Unknown,
        (true, false) => Body::Enum(words),
        (true, true) => Body::Union(variants),
    }
}

const fn wrong_variant(fields: &Fields, is_union: bool) -> &'static str {
    match (fields, is_union) {
        (Fields::Named(_), _) => "a variant holds its config as a type: `Variant(VariantConfig)`",
        (Fields::Unit, _) => {
            "the enum mixes words and configs: this variant needs one config, `Variant(VariantConfig)`"
        }
        (Fields::Unnamed(_), true) => "a variant holds exactly one config",
        (Fields::Unnamed(_), false) => "the enum mixes words and configs: the variants before this one hold nothing",
    }
}

/// The word of a variant. A word of the name starts at a capital after a small letter (`LeakyRelu`, `leaky_relu`), and at
/// the last of several capitals or digits before a small letter (`MSELoss`, `mse_loss`; `Conv2dBlock`, `conv2d_block`).
/// Digits stay with what is before them (`Sha256`, `sha256`), and a single capital with what is after it (`UNet2D`,
/// `unet2d`). Any other word is a matter of `rename`.
pub fn snake_case(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::new();
    let mut start = 0;
    for (i, letter) in letters.iter().enumerate() {
        if i > 0 && letter.is_uppercase() {
            let before = letters[i - 1];
            let small_after = letters.get(i + 1).is_some_and(|after| after.is_lowercase());
            let starts = before.is_lowercase() || (before != '_' && small_after && i - start > 1);
            if starts {
                out.push('_');
                start = i;
            }
        }
        if *letter == '_' {
            start = i + 1;
        }
        out.extend(letter.to_lowercase());
    }
    out
}

impl Input {
    /// Keeps what is certain after an error: the fields and words themselves. The type then still is a config, so that one
    /// mistake is one error, and its files are checked for what is sure to be wrong in them.
    pub fn weaken(&mut self) {
        if self.generics.lifetimes().next().is_some() {
            self.body = Body::Unknown;
        }
        if let Body::Struct(config) = &self.body
            && config.fields.iter().any(|field| field.holds(&self.ident))
        {
            self.body = Body::Unknown;
        }
        if let Body::Struct(config) = &mut self.body {
            config.rules.clear();
            config.migrations = None;
            for field in &mut config.fields {
                field.default = None;
                field.constraint = Constraint::default();
                field.notes = Notes::default();
                field.lenient = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::snake_case;

    #[test]
    fn words_of_variants() {
        for (name, word) in [
            ("Relu", "relu"),
            ("LeakyRelu", "leaky_relu"),
            ("MSE", "mse"),
            ("MSELoss", "mse_loss"),
            ("BetaVAE", "beta_vae"),
            ("DPMSolver", "dpm_solver"),
            ("BCEWithLogits", "bce_with_logits"),
            ("Sha256", "sha256"),
            ("Sha256Hash", "sha256_hash"),
            ("UNet2D", "unet2d"),
            ("UNet", "unet"),
            ("MyUNet", "my_unet"),
            ("Conv2D", "conv2d"),
            ("Conv2DTranspose", "conv2d_transpose"),
            ("Conv2dBlock", "conv2d_block"),
            ("VQVAE", "vqvae"),
            ("L2", "l2"),
            ("V1Beta", "v1_beta"),
            ("Snake_Case", "snake_case"),
            ("A", "a"),
        ] {
            assert_eq!(snake_case(name), word, "{name}");
        }
    }
}
