//! From an expression to the table of an automaton.

use super::parse::Parsed;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson::{self, WhichCaptures};
use regex_automata::util::primitives::StateID;
use regex_automata::{Anchored, MatchKind};
use regex_syntax::hir::{Dot, Hir, Repetition};
use std::collections::{BTreeMap, BTreeSet};

/// Most states of an automaton. Its table is part of the user's program.
const MOST_STATES: usize = 1000;
/// Most memory of an automaton before it is made smallest, in bytes. It bounds the time that a build can lose.
const MOST_MEMORY: usize = 4 << 20;

/// A deterministic automaton over the bytes of a text. Its states are numbers: 0 is where no text gets out of, those from
/// `accepting` on accept, and `sure` accepts whatever follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The class of each byte.
    pub classes: [u8; 256],
    /// How many classes there are.
    pub width: u16,
    /// The next state for each class, state after state.
    pub next: Vec<u16>,
    /// Where a text begins.
    pub start: u16,
    /// The first of the states that accept.
    pub accepting: u16,
    /// The last state if it accepts whatever follows, else one past it.
    pub sure: u16,
}

impl Table {
    /// The smallest automaton of a pattern.
    pub fn of(parsed: &Parsed) -> Result<Self, String> {
        let states = merged(states(&automaton(parsed)?)?);
        let count = states.len();
        if count > MOST_STATES {
            return Err(format!(
                "the pattern needs a table of {count} states, at most {MOST_STATES} are possible; {HINT}"
            ));
        }
        let is_sure = |k: usize| states[k].accepts && states[k].next.iter().all(|next| *next == k);
        let mut order: Vec<usize> = (0..count).collect();
        // Stable: among equals, the order in which a text meets them.
        order.sort_by_key(|k| (*k != DEAD, states[*k].accepts, is_sure(*k)));
        let number: BTreeMap<usize, u16> = order.iter().copied().zip(0..).collect();
        if is_sure(START) {
            return Err("every text matches the pattern; to speak of the whole text, write `^..$`".to_owned());
        }
        let (classes, width) = classes(&states);
        let mut next = Vec::new();
        for k in &order {
            for class in 0..width {
                let byte = classes.iter().position(|of_byte| u16::from(*of_byte) == class).unwrap_or_default();
                next.push(number[&states[*k].next[byte]]);
            }
        }
        let accepting = order.iter().filter(|k| !states[**k].accepts).count();
        let sure = count - order.iter().filter(|k| is_sure(**k)).count();
        // There are fewer states than `MOST_STATES`.
        #[expect(clippy::cast_possible_truncation, reason = "checked above")]
        let (accepting, sure) = (accepting as u16, sure as u16);
        Ok(Self { classes, width, next, start: number[&START], accepting, sure })
    }

    /// Whether a text matches: what the walker does, for the values of an attribute beside the pattern.
    pub fn matches(&self, text: &str) -> bool {
        let step = |state: u16, byte: u8| {
            let class = usize::from(self.classes[usize::from(byte)]);
            self.next[usize::from(state) * usize::from(self.width) + class]
        };
        text.bytes().fold(self.start, step) >= self.accepting
    }
}

const HINT: &str = "make the counts smaller, or bound the length with `len`";

fn too_large() -> String {
    format!("the pattern is too large for a table of {MOST_STATES} states, the most that is possible; {HINT}")
}

fn automaton(parsed: &Parsed) -> Result<dense::DFA<Vec<u32>>, String> {
    // A search is a match of the whole text with anything around. Texts are UTF-8, so anything is any bytes: what begins
    // inside a character matches no character.
    let anything = || {
        let sub = Box::new(Hir::dot(Dot::AnyByte));
        Hir::repetition(Repetition { min: 0, max: None, greedy: true, sub })
    };
    let mut parts = Vec::new();
    if !parsed.from_start {
        parts.push(anything());
    }
    parts.push(parsed.body.clone());
    if !parsed.to_end {
        parts.push(anything());
    }
    let config =
        thompson::Config::new().utf8(false).which_captures(WhichCaptures::None).nfa_size_limit(Some(MOST_MEMORY));
    let nfa =
        thompson::Compiler::new().configure(config).build_from_hir(&Hir::concat(parts)).map_err(|_| too_large())?;
    let config = dense::Config::new()
        // Whether there is a match, not which of several.
        .match_kind(MatchKind::All)
        .start_kind(StartKind::Anchored)
        .accelerate(false)
        .dfa_size_limit(Some(MOST_MEMORY))
        .determinize_size_limit(Some(MOST_MEMORY));
    dense::Builder::new().configure(config).build_from_nfa(&nfa).map_err(|_| too_large())
}

/// A state: where each byte leads, and whether a text may end there.
struct State {
    next: Vec<usize>,
    accepts: bool,
}

/// The state that no text gets out of.
const DEAD: usize = 0;
/// The state where a text begins.
const START: usize = 1;

/// The states that a text can meet, in that order, after the dead one.
fn states(dfa: &dense::DFA<Vec<u32>>) -> Result<Vec<State>, String> {
    let start = dfa.universal_start_state(Anchored::Yes).ok_or_else(too_large)?;
    // The library's dead state has the number 0.
    let mut ids = vec![StateID::ZERO, start];
    let mut known: BTreeMap<StateID, usize> = ids.iter().copied().zip(0..).collect();
    let mut states = Vec::new();
    while let Some(id) = ids.get(states.len()).copied() {
        if states.len() == 4 * MOST_STATES {
            return Err(too_large());
        }
        let mut number = |id| {
            *known.entry(id).or_insert_with(|| {
                ids.push(id);
                ids.len() - 1
            })
        };
        let next = (0..=u8::MAX).map(|byte| number(dfa.next_state(id, byte))).collect();
        // The library tells of a match one byte late, so the end of the text counts as one.
        states.push(State { next, accepts: dfa.is_match_state(dfa.next_eoi_state(id)) });
    }
    Ok(states)
}

/// Merges states that no text tells apart (Hopcroft). The library's own way keeps those apart that differ in the matches
/// before them, and is slow.
fn merged(states: Vec<State>) -> Vec<State> {
    let (classes, width) = classes(&states);
    let width = usize::from(width);
    // From where each class of bytes leads to a state.
    let mut sources = vec![Vec::new(); states.len() * width];
    for (class, byte) in (0..width).filter_map(|n| Some((n, classes.iter().position(|c| usize::from(*c) == n)?))) {
        for (k, state) in states.iter().enumerate() {
            sources[state.next[byte] * width + class].push(k);
        }
    }
    let (accepting, others): (Vec<_>, Vec<_>) = (0..states.len()).partition(|k| states[*k].accepts);
    let mut block: Vec<usize> = states.iter().map(|state| usize::from(state.accepts)).collect();
    let mut blocks = vec![others, accepting];
    let mut open: BTreeSet<(usize, usize)> = (0..width).flat_map(|class| [(0, class), (1, class)]).collect();
    while let Some((splitter, class)) = open.pop_first() {
        let mut inside: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for k in blocks[splitter].iter().flat_map(|k| &sources[k * width + class]) {
            inside.entry(block[*k]).or_default().insert(*k);
        }
        for (old, part) in inside {
            if part.len() == blocks[old].len() {
                continue;
            }
            let new = blocks.len();
            blocks[old].retain(|k| !part.contains(k));
            for k in &part {
                block[*k] = new;
            }
            let smaller = if part.len() < blocks[old].len() { new } else { old };
            blocks.push(part.into_iter().collect());
            for class in 0..width {
                let half = if open.contains(&(old, class)) { new } else { smaller };
                open.insert((half, class));
            }
        }
    }
    // The blocks in the order of their first states.
    let mut number = BTreeMap::new();
    let mut out = Vec::new();
    for (k, state) in states.into_iter().enumerate() {
        let count = number.len();
        number.entry(block[k]).or_insert_with(|| {
            out.push(state);
            count
        });
    }
    for next in out.iter_mut().flat_map(|state| &mut state.next) {
        *next = number[&block[*next]];
    }
    out
}

/// Bytes that no state tells apart are of one class.
fn classes(states: &[State]) -> ([u8; 256], u16) {
    let mut classes = [0; 256];
    let mut known: BTreeMap<Vec<usize>, u8> = BTreeMap::new();
    let mut width = 0;
    for (byte, class) in classes.iter_mut().enumerate() {
        let column: Vec<_> = states.iter().map(|state| state.next[byte]).collect();
        *class = *known.entry(column).or_insert_with(|| {
            width += 1;
            // The last of 256 classes has the number 255.
            u8::try_from(width - 1).unwrap_or(u8::MAX)
        });
    }
    (classes, width)
}
