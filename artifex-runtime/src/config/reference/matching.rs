//! Strings that match a pattern, for examples.

use crate::config::pattern::{Fit, Pattern};
use std::collections::{HashSet, VecDeque};

/// How many strings of each length are tried, one for each letter.
const TURNS: usize = 26;
/// How many lengths are tried.
const LENGTHS: usize = 4;

/// Short strings that match, the shortest and plainest first, with at least `min` and at most `max` characters. Their number
/// is limited, and not all that match are among them.
pub(super) fn matching(pattern: &Pattern, min: usize, max: Option<usize>) -> impl Iterator<Item = String> {
    let lengths = (min..min.saturating_add(LENGTHS)).take_while(move |min| max.is_none_or(|max| *min <= max));
    lengths.flat_map(move |min| (0..TURNS).filter_map(move |turn| shortest(pattern, min, max, turn)))
}

/// One of the shortest strings that match; `turn` chooses among bytes that the pattern does not tell apart.
fn shortest(pattern: &Pattern, min: usize, max: Option<usize>, turn: usize) -> Option<String> {
    let bytes = representatives(pattern, turn);
    // A path that meets no state twice between its least characters and its end is long enough.
    let most = max.unwrap_or(min.saturating_add(usize::from(pattern.sure) + 1));
    let mut steps = vec![Step { state: pattern.start, characters: 0, byte: 0, before: 0 }];
    let mut known = HashSet::from([(pattern.start, 0)]);
    let mut open = VecDeque::from([0]);
    while let Some(at) = open.pop_front() {
        let Step { state, characters, .. } = steps[at];
        if pattern.accepts(state)
            && characters >= min
            && let Some(text) = text(&steps, at)
        {
            return Some(text).filter(|text| pattern.fit(text) == Fit::Match);
        }
        for byte in &bytes {
            let state = pattern.next(state, *byte);
            let characters = characters + usize::from(!is_continuation(*byte));
            if state != Pattern::DEAD && characters <= most && known.insert((state, characters)) {
                open.push_back(steps.len());
                steps.push(Step { state, characters, byte: *byte, before: at });
            }
        }
    }
    None
}

/// A byte on the way from the start; the first one stands for the start itself.
struct Step {
    state: u16,
    characters: usize,
    byte: u8,
    before: usize,
}

fn text(steps: &[Step], mut at: usize) -> Option<String> {
    let mut bytes = Vec::new();
    while at > 0 {
        bytes.push(steps[at].byte);
        at = steps[at].before;
    }
    bytes.reverse();
    String::from_utf8(bytes).ok()
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// A byte of each class, the plainest ones first.
fn representatives(pattern: &Pattern, turn: usize) -> Vec<u8> {
    let mut plain: Vec<u8> = (0..=u8::MAX).collect();
    plain.sort_by_key(|byte| match byte {
        b'a'..=b'z' => 0,
        b'0'..=b'9' => 1,
        b'A'..=b'Z' => 2,
        0x21..=0x7e => 3,
        b' ' => 4,
        0x80.. => 5,
        _ => 6,
    });
    let mut classes: Vec<Vec<u8>> = Vec::new();
    for byte in plain {
        let class = |other: u8| pattern.classes[usize::from(other)];
        match classes.iter_mut().find(|members| class(members[0]) == class(byte)) {
            Some(members) => members.push(byte),
            None => classes.push(vec![byte]),
        }
    }
    classes.iter().map(|members| members[turn % members.len()]).collect()
}

#[cfg(test)]
mod tests {
    use super::matching;
    use crate::config::ModelConfig;
    use crate::config::pattern::Pattern;

    #[derive(ModelConfig)]
    struct Patterns {
        #[config(pattern = "^v[0-9]+\\.[0-9]+$")]
        version: String,
        #[config(pattern = "^[A-Z]{2}$")]
        country: String,
        #[config(pattern = "é")]
        accent: String,
        #[config(pattern = "^[ぁ-ん]+$")]
        kana: String,
    }

    fn pattern(name: &str) -> &'static Pattern {
        Patterns::SCHEMA.field(name).and_then(|field| field.constraint.pattern).unwrap()
    }

    fn first(name: &str, min: usize, max: Option<usize>) -> Vec<String> {
        matching(pattern(name), min, max).take(3).collect()
    }

    #[test]
    fn short_and_plain_strings_come_first() {
        assert_eq!(first("version", 0, None), ["v0.0", "v1.1", "v2.2"]);
        assert_eq!(first("version", 6, None), ["v000.0", "v111.1", "v222.2"]);
        assert_eq!(first("country", 0, None), ["AA", "BB", "CC"]);
        assert_eq!(matching(pattern("country"), 3, None).next(), None);
        assert_eq!(matching(pattern("version"), 0, Some(3)).next(), None);
    }

    #[test]
    fn lengths_count_characters() {
        assert_eq!(matching(pattern("accent"), 3, Some(3)).next().unwrap(), "aaé");
        assert_eq!(matching(pattern("kana"), 2, Some(2)).next().unwrap().chars().count(), 2);
    }
}
