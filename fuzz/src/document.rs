//! From bytes to a document that a schema nearly accepts: at every value the bytes say whether it is right, at a limit, or
//! something else altogether.

use arbitrary::{Result, Unstructured};
use artifex::config::schema::{Constraint, Field, Kind, Presence, Schema};
use artifex::config::tree::{TreeEntry, TreeValue};
use artifex::config::{Data, Num, Span, Tree};

/// The text of every secret.
pub const SECRET: &str = "TOP-SECRET";

/// A document for a kind. When the bytes end, everything is as small as it can be.
pub fn document(bytes: &mut Unstructured<'_>, kind: &Kind) -> Tree {
    value(bytes, kind, &Constraint::NONE, false).unwrap_or_else(|_| Tree::table())
}

/// Turns the order of all keys around.
pub fn reverse(tree: &mut Tree) {
    match &mut tree.value {
        TreeValue::Table(entries) => {
            entries.reverse();
            for entry in entries {
                reverse(&mut entry.value);
            }
        }
        TreeValue::List(items) => items.iter_mut().for_each(reverse),
        _ => {}
    }
}

fn value(bytes: &mut Unstructured<'_>, kind: &Kind, constraint: &Constraint, secret: bool) -> Result<Tree> {
    if bytes.ratio(1, 64)? {
        return junk(bytes, 0);
    }
    if !constraint.one_of.is_empty() && !bytes.ratio(1, 16)? {
        return Ok(match bytes.choose(constraint.one_of)? {
            Data::Num(number) => TreeValue::Num(number.value, number.text.to_owned()).into(),
            Data::Str(text) => Tree::string(*text),
            Data::Bool(value) => TreeValue::Bool(*value).into(),
            _ => TreeValue::Null.into(),
        });
    }
    Ok(match kind {
        Kind::Bool => TreeValue::Bool(bytes.arbitrary()?).into(),
        Kind::Int { min, max, .. } => int(bytes, *min, *max, constraint)?,
        Kind::Float { max, .. } => float(bytes, *max, constraint)?,
        Kind::Str | Kind::Path if secret => Tree::string(SECRET),
        Kind::Str | Kind::Path => Tree::string(text(bytes)?),
        Kind::Enum(words) => {
            let word = bytes.choose(words.words)?.name;
            if bytes.ratio(1, 16)? { Tree::string(&word[1..]) } else { Tree::string(word) }
        }
        Kind::List { element, len } => {
            let inner = constraint.each.unwrap_or(&Constraint::NONE);
            let n = length(bytes, len.or(constraint.min_len).unwrap_or(0), len.is_some())?;
            let items: Result<Vec<_>> = (0..n).map(|_| value(bytes, element, inner, secret)).collect();
            TreeValue::List(items?).into()
        }
        Kind::Tuple(kinds) => {
            let items: Result<Vec<_>> =
                kinds.iter().map(|kind| value(bytes, kind, &Constraint::NONE, secret)).collect();
            let mut items = items?;
            if bytes.ratio(1, 32)? {
                items.pop();
            }
            TreeValue::List(items).into()
        }
        Kind::Map { value: kind } => {
            let inner = constraint.each.unwrap_or(&Constraint::NONE);
            let n = length(bytes, constraint.min_len.unwrap_or(0), false)?;
            let mut entries = Vec::new();
            for _ in 0..n {
                add(&mut entries, &text(bytes)?, value(bytes, kind, inner, secret)?);
            }
            TreeValue::Table(entries).into()
        }
        Kind::Any => any(bytes, 0)?,
        Kind::Option(_) if bytes.ratio(1, 8)? => TreeValue::Null.into(),
        Kind::Option(inner) => value(bytes, inner, constraint, secret)?,
        Kind::Table(schema) => table(bytes, schema)?,
        Kind::Union(union) => {
            let variant = bytes.choose(union.variants)?;
            let table = table(bytes, variant.schema)?;
            if bytes.ratio(1, 32)? { table } else { table.tagged(variant.tag) }
        }
    })
}

/// Adds an entry, unless there is one: no front end makes a table with a key that stands twice.
fn add(entries: &mut Vec<TreeEntry>, key: &str, value: Tree) {
    if !entries.iter().any(|entry| entry.key == key) {
        entries.push(TreeEntry { key: key.to_owned(), span: Span::default(), value });
    }
}

fn table(bytes: &mut Unstructured<'_>, schema: &Schema) -> Result<Tree> {
    let mut entries = Vec::new();
    for field in schema.fields {
        let given = match field.presence {
            Presence::Required => !bytes.ratio(1, 64)?,
            _ => bytes.ratio(1, 2)?,
        };
        if given {
            let secret = field.notes.secret;
            add(&mut entries, name(bytes, field)?, value(bytes, &field.kind, &field.constraint, secret)?);
        }
    }
    if let Some(version) = schema.version
        && bytes.ratio(1, 4)?
    {
        // Now and then of the next version.
        let newest = i128::from(version.number) + i128::from(bytes.ratio(1, 32)?);
        let number = bytes.int_in_range(0..=newest)?;
        add(&mut entries, "version", Tree::int(number));
    }
    // A key that is too many, or a value that is something else.
    if bytes.ratio(1, 64)? {
        let key = match bytes.choose(schema.fields) {
            Ok(field) if bytes.arbitrary()? => field.name.to_owned(),
            Ok(field) => format!("{}s", field.name),
            Err(_) => text(bytes)?,
        };
        add(&mut entries, &key, junk(bytes, 0)?);
    }
    Ok(TreeValue::Table(entries).into())
}

/// The name of a field, or an old one.
fn name<'s>(bytes: &mut Unstructured<'_>, field: &'s Field) -> Result<&'s str> {
    let old = field.notes.renamed_from;
    if !old.is_empty() && bytes.ratio(1, 4)? { bytes.choose(old).copied() } else { Ok(field.name) }
}

fn length(bytes: &mut Unstructured<'_>, least: usize, fixed: bool) -> Result<usize> {
    if bytes.ratio(1, 32)? {
        return bytes.int_in_range(0..=5);
    }
    if fixed { Ok(least) } else { Ok(least + bytes.int_in_range(0..=2)?) }
}

fn int(bytes: &mut Unstructured<'_>, min: i128, max: i128, constraint: &Constraint) -> Result<Tree> {
    let end = |bound: &Option<artifex::config::schema::Bound>, else_: i128| {
        bound.and_then(|bound| bound.number.value.as_int()).unwrap_or(else_)
    };
    let (min, max) = (min.max(end(&constraint.min, min)), max.min(end(&constraint.max, max)));
    let n = match bytes.int_in_range(0..=15)? {
        0 => min - i128::from(bytes.arbitrary::<bool>()?),
        1 => max + i128::from(bytes.arbitrary::<bool>()?),
        2 => i128::from(bytes.arbitrary::<i64>()?) * i128::from(bytes.arbitrary::<i32>()?),
        3 => return float(bytes, f64::MAX, constraint),
        4..=7 => bytes.int_in_range(min..=max.max(min))?,
        _ => i128::from(bytes.arbitrary::<u8>()?).clamp(min, max.max(min)),
    };
    Ok(Tree::int(n))
}

fn float(bytes: &mut Unstructured<'_>, max: f64, constraint: &Constraint) -> Result<Tree> {
    let step = constraint.multiple_of.map_or(1.0 / 128.0, |step| step.value.as_f64());
    let end = |bound: &Option<artifex::config::schema::Bound>, else_: f64| {
        bound.map_or(else_, |bound| bound.number.value.as_f64())
    };
    let x = match bytes.int_in_range(0..=15)? {
        0 => bytes.arbitrary::<f64>()?,
        1 => *bytes.choose(&[
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            -0.0,
            5e-324,
            f64::MAX,
            1e16,
            9_007_199_254_740_993.0,
        ])?,
        2 => end(&constraint.min, -max),
        3 => end(&constraint.max, max),
        4 => max.next_up(),
        5 => f64::from(bytes.arbitrary::<f32>()?),
        6..=8 => return Ok(Tree::int(bytes.int_in_range(0..=100)?)),
        _ => f64::from(bytes.arbitrary::<u8>()?) * step,
    };
    let text = if x.is_nan() { "nan".to_owned() } else { format!("{x:?}") };
    Ok(Tree::float(x, text))
}

fn text(bytes: &mut Unstructured<'_>) -> Result<String> {
    const LETTERS: [&str; 14] = ["a", "b", "Z", "0", ".", " ", "\"", "\\", "'", "\n", "\u{0}", "ß", "𝄞", "\u{202e}"];
    let n = bytes.int_in_range(0..=6)?;
    (0..n).map(|_| bytes.choose(&LETTERS).copied()).collect()
}

/// A value that every field of any kind can have.
fn any(bytes: &mut Unstructured<'_>, depth: usize) -> Result<Tree> {
    Ok(match bytes.int_in_range(0..=if depth < 3 { 7 } else { 4 })? {
        0 => TreeValue::Bool(bytes.arbitrary()?).into(),
        1 => Tree::int(i128::from(bytes.arbitrary::<i64>()?)),
        2 => Tree::float(0.5, "0.5".to_owned()),
        3 if depth > 0 => TreeValue::Null.into(),
        3 | 4 => Tree::string(text(bytes)?),
        5 => {
            let items: Result<Vec<_>> = (0..bytes.int_in_range(0..=3)?).map(|_| any(bytes, depth + 1)).collect();
            TreeValue::List(items?).into()
        }
        _ => {
            let mut entries = Vec::new();
            for _ in 0..bytes.int_in_range(0..=3)? {
                add(&mut entries, &text(bytes)?, any(bytes, depth + 1)?);
            }
            TreeValue::Table(entries).into()
        }
    })
}

/// Anything.
fn junk(bytes: &mut Unstructured<'_>, depth: usize) -> Result<Tree> {
    Ok(match bytes.int_in_range(0..=if depth < 3 { 8 } else { 5 })? {
        0 => TreeValue::Null.into(),
        1 => TreeValue::Bool(bytes.arbitrary()?).into(),
        2 => Tree::int(i128::from(bytes.arbitrary::<i64>()?)),
        3 => float(bytes, f64::MAX, &Constraint::NONE)?,
        4 => Tree::string(text(bytes)?),
        5 => TreeValue::Other("a date").into(),
        6 => {
            let n = bytes.int_in_range(0..=3)?;
            let items: Result<Vec<_>> = (0..n).map(|_| junk(bytes, depth + 1)).collect();
            TreeValue::List(items?).into()
        }
        7 => TreeValue::Num(Num::Int(i128::MAX), i128::MAX.to_string()).into(),
        _ => {
            let mut entries = Vec::new();
            for _ in 0..bytes.int_in_range(0..=3)? {
                add(&mut entries, &text(bytes)?, junk(bytes, depth + 1)?);
            }
            TreeValue::Table(entries).into()
        }
    })
}
