//! The text of a pattern to an expression, and to the message that says what to write instead.
//!
//! Not `regex-syntax`, which reads Rust's own syntax: much of it is refused by ECMA-262 or means something else there, and
//! some of what both accept is read differently by engines that claim to follow ECMA-262.

use super::class::{DOT_TEXT, NO_SPACES_TEXT, Named, SPACES_TEXT, dot, hir, set};
use regex_syntax::hir::{ClassUnicode, Hir, Repetition};

/// Deepest nesting of groups.
const DEPTH: usize = 50;
/// What ECMA-262 calls syntax characters: their meaning is taken away by a backslash.
const SYNTAX: &str = r"^$\.*+?()[]{}|";

/// A pattern that every engine reads alike.
pub struct Parsed {
    /// What stands between the anchors.
    pub body: Hir,
    /// Whether it begins with `^`.
    pub from_start: bool,
    /// Whether it ends with `$`.
    pub to_end: bool,
    /// The text with `.` and `\s` spelled out.
    pub portable: String,
}

type Result<T> = std::result::Result<T, String>;

/// Reads a pattern.
pub fn parse(text: &str) -> Result<Parsed> {
    if text.is_empty() {
        return Err("the pattern is empty; every text matches it".to_owned());
    }
    let mut parser = Parser { chars: text.chars().collect(), at: 0, depth: 0, spelled: Vec::new() };
    let from_start = parser.eat('^');
    let (body, choices) = parser.choices()?;
    let to_end = parser.eat('$');
    if parser.at < parser.chars.len() {
        return Err(parser.refuse(parser.at, 1, "no group is open; write `\\)` for the character"));
    }
    if choices > 1 && (from_start || to_end) {
        let (start, end) = (if from_start { "^" } else { "" }, if to_end { "$" } else { "" });
        return Err(format!(
            "an anchor belongs to one side of `|` only; write `{start}(a|b){end}` where it is meant for both"
        ));
    }
    Ok(Parsed { body, from_start, to_end, portable: parser.portable() })
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    depth: usize,
    /// Parts of the text that are spelled out, each by its range.
    spelled: Vec<(usize, usize, String)>,
}

/// What an escape stands for.
enum Escape {
    Character(char),
    Set(Named, bool),
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn peek_second(&self) -> Option<char> {
        self.chars.get(self.at + 1).copied()
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    /// An error about `len` characters from `start` on.
    fn refuse(&self, start: usize, len: usize, message: &str) -> String {
        let end = (start + len).min(self.chars.len());
        let part: String = self.chars[start..end].iter().collect();
        format!("`{part}` at character {} of the pattern: {message}", start + 1)
    }

    fn portable(&self) -> String {
        let mut out = String::new();
        let mut at = 0;
        for (start, end, text) in &self.spelled {
            out.extend(&self.chars[at..*start]);
            out.push_str(text);
            at = *end;
        }
        out.extend(&self.chars[at..]);
        out
    }

    /// `a|b|c`, and how many there are.
    fn choices(&mut self) -> Result<(Hir, usize)> {
        let mut choices = vec![self.sequence()?];
        while self.eat('|') {
            choices.push(self.sequence()?);
        }
        let count = choices.len();
        Ok((Hir::alternation(choices), count))
    }

    /// Parts in a row, up to `|`, `)`, a last `$` or the end.
    fn sequence(&mut self) -> Result<Hir> {
        let mut parts = Vec::new();
        while let Some(c) = self.peek() {
            let is_last = self.at + 1 == self.chars.len();
            if matches!(c, '|' | ')') || (c == '$' && is_last && self.depth == 0) {
                break;
            }
            let part = self.part(c)?;
            parts.push(self.repeated(part)?);
        }
        Ok(Hir::concat(parts))
    }

    fn part(&mut self, c: char) -> Result<Hir> {
        let start = self.at;
        self.at += 1;
        match c {
            '(' => self.group(start),
            '[' => self.class(start),
            '.' => {
                self.spelled.push((start, self.at, DOT_TEXT.to_owned()));
                Ok(hir(dot()))
            }
            '\\' => match self.escape(start, false)? {
                Escape::Character(c) => Ok(literal(c)),
                Escape::Set(named, negated) => {
                    if named == Named::Space {
                        let not = if negated { "^" } else { "" };
                        self.spelled.push((start, self.at, format!("[{not}{SPACES_TEXT}]")));
                    }
                    Ok(hir(named.set(negated)))
                }
            },
            '^' => {
                Err(self.refuse(start, 1, "an anchor; `^` stands only at the very start, and `\\^` is the character"))
            }
            '$' => Err(self.refuse(start, 1, "an anchor; `$` stands only at the very end, and `\\$` is the character")),
            '*' | '+' | '?' => {
                let message = format!("there is nothing before it to repeat; write `\\{c}` for the character");
                Err(self.refuse(start, 1, &message))
            }
            '{' | '}' | ']' => {
                let message = format!("write `\\{c}` for the character");
                Err(self.refuse(start, 1, &message))
            }
            c => Ok(literal(c)),
        }
    }

    /// After `(`.
    fn group(&mut self, start: usize) -> Result<Hir> {
        if self.eat('?') {
            self.kind_of_group(start)?;
        }
        if self.depth == DEPTH {
            return Err(self.refuse(start, 1, "groups are nested too deeply"));
        }
        self.depth += 1;
        let (inner, _) = self.choices()?;
        self.depth -= 1;
        if !self.eat(')') {
            return Err(self.refuse(start, 1, "the group has no end; write `\\(` for the character"));
        }
        Ok(inner)
    }

    /// After `(?`: anything but `:` is refused.
    fn kind_of_group(&mut self, start: usize) -> Result<()> {
        let (first, second) = (self.peek(), self.peek_second());
        let (len, message) = match (first, second) {
            (Some(':'), _) => {
                self.at += 1;
                return Ok(());
            }
            (Some('=' | '!'), _) => (3, LOOK_AROUND),
            (Some('<'), Some('=' | '!')) => (4, LOOK_AROUND),
            (Some('<'), _) => (3, NAMED_GROUP),
            (Some('P'), _) => (4, NAMED_GROUP),
            (Some('a'..='z' | 'A'..='Z' | '-' | '^'), _) => {
                (3, "patterns have no flags; write out what the flag would do, such as `[Aa]` for `(?i)a`")
            }
            _ => (3, "engines differ on this group; write `(..)` or `(?:..)`"),
        };
        Err(self.refuse(start, len, message))
    }

    /// `*`, `+`, `?`, `{n}`, `{n,}` or `{n,m}` after a part, each perhaps with a `?`, which changes nothing.
    fn repeated(&mut self, part: Hir) -> Result<Hir> {
        let start = self.at;
        let (min, max) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => self.counts(start)?,
            _ => return Ok(part),
        };
        self.at += 1;
        self.eat('?');
        if let Some(c @ ('*' | '+' | '?' | '{')) = self.peek() {
            let message = "a repetition of a repetition; put what is repeated into a group, `(a*)+`";
            let len = if c == '{' { self.chars[self.at..].iter().take_while(|c| **c != '}').count() + 1 } else { 1 };
            return Err(self.refuse(self.at, len, message));
        }
        Ok(Hir::repetition(Repetition { min, max, greedy: true, sub: Box::new(part) }))
    }

    /// From `{`, up to before its `}`.
    fn counts(&mut self, start: usize) -> Result<(u32, Option<u32>)> {
        let len = self.chars[start..].iter().take_while(|c| **c != '}').count();
        let inside: String = self.chars[start..].iter().take(len).skip(1).collect();
        let end = start + len;
        let (min, max) = inside.split_once(',').map_or((inside.as_str(), None), |(min, max)| (min, Some(max)));
        let is_count = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if end == self.chars.len() || !is_count(min) || max.is_some_and(|max| !max.is_empty() && !is_count(max)) {
            let message = "no count, which is `{2}`, `{2,}` or `{2,4}`; write `\\{` for the character";
            return Err(self.refuse(start, len + 1, message));
        }
        let count = |text: &str| text.parse().map_err(|_| self.refuse(start, len + 1, "the count is too large"));
        let least: u32 = count(min)?;
        let most = match max {
            None => Some(least),
            Some("") => None,
            Some(max) => Some(count(max)?),
        };
        if most.is_some_and(|most| most < least) {
            return Err(self.refuse(start, len + 1, "the smaller count comes first"));
        }
        self.at = end;
        Ok((least, most))
    }

    /// After `[`.
    fn class(&mut self, start: usize) -> Result<Hir> {
        let negated = self.eat('^');
        let first = self.at;
        let mut class = ClassUnicode::empty();
        loop {
            match self.peek() {
                None => return Err(self.refuse(start, 1, "the class has no end; write `\\[` for the character")),
                Some(']') if self.at == first => {
                    let message = "an empty class; write `\\]` for the character";
                    return Err(self.refuse(start, self.at + 1 - start, message));
                }
                Some(']') => break,
                Some(c) => class.union(&self.item(c, first)?),
            }
        }
        self.at += 1;
        if negated {
            class.negate();
        }
        if class.ranges().is_empty() {
            return Err(self.refuse(start, self.at - start, "no character is in this class"));
        }
        Ok(hir(class))
    }

    /// A character, a range or a named set of a class. `first` is where the class begins.
    fn item(&mut self, c: char, first: usize) -> Result<ClassUnicode> {
        let start = self.at;
        let low = self.member(c, first)?;
        let is_range = self.peek() == Some('-') && self.peek_second().is_some_and(|c| c != ']');
        if !is_range {
            return Ok(match low {
                Escape::Character(c) => set(&[(c, c)]),
                Escape::Set(named, negated) => {
                    if named == Named::Space {
                        let text = if negated { NO_SPACES_TEXT } else { SPACES_TEXT };
                        self.spelled.push((start, self.at, text.to_owned()));
                    }
                    named.set(negated)
                }
            });
        }
        self.at += 1;
        let high = match self.peek() {
            Some('-') => return Err(self.refuse(start, self.at + 1 - start, DASH)),
            Some(c) => self.member(c, first)?,
            None => return Err(self.refuse(start, self.at - start, DASH)),
        };
        match (low, high) {
            (Escape::Character(low), Escape::Character(high)) if low <= high => Ok(set(&[(low, high)])),
            (Escape::Character(_), Escape::Character(_)) => {
                Err(self.refuse(start, self.at - start, "the range is empty; the smaller character comes first"))
            }
            _ => Err(self.refuse(start, self.at - start, "a set is no end of a range; write `\\-` for the character")),
        }
    }

    /// One character or one escape of a class.
    fn member(&mut self, c: char, first: usize) -> Result<Escape> {
        let start = self.at;
        self.at += 1;
        match (c, self.peek()) {
            ('\\', _) => return self.escape(start, true),
            ('[', Some(':')) => {
                return Err(self.refuse(start, 2, "there are no POSIX classes; write the characters, such as `a-z`"));
            }
            ('[', _) => return Err(self.refuse(start, 1, "classes do not nest; write `\\[` for the character")),
            ('&', Some('&')) | ('~', Some('~')) => {
                let message = "classes have no operations; write out the characters that are left";
                return Err(self.refuse(start, 2, message));
            }
            ('-', Some('-')) => return Err(self.refuse(start, 2, DASH)),
            ('-', Some(after)) if start != first && after != ']' => return Err(self.refuse(start, 1, DASH)),
            _ => {}
        }
        Ok(Escape::Character(c))
    }

    /// After a backslash.
    fn escape(&mut self, start: usize, in_class: bool) -> Result<Escape> {
        let Some(c) = self.peek() else {
            return Err(self.refuse(start, 1, "nothing follows; write `\\\\` for the character"));
        };
        self.at += 1;
        Ok(match c {
            'd' | 'D' => Escape::Set(Named::Digit, c == 'D'),
            'w' | 'W' => Escape::Set(Named::Word, c == 'W'),
            's' | 'S' => Escape::Set(Named::Space, c == 'S'),
            't' => Escape::Character('\t'),
            'n' => Escape::Character('\n'),
            'v' => Escape::Character('\u{b}'),
            'f' => Escape::Character('\u{c}'),
            'r' => Escape::Character('\r'),
            'x' => Escape::Character(self.code(start, 2)?),
            'u' => Escape::Character(self.code(start, 4)?),
            c if SYNTAX.contains(c) || (c == '-' && in_class) => Escape::Character(c),
            c => return Err(self.refuse_escape(start, c, in_class)),
        })
    }

    /// The digits after `\x` or `\u`.
    fn code(&mut self, start: usize, digits: usize) -> Result<char> {
        let form = if digits == 2 {
            "`\\x` has two digits, such as `\\x2f`"
        } else {
            "`\\u` has four digits, or some in braces: `\\u00e9`, `\\u{1f600}`"
        };
        let braced = digits == 4 && self.eat('{');
        let wanted = if braced { 6 } else { digits };
        let begin = self.at;
        while self.at < begin + wanted && self.peek().is_some_and(|c| c.is_ascii_hexdigit()) {
            self.at += 1;
        }
        let found = self.at - begin;
        let complete = if braced { found > 0 && self.eat('}') } else { found == digits };
        if !complete {
            return Err(self.refuse(start, self.at - start, form));
        }
        let text: String = self.chars[begin..begin + found].iter().collect();
        u32::from_str_radix(&text, 16).ok().and_then(char::from_u32).ok_or_else(|| {
            let message = "no character has this number; one beyond `\\uffff` is written in braces, `\\u{1f600}`";
            self.refuse(start, self.at - start, message)
        })
    }

    /// What an escape would mean elsewhere, and what to write for it.
    fn refuse_escape(&self, start: usize, c: char, in_class: bool) -> String {
        let message = match c {
            'b' if in_class => "write `\\x08`".to_owned(),
            'b' | 'B' => {
                "engines differ on what a word is; write out what may stand before and after, such as `[^a-z]`"
                    .to_owned()
            }
            'A' => "write `^` at the very start".to_owned(),
            'z' | 'Z' => "write `$` at the very end".to_owned(),
            'p' | 'P' => {
                "engines know different versions of Unicode; write the characters, such as `[a-zà-ÿ]`".to_owned()
            }
            '0' => "write `\\x00`".to_owned(),
            'k' | '1'..='9' => "a pattern cannot refer back; write the text out again".to_owned(),
            'c' => "write the number of the character, such as `\\x0a`".to_owned(),
            'a'..='z' | 'A'..='Z' => {
                format!("there is no such escape; write `{c}` for the letter, `\\\\{c}` with a backslash")
            }
            c => format!("it needs no backslash; write `{c}`"),
        };
        self.refuse(start, 2, &message)
    }
}

const LOOK_AROUND: &str = "a pattern cannot look around; write what may stand there, such as `[^/]`";
const NAMED_GROUP: &str = "groups have no names; write `(`";
const DASH: &str = "a `-` that is no range is written `\\-`, or stands first or last in its class";

fn literal(c: char) -> Hir {
    Hir::literal(c.encode_utf8(&mut [0; 4]).as_bytes())
}
