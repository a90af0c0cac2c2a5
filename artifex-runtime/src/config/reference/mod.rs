//! The reference of a config as a Markdown page, for people: what can stand in a file, what it means, and what is left out at
//! what price.
//!
//! A page has one section per type: the config itself first, then what it refers to, each once, in the order in which a reader
//! meets it. A field is an item of a list, as in the reference of cargo: its type and default in one sentence, then its own
//! words. Fields are too many and their documentation is too short for a heading each.

pub mod example;
pub mod markdown;
mod matching;
pub mod words;

use crate::config::check::check;
use crate::config::doc::{Data, Doc};
use crate::config::report::{Code, Report};
use crate::config::rule::Rule;
use crate::config::schema::{Constraint, Field, Kind, Notes, Presence, Schema, Union, Variant};
use crate::config::toml_text;
use bumpalo::Bump;
use example::minimal;
use markdown::{anchor, block, cell, code, doc, escape, fill};
use std::fmt::Write as _;
use words::{Named, describe, is_documented, value};

/// Longest default that stands in the sentence of its field, in characters; a longer one gets a block.
const INLINE_DEFAULT: usize = 60;

/// The reference page of a kind, normally `<T as Value>::KIND` of a config type: GitHub-flavoured Markdown, the same bytes for
/// the same schema. `registered` are the configs that open unions accept beside their own.
#[must_use]
pub fn document(kind: &Kind, title: &str, registered: &[&'static Schema]) -> String {
    let page = Page::of(kind, title, registered);
    let mut out = String::new();
    if !is_named(kind) {
        let what = describe(kind, &Constraint::NONE, &|named| page.link(named));
        let article = if what.starts_with('i') { "An" } else { "A" };
        let what = fill(&format!("{article} {what}."));
        let _ = writeln!(out, "# {}\n\n{what}\n", escape(title));
    }
    for (k, section) in page.sections.iter().enumerate() {
        let root = k == 0 && is_named(kind);
        let level = if root { "#" } else { "##" };
        let _ = writeln!(out, "{level} {}\n", section.heading);
        for part in page.parts(section, root) {
            let _ = writeln!(out, "{part}\n");
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A page of the reference, for [`index`].
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// What the page is called.
    pub title: &'a str,
    /// Where it lies, from the index: `vae.md`.
    pub file: &'a str,
    /// What it documents.
    pub kind: &'a Kind,
}

/// The table of contents of a reference of several pages, in the order given.
#[must_use]
pub fn index(title: &str, entries: &[Entry<'_>]) -> String {
    let mut out = format!("# {}\n\n| config | `type` | about |\n|---|---|---|\n", escape(title));
    for entry in entries {
        let (tag, text) = match entry.kind {
            Kind::Table(schema) => (schema.tag, schema.doc),
            Kind::Union(union) => (None, union.doc),
            Kind::Enum(words) => (None, words.doc),
            _ => (None, ""),
        };
        let tag = tag.map_or(String::new(), |tag| cell(&code(tag)));
        // A link may lead to a name with a space.
        let file = entry.file.replace(' ', "%20").replace(')', "%29");
        let about = cell(&first_paragraph(text, &|_| None));
        let _ = writeln!(out, "| [{}]({file}) | {tag} | {about} |", escape(entry.title));
    }
    out
}

fn first_paragraph(text: &str, link: &dyn Fn(&str) -> Option<String>) -> String {
    doc(text, link).split("\n\n").next().unwrap_or("").to_owned()
}

struct Section {
    named: Named,
    heading: String,
    anchor: String,
    /// What tells a type from others of its name: two copies of a type read the same.
    text: String,
}

struct Page<'a> {
    registered: &'a [&'static Schema],
    sections: Vec<Section>,
}

impl<'a> Page<'a> {
    fn of(kind: &Kind, title: &str, registered: &'a [&'static Schema]) -> Self {
        let mut page = Self { registered, sections: Vec::new() };
        let mut root = Vec::new();
        refer(kind, &mut root);
        for named in root {
            page.add(named, is_named(kind).then(|| escape(title)));
        }
        let mut k = 0;
        while k < page.sections.len() {
            for named in page.references(page.sections[k].named) {
                page.add(named, None);
            }
            k += 1;
        }
        page
    }

    /// Adds a section, unless the type has one. A type that needs no section gets none.
    fn add(&mut self, named: Named, title: Option<String>) {
        if matches!(named, Named::Enum(words) if !is_documented(words) && title.is_none()) || self.find(named).is_some()
        {
            return;
        }
        let mut heading = title.unwrap_or_else(|| code(name(named)));
        // Two types of one name are told apart by a number.
        let mut n = 1;
        while self.sections.iter().any(|section| section.heading == heading) {
            n += 1;
            heading = format!("{} ({n})", code(name(named)));
        }
        let plain = anchor(&heading);
        let (mut anchor, mut n) = (plain.clone(), 0);
        while self.sections.iter().any(|section| section.anchor == anchor) {
            n += 1;
            anchor = format!("{plain}-{n}");
        }
        self.sections.push(Section { named, heading, anchor, text: identity(named) });
    }

    fn find(&self, named: Named) -> Option<&Section> {
        // `identity` itself looks at a page without sections.
        if self.sections.is_empty() {
            return None;
        }
        let text = identity(named);
        self.sections.iter().find(|section| section.text == text)
    }

    /// The types that a type refers to, in order.
    fn references(&self, named: Named) -> Vec<Named> {
        let mut out = Vec::new();
        match named {
            Named::Table(schema) => schema.fields.iter().for_each(|field| refer(&field.kind, &mut out)),
            Named::Union(union) => out.extend(self.variants(union).map(|variant| Named::Table(variant.schema))),
            Named::Enum(_) => {}
        }
        out
    }

    fn variants(&self, union: &Union) -> impl Iterator<Item = Variant> {
        let registered: &[_] = if union.open { self.registered } else { &[] };
        let own: Vec<_> = union.variants.to_vec();
        let others: Vec<_> = registered.iter().map(|schema| Variant::of(schema)).collect();
        own.into_iter().chain(others)
    }

    /// What selects a config: the tags that the unions of the page have for it, else its own.
    fn tags(&self, section: &Section, schema: &Schema) -> Vec<&'static str> {
        let mut tags = Vec::new();
        for other in &self.sections {
            let Named::Union(union) = other.named else { continue };
            for variant in self.variants(union) {
                let found = self.find(Named::Table(variant.schema));
                if found.is_some_and(|found| found.anchor == section.anchor) && !tags.contains(&variant.tag) {
                    tags.push(variant.tag);
                }
            }
        }
        if tags.is_empty() { schema.tag.into_iter().collect() } else { tags }
    }

    fn link(&self, named: Named) -> String {
        let section = self.find(named);
        section.map_or_else(|| code(name(named)), |section| format!("[{}](#{})", code(name(named)), section.anchor))
    }

    fn doc(&self, text: &str) -> String {
        doc(text, &|item| {
            let section = self.sections.iter().find(|section| name(section.named) == item)?;
            Some(self.link(section.named))
        })
    }

    /// The blocks of a section.
    fn parts(&self, section: &Section, root: bool) -> Vec<String> {
        let mut parts = Vec::new();
        match section.named {
            Named::Table(schema) => {
                let tags: Vec<_> =
                    self.tags(section, schema).iter().map(|tag| code(&format!("type = \"{tag}\""))).collect();
                parts.push(tags.join(" or "));
                parts.push(self.doc(schema.doc));
                if let Some(version) = schema.version {
                    parts.push(fill(&format!(
                        "At version {}: a file may say {}.",
                        version.number,
                        code(&format!("version = {}", version.number))
                    )));
                }
                let fields: Vec<_> = schema.fields.iter().map(|field| self.field(field)).collect();
                // A label also keeps the fields apart from a list that ends the documentation.
                parts.push(if fields.is_empty() { "No fields." } else { "Fields:" }.to_owned());
                parts.push(fields.join("\n\n"));
                if !schema.rules.is_empty() {
                    parts.push("Rules, which must hold:".to_owned());
                    parts.push(schema.rules.iter().map(rule).collect::<Vec<_>>().join("\n"));
                }
                if root {
                    parts.extend(self.example(&Kind::Table(schema), "The least that a file needs"));
                }
            }
            Named::Union(union) => {
                parts.push(self.doc(union.doc));
                parts.push(self.choices(union));
                if root {
                    parts.extend(self.example(&Kind::Union(union), "The least that a file of the first type needs"));
                }
            }
            Named::Enum(words) => {
                parts.push(self.doc(words.doc));
                parts
                    .push(words.words.iter().map(|word| self.word(word.name, word.doc)).collect::<Vec<_>>().join("\n"));
            }
        }
        parts.retain(|part| !part.is_empty());
        parts
    }

    fn field(&self, field: &Field) -> String {
        let mut head = format!(
            "**{}**: {}.",
            code(field.name),
            describe(&field.kind, &field.constraint, &|named| self.link(named))
        );
        let mut long = None;
        match &field.presence {
            Presence::Required => head.push_str(" Required."),
            Presence::Optional => head.push_str(" Optional."),
            Presence::Default(node) if matches!((node.data, field.kind), (Data::Table(&[]), Kind::Map { .. })) => {
                head.push_str(" Default: empty.");
            }
            Presence::Default(node) if matches!(node.data, Data::Table(&[])) => {
                head.push_str(" Default: made of its own defaults.");
            }
            Presence::Default(node) => {
                let text = value(&node.data);
                if text.chars().count() <= INLINE_DEFAULT {
                    let _ = write!(head, " Default: {text}.");
                } else {
                    head.push_str(" Default:");
                    let tree = crate::config::tree::Tree::thaw(node);
                    long =
                        Some(block("toml", &format!("{} = {}", toml_text::key(field.name), toml_text::inline(&tree))));
                }
            }
        }
        let Notes { unit, example, renamed_from, deprecated, since, secret } = field.notes;
        if let Some(unit) = unit {
            let _ = write!(head, " Unit: {}.", escape(unit));
        }
        if let Some(node) = &example {
            let _ = write!(head, " For instance: {}.", value(&node.data));
        }
        if secret {
            head.push_str(" Secret: its value is never shown.");
        }
        if let Some(since) = since {
            let _ = write!(head, " Since version {since}.");
        }
        if !renamed_from.is_empty() {
            let old: Vec<_> = renamed_from.iter().map(|name| code(name)).collect();
            let _ = write!(head, " Once called {}.", old.join(", "));
        }
        let note = deprecated.map(|note| fill(&format!("**Deprecated**: {}", escape(note))));
        let parts = [Some(fill(&head)), long, note, Some(self.doc(field.doc)).filter(|doc| !doc.is_empty())];
        item(&parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n"))
    }

    fn word(&self, name: &str, text: &str) -> String {
        let text = self.doc(text);
        let name = code(&format!("\"{name}\""));
        item(&if text.is_empty() { name } else { format!("{name}: {text}") })
    }

    fn choices(&self, union: &Union) -> String {
        let mut out = "| `type` | config | about |\n|---|---|---|\n".to_owned();
        for variant in self.variants(union) {
            let about = self.doc(variant.schema.doc);
            let about = cell(about.split("\n\n").next().unwrap_or(""));
            let tag = cell(&code(&format!("\"{}\"", variant.tag)));
            let _ = writeln!(out, "| {tag} | {} | {about} |", cell(&self.link(Named::Table(variant.schema))));
        }
        if union.open {
            out.push_str("\nA program may register more.\n");
        }
        out.trim_end().to_owned()
    }

    /// The smallest document, with a word of warning where it breaks a rule.
    fn example(&self, kind: &Kind, title: &str) -> Vec<String> {
        let Some(tree) = minimal(kind, self.registered) else {
            return vec![
                "No file is a valid config of this type: no value fits all of its required fields.".to_owned(),
            ];
        };
        let arena = Bump::new();
        let report: Report = check(kind, &Doc { sources: &[], root: tree.freeze(&arena) }, self.registered);
        let broken = report.issues().iter().any(|issue| issue.code == Code::Rule);
        let text = toml_text::write(&tree, &|_| None);
        if text.is_empty() {
            return vec!["An empty file is valid: everything has a default.".to_owned()];
        }
        let note = if broken { "; to meet the rules, some values have to change:" } else { ":" };
        vec![fill(&format!("{title}, with the smallest values allowed{note}")), block("toml", &text)]
    }
}

fn name(named: Named) -> &'static str {
    match named {
        Named::Table(schema) => schema.name,
        Named::Union(union) => union.name,
        Named::Enum(words) => words.name,
    }
}

/// Whether a kind is a type with a section of its own.
const fn is_named(kind: &Kind) -> bool {
    matches!(kind, Kind::Table(_) | Kind::Union(_) | Kind::Enum(_))
}

/// The named types in a kind.
fn refer(kind: &Kind, out: &mut Vec<Named>) {
    match kind {
        Kind::Table(schema) => out.push(Named::Table(schema)),
        Kind::Union(union) => out.push(Named::Union(union)),
        Kind::Enum(words) => out.push(Named::Enum(words)),
        Kind::Option(inner) | Kind::List { element: inner, .. } | Kind::Map { value: inner } => refer(inner, out),
        Kind::Tuple(kinds) => kinds.iter().for_each(|kind| refer(kind, out)),
        Kind::Bool | Kind::Int { .. } | Kind::Float { .. } | Kind::Str | Kind::Path | Kind::Any => {}
    }
}

/// All that a type's own section says, with names in place of links. The compiler may keep one constant at several addresses,
/// so addresses do not tell types apart.
fn identity(named: Named) -> String {
    let page = Page { registered: &[], sections: Vec::new() };
    let section = Section { named, heading: String::new(), anchor: String::new(), text: String::new() };
    let mut parts = vec![name(named).to_owned()];
    parts.extend(page.parts(&section, false));
    parts.join("\n")
}

fn rule(rule: &Rule) -> String {
    let text = code(rule.text);
    item(&match rule.message {
        Some(message) => fill(&format!("{text}: {}", escape(message))),
        None => text,
    })
}

/// An item of a list: the first line behind the dash, the others indented.
fn item(text: &str) -> String {
    let mut out = "- ".to_owned();
    for (k, line) in text.lines().enumerate() {
        if k > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str("  ");
            }
        }
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests;
