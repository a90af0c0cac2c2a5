//! A whole file brought up to date by what its schema knows: versions with their migrations, and old names of fields.

use super::edit::{dotted, rename_key, set};
use super::{MigrateError, Migrated, chain, not_a_version, version_number};
use crate::config::diff::diff;
use crate::config::doc::Span;
use crate::config::front::{self, Format};
use crate::config::load::{schema_of, use_new_names};
use crate::config::report::place;
use crate::config::schema::{Kind, Schema};
use crate::config::tree::{Tree, TreeValue};
use crate::config::version::{self, Version};

/// A file as text.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its format. Migrations whose steps do more than rename need TOML.
    pub format: Format,
    /// What it says.
    pub text: &'a str,
    /// What it and the files that it extends say together ([`Loader::untyped`](crate::config::Loader::untyped)): the `type` of
    /// a table may stand in another file.
    pub whole: &'a Tree,
    /// The version of its tables that do not say one; without it they are of the newest.
    pub from: Option<u32>,
}

/// Brings a file of a config up to date: the migrations of every table that is of an older version, then the old names of
/// fields. Comments, order and layout stay. `registered` are the configs that open unions accept beside their own.
///
/// # Errors
/// [`MigrateError`]; nothing is half done then, for the text that came in is still there.
pub fn update(file: File<'_>, kind: &Kind, registered: &[&'static Schema]) -> Result<Migrated, MigrateError> {
    let mut walk = Walk { file, registered, text: file.text.to_owned(), applied: Vec::new() };
    while walk.migrate_one(kind)? {}
    let before = walk.parse()?;
    while walk.rename_one(kind)? {}
    walk.assert_same(kind, before)?;
    Ok(Migrated { text: walk.text, applied: walk.applied })
}

/// A table of a file: where it is, what it is, and whether it is one of a list.
struct Table<'a> {
    path: Vec<String>,
    in_list: bool,
    tree: &'a Tree,
    schema: &'static Schema,
}

impl Table<'_> {
    /// The version that it says, and its place.
    fn version(&self) -> Result<Option<(u32, Span)>, MigrateError> {
        let Some(value) = self.tree.get(version::KEY) else { return Ok(None) };
        match version_number(value) {
            Some(number) => Ok(Some((number, value.span))),
            None => Err(not_a_version(self.key(), value)),
        }
    }

    fn key(&self) -> String {
        dotted(&self.under(&[version::KEY]))
    }

    /// A path from this table, from the root.
    fn under<'p>(&'p self, path: &[&'p str]) -> Vec<&'p str> {
        self.path.iter().map(String::as_str).chain(path.iter().copied()).collect()
    }
}

struct Walk<'a> {
    file: File<'a>,
    registered: &'a [&'static Schema],
    text: String,
    applied: Vec<String>,
}

impl Walk<'_> {
    fn parse(&self) -> Result<Tree, MigrateError> {
        front::parse(self.file.format, &self.text, 0).map_err(|errors| match errors.into_iter().next() {
            Some(error) => {
                let place = place(error.span, &self.text);
                MigrateError::Syntax { line: place.line, column: place.column, message: error.message }
            }
            None => MigrateError::Syntax { line: 1, column: 1, message: "the text cannot be read".to_owned() },
        })
    }

    /// Brings the first table up to date that is of an older version. Tells whether there was one.
    fn migrate_one(&mut self, kind: &Kind) -> Result<bool, MigrateError> {
        let tree = self.parse()?;
        let tables = tables(kind, &tree, self.file.whole, self.registered);
        for table in &tables {
            let Some(Version { number, migrations }) = table.schema.version else { continue };
            let said = table.version()?;
            let Some(found) = said.map(|(found, _)| found).or(self.file.from) else { continue };
            if found > number && said.is_some() {
                return Err(MigrateError::Newer { key: table.key(), found, newest: number });
            }
            // A `from` beyond the versions of a table says that it is of its newest.
            if found >= number {
                continue;
            }
            if table.in_list {
                one_version(table, &tables)?;
            }
            let mut text = self.text.clone();
            let prefix: Vec<&str> = table.path.iter().map(String::as_str).collect();
            for (migration, step) in chain(migrations, found, number, &table.key())? {
                if self.file.format != Format::Toml {
                    if !step.applies(table.tree) {
                        continue;
                    }
                    return Err(MigrateError::Format { step: step.done(&prefix), format: self.file.format.name() });
                }
                let (from, to) = (migration.from_version, migration.to_version);
                let after = step.apply(&text, &prefix).map_err(|error| MigrateError::Step { from, to, error })?;
                if after != text {
                    self.applied.push(format!("{from} -> {to}: {}", step.done(&prefix)));
                    text = after;
                }
            }
            match said {
                Some((_, span)) if self.file.format != Format::Toml => splice(&mut text, span, &number.to_string()),
                _ => text = set(&text, &table.under(&[version::KEY]), &number.to_string())?,
            }
            self.applied.push(format!("`{}` is {number}", table.key()));
            self.text = text;
            return Ok(true);
        }
        Ok(false)
    }

    /// Gives the first field that has an old name its new one. Tells whether there was one.
    fn rename_one(&mut self, kind: &Kind) -> Result<bool, MigrateError> {
        let tree = self.parse()?;
        for table in tables(kind, &tree, self.file.whole, self.registered) {
            let TreeValue::Table(entries) = &table.tree.value else { continue };
            for entry in entries {
                let Some(field) = table.schema.accepts(&entry.key).map(|k| &table.schema.fields[k]) else { continue };
                if field.name == entry.key {
                    continue;
                }
                let from = table.under(&[&entry.key]);
                let to = table.under(&[field.name]);
                if entries.iter().any(|other| other.key == field.name) {
                    let place = place(entry.span, &self.text);
                    return Err(MigrateError::Taken {
                        line: place.line,
                        column: place.column,
                        from: dotted(&from),
                        to: dotted(&to),
                    });
                }
                self.applied.push(format!("renamed `{}` to `{}`", dotted(&from), dotted(&to)));
                if self.file.format == Format::Toml {
                    self.text = rename_key(&self.text, &from, field.name)?;
                } else {
                    splice(&mut self.text, entry.span, field.name);
                }
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Makes sure that renaming has changed nothing else: a text may say two things in one place, by an anchor of YAML for
    /// instance, of which only one has the old name.
    fn assert_same(&self, kind: &Kind, mut before: Tree) -> Result<(), MigrateError> {
        use_new_names(kind, &mut before, self.registered);
        match diff(&before, &self.parse()?).into_iter().next() {
            None => Ok(()),
            Some(change) => Err(MigrateError::Entangled { path: change.path }),
        }
    }
}

/// Every table of a file that has a schema, from the outside in.
fn tables<'a>(kind: &Kind, tree: &'a Tree, whole: &'a Tree, registered: &[&'static Schema]) -> Vec<Table<'a>> {
    let mut out = Vec::new();
    collect(*kind, tree, whole, registered, (&mut Vec::new(), false), &mut out);
    out
}

fn collect<'a>(
    kind: Kind,
    tree: &'a Tree,
    whole: &'a Tree,
    registered: &[&'static Schema],
    (path, in_list): (&mut Vec<String>, bool),
    out: &mut Vec<Table<'a>>,
) {
    match (kind, &tree.value) {
        (Kind::Option(inner), _) => collect(*inner, tree, whole, registered, (path, in_list), out),
        (Kind::List { element, .. }, TreeValue::List(items)) => {
            for item in items {
                collect(*element, item, item, registered, (path, true), out);
            }
        }
        (Kind::Tuple(kinds), TreeValue::List(items)) => {
            for (kind, item) in kinds.iter().zip(items) {
                collect(*kind, item, item, registered, (path, true), out);
            }
        }
        (Kind::Map { value }, TreeValue::Table(entries)) => {
            for entry in entries {
                path.push(entry.key.clone());
                let whole = whole.get(&entry.key).unwrap_or(&entry.value);
                collect(*value, &entry.value, whole, registered, (path, in_list), out);
                path.pop();
            }
        }
        (Kind::Table(_) | Kind::Union(_), TreeValue::Table(entries)) => {
            let schema = schema_of(&kind, tree, registered).or_else(|| schema_of(&kind, whole, registered));
            let Some(schema) = schema else { return };
            out.push(Table { path: path.clone(), in_list, tree, schema });
            for entry in entries {
                let Some(k) = schema.accepts(&entry.key) else { continue };
                path.push(entry.key.clone());
                let mut names = std::iter::once(&schema.fields[k].name).chain(schema.fields[k].notes.renamed_from);
                let whole = names.find_map(|name| whole.get(name)).unwrap_or(&entry.value);
                collect(schema.fields[k].kind, &entry.value, whole, registered, (path, in_list), out);
                path.pop();
            }
        }
        _ => {}
    }
}

/// An edit reaches all tables of a list at once, so they have to be alike.
fn one_version(table: &Table<'_>, tables: &[Table<'_>]) -> Result<(), MigrateError> {
    for other in tables.iter().filter(|other| other.path == table.path) {
        let same = std::ptr::eq(other.schema, table.schema);
        if !same || other.version()?.map(|(found, _)| found) != table.version()?.map(|(found, _)| found) {
            let path: Vec<&str> = table.path.iter().map(String::as_str).collect();
            return Err(MigrateError::Mixed { path: dotted(&path) });
        }
    }
    Ok(())
}

/// Puts other words in a place of a JSON or YAML text, with the quotes that are there.
fn splice(text: &mut String, span: Span, new: &str) {
    let range = span.start as usize..span.end as usize;
    let quote = text.get(range.clone()).and_then(|old| old.chars().next()).filter(|first| matches!(first, '"' | '\''));
    let quote = quote.map(String::from).unwrap_or_default();
    text.replace_range(range, &format!("{quote}{new}{quote}"));
}
