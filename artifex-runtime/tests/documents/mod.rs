//! Documents for a config: right ones, ones at every limit, and ones with a single mistake. What is expected of a document is
//! not known here; the tests ask two judges and compare.

pub mod part;
mod shape;

use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Map, Value as Json, json};
pub use shape::Shape;
use shape::{Length, Range, integer};

/// Reproducible choices: xorshift64*.
#[derive(Clone)]
pub struct Choices(u64);

impl Choices {
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % n
    }

    fn one<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A document for `shape`. Half of them have one mistake, somewhere.
pub fn document(shape: &Shape, seed: u64) -> Json {
    let choices = Choices::new(seed);
    let mut right = Writer { choices: choices.clone(), visited: 0, mistake: usize::MAX };
    let document = right.value(shape);
    if seed.is_multiple_of(2) {
        return document;
    }
    // The same choices up to the mistake.
    let mistake = Choices::new(!seed).below(right.visited);
    Writer { choices, visited: 0, mistake }.value(shape)
}

struct Writer {
    choices: Choices,
    visited: usize,
    /// Which of the values visited gets the mistake.
    mistake: usize,
}

impl Writer {
    fn value(&mut self, shape: &Shape) -> Json {
        self.visited += 1;
        if self.visited - 1 == self.mistake {
            return self.wrong(shape);
        }
        match shape {
            Shape::Nothing => Json::Null,
            Shape::Any => self.anything(0),
            Shape::Bool => self.choices.chance(50).into(),
            Shape::Int(range) => self.int(range),
            Shape::Float(range) => self.float(range),
            Shape::Text(length) => {
                let mut n = length.min.max(usize::from(self.choices.chance(80)));
                n += self.choices.below(length.max.saturating_sub(n).min(3) + 1);
                self.text(n)
            }
            Shape::Pattern(pattern, length) => self.text_like(pattern, length).into(),
            Shape::Words(words) => self.choices.one(words).clone(),
            Shape::List(element, length) => {
                let n = length.min + self.choices.below(length.max.saturating_sub(length.min).min(3) + 1);
                (0..n).map(|_| self.value(element)).collect()
            }
            Shape::Tuple(shapes) => shapes.iter().map(|shape| self.value(shape)).collect(),
            Shape::Map(value, keys, length) => {
                let n = length.min + self.choices.below(length.max.saturating_sub(length.min).min(3) + 1);
                self.map(value, keys, n)
            }
            Shape::Multiple(inner, step) => self.multiple(inner, *step),
            Shape::Compared(inner, constants) => self.compared(inner, constants),
            Shape::Optional(inner) => {
                if self.choices.chance(15) {
                    Json::Null
                } else {
                    self.value(inner)
                }
            }
            Shape::Table { fields, tag } => {
                let mut table = Map::new();
                if let Some(tag) = tag
                    && (tag.required || self.choices.chance(50))
                {
                    table.insert("type".into(), tag.word.as_str().into());
                }
                for field in fields {
                    if field.required || (self.choices.chance(50) && !matches!(field.shape, Shape::Nothing)) {
                        table.insert(field.name.clone(), self.value(&field.shape));
                    }
                }
                table.into()
            }
            Shape::Union(variants) => {
                let variant = self.choices.below(variants.len());
                self.value(&variants[variant])
            }
        }
    }

    /// A table of `n` entries, or fewer if the keys turn out to be the same.
    fn map(&mut self, value: &Shape, keys: &Shape, n: usize) -> Json {
        (0..n.min(26)).map(|k| (self.key(keys, k), self.value(value))).collect::<Map<_, _>>().into()
    }

    /// A key of a table. Those of one length differ in their first character, as long as there are letters.
    fn key(&mut self, keys: &Shape, k: usize) -> String {
        match keys {
            Shape::Pattern(pattern, length) => self.text_like(pattern, length),
            Shape::Words(words) => words[k % words.len()].as_str().unwrap_or_default().to_owned(),
            Shape::Text(keys) => {
                let length = keys.min.max(1).min(keys.max);
                let first = char::from(b'a' + u8::try_from(k % 26).unwrap());
                std::iter::once(first).chain("é".repeat(length.saturating_sub(1)).chars()).collect()
            }
            _ => panic!("keys are strings"),
        }
    }

    /// A string that matches; the length is right if one of a few tries has it.
    fn text_like(&mut self, pattern: &Hir, length: &Length) -> String {
        let mut out = String::new();
        for _ in 0..8 {
            out.clear();
            self.matching(pattern, &mut out);
            if (length.min..=length.max).contains(&out.chars().count()) {
                break;
            }
        }
        out
    }

    fn matching(&mut self, pattern: &Hir, out: &mut String) {
        match pattern.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => out.push_str(std::str::from_utf8(&literal.0).unwrap()),
            HirKind::Class(Class::Unicode(class)) => {
                let range = *self.choices.one(class.ranges());
                let size = u32::from(range.end()) - u32::from(range.start()) + 1;
                let c = u32::from(range.start()) + u32::try_from(self.choices.below(size as usize)).unwrap();
                out.push(char::from_u32(c).unwrap_or(range.end()));
            }
            HirKind::Class(Class::Bytes(class)) => {
                let range = *self.choices.one(class.ranges());
                let size = usize::from(range.end() - range.start()) + 1;
                out.push(char::from(range.start() + u8::try_from(self.choices.below(size)).unwrap()));
            }
            HirKind::Repetition(part) => {
                let more = part.max.map_or(3, |max| max - part.min).min(3);
                let count = part.min as usize + self.choices.below(more as usize + 1);
                (0..count).for_each(|_| self.matching(&part.sub, out));
            }
            HirKind::Capture(group) => self.matching(&group.sub, out),
            HirKind::Concat(parts) => parts.iter().for_each(|part| self.matching(part, out)),
            HirKind::Alternation(parts) => {
                let part = self.choices.below(parts.len());
                self.matching(&parts[part], out);
            }
        }
    }

    /// A multiple of `step` near a number of the shape; now and then it is beyond a limit, which both judges then see.
    fn multiple(&mut self, inner: &Shape, step: f64) -> Json {
        let near = match inner {
            Shape::Int(range) => self.int(range),
            Shape::Float(range) => self.float(range),
            other => self.value(other),
        };
        let x = near.as_f64().unwrap_or(0.0).clamp(-1e9, 1e9);
        let whole = ((x / step).round() * step).round();
        // Decimal steps: a quotient of whole numbers is exact where a product is not.
        if step.fract() == 0.0 { json!(whole as i64) } else { json!((x / step).round() / (1.0 / step).round()) }
    }

    /// A value on either side of a comparison.
    fn compared(&mut self, inner: &Shape, constants: &[Json]) -> Json {
        if constants.is_empty() || self.choices.chance(25) {
            return self.value(inner);
        }
        let constant = self.choices.one(constants).clone();
        match (inner, constant.as_f64()) {
            (Shape::Text(_), Some(_)) => {
                let length = usize::try_from(constant.as_u64().unwrap_or(0)).unwrap();
                let more = self.choices.below(2);
                self.text(length + more)
            }
            (Shape::Text(_), None) => constant,
            (Shape::Int(_), Some(n)) => {
                json!((n as i64).saturating_add(*self.choices.one(&[-1, 0, 0, 1])).max(0))
            }
            (Shape::Float(_), Some(x)) => json!(x + self.choices.one(&[-0.25, 0.0, 0.0, 0.25])),
            _ => self.value(inner),
        }
    }

    fn text(&mut self, characters: usize) -> Json {
        // Characters of one to four bytes: lengths count characters.
        (0..characters).map(|_| *self.choices.one(&['a', 'b', 'ß', '𝄞'])).collect::<String>().into()
    }

    fn int(&mut self, range: &Range<i128>) -> Json {
        let near = i128::try_from(self.choices.below(100)).unwrap();
        let n = match self.choices.below(4) {
            0 => range.min,
            1 => range.max,
            2 => range.min.saturating_add(near).min(range.max),
            _ => near.clamp(range.min, range.max),
        };
        // A whole float is an integer.
        if n.abs() < 1 << 53 && self.choices.chance(15) { json!(n as f64) } else { integer(n) }
    }

    fn float(&mut self, range: &Range<f64>) -> Json {
        let part = self.choices.below(129) as f64 / 128.0;
        let x = match self.choices.below(4) {
            0 => range.min,
            1 => range.max,
            2 => (range.min + part * (range.max - range.min)).clamp(range.min, range.max),
            _ => (part * 4.0).clamp(range.min, range.max),
        };
        if x.is_finite() && x.fract() == 0.0 && x.abs() < 1e9 && self.choices.chance(50) {
            return json!(x as i64);
        }
        // The middle of all floats is beyond them.
        if x.is_finite() { json!(x) } else { json!(range.max) }
    }

    /// A value with one mistake, or at a limit.
    fn wrong(&mut self, shape: &Shape) -> Json {
        if self.choices.chance(25) {
            return self.any();
        }
        match shape {
            Shape::Nothing | Shape::Bool | Shape::Any => self.any(),
            Shape::Int(range) => self.wrong_number(&integer(range.min), &integer(range.max)),
            Shape::Float(range) => self.wrong_number(&json!(range.min), &json!(range.max)),
            Shape::Text(length) => self.wrong_text(length),
            Shape::Pattern(pattern, length) => self.not_like(pattern, length).into(),
            Shape::Words(words) => match self.choices.one(words).clone() {
                Json::String(word) => match self.choices.below(5) {
                    0 => word.to_uppercase().into(),
                    1 => format!("{word}x").into(),
                    2 => word.chars().skip(1).collect::<String>().into(),
                    3 => format!(" {word}").into(),
                    _ => "".into(),
                },
                Json::Number(number) => match self.choices.below(3) {
                    0 => number.to_string().into(),
                    1 => json!(number.as_f64().unwrap() + 0.5),
                    _ => json!(number.as_f64().unwrap()),
                },
                _ => self.any(),
            },
            Shape::List(element, length) => {
                let n = match self.choices.below(4) {
                    0 => 0,
                    1 => length.min.saturating_sub(1),
                    2 => length.max.saturating_add(1).min(300),
                    _ => length.min + 1,
                };
                (0..n).map(|_| self.value(element)).collect()
            }
            Shape::Tuple(shapes) => {
                let n = if self.choices.chance(50) { shapes.len() + 1 } else { shapes.len() - 1 };
                (0..n).map(|k| self.value(&shapes[k.min(shapes.len() - 1)])).collect()
            }
            Shape::Map(value, keys, length) => {
                let longest = match (self.choices.below(3), &**keys) {
                    (0, _) => return self.map(value, keys, length.min.saturating_sub(1)),
                    (1, _) => return self.map(value, keys, length.max.saturating_add(1)),
                    (_, Shape::Pattern(pattern, keys)) => {
                        let key = self.not_like(pattern, keys);
                        return json!({ key: self.value(value) });
                    }
                    (_, Shape::Text(keys)) => keys.max.saturating_add(1).min(300),
                    _ => 300,
                };
                let wrong = Shape::Text(Length { min: longest, max: longest });
                self.map(value, &wrong, length.min.max(1))
            }
            Shape::Multiple(inner, step) => {
                let near = self.multiple(inner, *step).as_f64().unwrap_or(0.0);
                json!(near + step / 2.0)
            }
            Shape::Optional(inner) | Shape::Compared(inner, _) => self.wrong(inner),
            Shape::Table { fields, .. } => {
                let Json::Object(mut table) = self.value(shape) else { return Json::Null };
                let name = if fields.is_empty() { "x".to_owned() } else { self.choices.one(fields).name.clone() };
                match self.choices.below(8) {
                    0 | 1 => drop(table.shift_remove(&name)),
                    2 => drop(table.insert("kl_wieght".into(), 1.into())),
                    3 => drop(table.insert(name.to_uppercase(), 1.into())),
                    4 => drop(table.insert("type".into(), "unheard_of".into())),
                    5 => drop(table.shift_remove("type")),
                    6 => drop(table.insert(name, Json::Null)),
                    _ => {
                        // A typo: the right value under nearly the right name.
                        if let Some(value) = table.shift_remove(&name) {
                            table.insert(format!("{name}s"), value);
                        }
                    }
                }
                table.into()
            }
            Shape::Union(variants) => {
                let variant = self.choices.below(variants.len());
                let Json::Object(mut table) = self.value(&variants[variant]) else { return Json::Null };
                match self.choices.below(4) {
                    0 => drop(table.shift_remove("type")),
                    1 => drop(table.insert("type".into(), self.any())),
                    2 => drop(table.insert("type".into(), "vea".into())),
                    _ => {
                        // The fields of one variant under the tag of another.
                        let other = self.choices.below(variants.len());
                        if let Shape::Table { tag: Some(tag), .. } = &variants[other] {
                            table.insert("type".into(), tag.word.as_str().into());
                        }
                    }
                }
                table.into()
            }
        }
    }

    fn wrong_text(&mut self, length: &Length) -> Json {
        let n = match self.choices.below(3) {
            0 => length.min.saturating_sub(1),
            1 => length.max.saturating_add(1).min(300),
            _ => length.max.min(300),
        };
        self.text(n)
    }

    /// A string that matches, with a character too many, too few or another one.
    fn not_like(&mut self, pattern: &Hir, length: &Length) -> String {
        let mut text: Vec<char> = self.text_like(pattern, length).chars().collect();
        let at = self.choices.below(text.len() + 1);
        let others = ['a', 'A', '0', '-', '_', '.', ' ', '\n', '\r', '\u{a0}', '\u{feff}', '\u{2028}', 'é', '٣', '𝄞'];
        let other = *self.choices.one(&others);
        match self.choices.below(4) {
            0 => text.insert(at, other),
            1 => text.truncate(at),
            2 if at < text.len() => text[at] = other,
            _ => text.push('\n'),
        }
        text.into_iter().collect()
    }

    fn wrong_number(&mut self, min: &Json, max: &Json) -> Json {
        const EXACT: u64 = 1 << 53;
        if self.choices.chance(40) {
            let anywhere = [
                json!(0),
                json!(-1),
                json!(1),
                json!(1.0),
                json!(-0.0),
                json!(0.5),
                json!(3e3),
                json!(EXACT - 1),
                json!(EXACT),
                json!(EXACT + 1),
                json!(9_007_199_254_740_992.0),
                json!(i64::MIN),
                json!(i64::MAX),
                json!(u64::MAX),
                json!(18_446_744_073_709_551_616.0),
                json!(3.402_823_466_385_288_6e38),
                json!(3.402_823_466_385_289e38),
                json!(-3.5e38),
                json!(f64::MAX),
                json!(5e-324),
            ];
            return self.choices.one(&anywhere).clone();
        }
        let limit = self.choices.one(&[min, max]).to_owned().clone();
        let step = self.choices.below(5);
        match (step, limit.as_i64(), limit.as_u64(), limit.as_f64()) {
            (0, Some(n), ..) => n.checked_add(1).map_or(limit, Json::from),
            (1, Some(n), ..) => n.checked_sub(1).map_or(limit, Json::from),
            (1, None, Some(n), _) => (n - 1).into(),
            (2, .., Some(x)) => json!(x.next_up()),
            (3, .., Some(x)) => json!(x.next_down()),
            (.., Some(x)) if self.choices.chance(50) => json!(x),
            _ => limit,
        }
    }

    /// A value of any kind, with null in lists and tables alone.
    fn anything(&mut self, depth: usize) -> Json {
        match self.choices.below(if depth < 3 { 8 } else { 5 }) {
            0 => self.choices.chance(50).into(),
            1 => json!(self.choices.below(100)),
            2 => json!(0.5),
            3 if depth > 0 => Json::Null,
            3 | 4 => "a".into(),
            5 | 6 => (0..self.choices.below(3)).map(|_| self.anything(depth + 1)).collect(),
            _ => {
                let keys = ["type", "x", "y z"].into_iter().take(self.choices.below(4));
                keys.map(|key| (key.to_owned(), self.anything(depth + 1))).collect::<Map<_, _>>().into()
            }
        }
    }

    fn any(&mut self) -> Json {
        let any = [
            Json::Null,
            json!(true),
            json!(0),
            json!(7),
            json!(0.25),
            json!("a"),
            json!(""),
            json!([]),
            json!([1]),
            json!([[]]),
            json!({}),
            json!({ "type": "x" }),
        ];
        self.choices.one(&any).clone()
    }
}
