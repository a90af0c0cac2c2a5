//! Fields of one config among those of another: `#[config(flatten)]`. The lists are joined while the compiler evaluates the
//! schema, so that whatever walks a schema sees one table.

use super::check;
use super::doc::{Data, Entry};
use super::rule::{Expr, Rule};
use super::schema::{Constraint, Field, Kind, Notes, Presence, Schema};
use super::text::{Text, same};

/// A run of fields of a struct.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// Fields of its own.
    Own(&'static [Field]),
    /// The fields of another config.
    Flattened {
        /// The other config.
        schema: &'static Schema,
        /// Other defaults for some of its fields.
        defaults: &'static [Entry<'static>],
    },
}

/// The fields of all parts. `N` is their number.
#[must_use]
pub const fn fields<const N: usize>(parts: &[Part]) -> [Field; N] {
    const EMPTY: Field = Field {
        name: "",
        hash: 0,
        doc: "",
        kind: Kind::Bool,
        presence: Presence::Required,
        constraint: Constraint::NONE,
        notes: Notes::NONE,
    };
    let mut all = [EMPTY; N];
    let (mut n, mut i) = (0, 0);
    while i < parts.len() {
        let (fields, defaults): (_, &'static [Entry<'static>]) = match parts[i] {
            Part::Own(fields) => (fields, &[]),
            Part::Flattened { schema, defaults } => (schema.fields, defaults),
        };
        let mut k = 0;
        while k < fields.len() {
            all[n] = fields[k];
            if let Some(entry) = entry_of(defaults, fields[k].name) {
                all[n].presence = Presence::Default(entry.value);
            }
            n += 1;
            k += 1;
        }
        i += 1;
    }
    all
}

/// The rules of all lists. `N` is their number.
#[must_use]
pub const fn rules<const N: usize>(lists: &[&'static [Rule]]) -> [Rule; N] {
    const EMPTY: Rule = Rule { text: "", message: None, expr: Expr::Literal(Data::Bool(true)), paths: &[] };
    let mut all = [EMPTY; N];
    let (mut n, mut i) = (0, 0);
    while i < lists.len() {
        let mut k = 0;
        while k < lists[i].len() {
            all[n] = lists[i][k];
            n += 1;
            k += 1;
        }
        i += 1;
    }
    all
}

const fn entry_of(entries: &'static [Entry<'static>], key: &str) -> Option<&'static Entry<'static>> {
    let mut i = 0;
    while i < entries.len() {
        if same(entries[i].key, key) {
            return Some(&entries[i]);
        }
        i += 1;
    }
    None
}

/// Fails the build if a flattened config has a name that the config `owner` has too, by a field of its `own` or by a config
/// that is flattened `earlier`. The derive calls it, spanned at `flatten`.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_names(owner: &str, own: &[&str], earlier: &[&Schema], flattened: &Schema) {
    if flattened.version.is_some() {
        let mut message = Text::<256>::EMPTY;
        message.push("`");
        message.push(flattened.name);
        message.push("` has a `version` of its own; in `");
        message.push(owner);
        message.push("` it has no table that could say it");
        panic!("{}", message.as_str())
    }
    let mut i = 0;
    while i < own.len() {
        if flattened.accepts(own[i]).is_some() {
            taken(flattened, own[i], owner);
        }
        i += 1;
    }
    let mut i = 0;
    while i < earlier.len() {
        let mut k = 0;
        while k < flattened.fields.len() {
            let field = &flattened.fields[k];
            if earlier[i].accepts(field.name).is_some() {
                taken(flattened, field.name, earlier[i].name);
            }
            let mut old = 0;
            while old < field.notes.renamed_from.len() {
                if earlier[i].accepts(field.notes.renamed_from[old]).is_some() {
                    taken(flattened, field.notes.renamed_from[old], earlier[i].name);
                }
                old += 1;
            }
            k += 1;
        }
        i += 1;
    }
}

#[track_caller]
const fn taken(flattened: &Schema, name: &str, other: &str) -> ! {
    let mut message = Text::<256>::EMPTY;
    message.push("`");
    message.push(flattened.name);
    message.push("` is flattened here, and its `");
    message.push(name);
    message.push("` is also a field of `");
    message.push(other);
    message.push("`");
    panic!("{}", message.as_str())
}

/// Fails the build if the other defaults of a flattened config are none of its fields or outside their constraints. The
/// derive calls it, spanned at the default.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_defaults(flattened: &'static Schema, defaults: &'static [Entry<'static>]) {
    let mut i = 0;
    while i < defaults.len() {
        check::assert_override(flattened, &defaults[i]);
        i += 1;
    }
}
