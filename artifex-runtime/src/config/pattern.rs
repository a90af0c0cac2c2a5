//! Regular expressions as tables: the derive compiles them, and what runs a table is a `const fn`, as the walker is.

use core::fmt;

/// What a string must match: a regular expression of ECMA-262, which is searched for in it. The table is an automaton over
/// the bytes of the string.
#[derive(Clone, Copy)]
pub struct Pattern {
    /// The text, as written in the attribute.
    pub text: &'static str,
    /// The same with `.` and `\s` spelled out, for engines that read these in their own way.
    pub portable: &'static str,
    /// The class of each byte: the automaton does not tell bytes of one class apart.
    pub classes: &'static [u8; 256],
    /// How many classes there are.
    pub width: u16,
    /// The next state for each class, state after state; each is two bytes, the low one first.
    pub next: &'static [u8],
    /// Where a string begins.
    pub start: u16,
    /// The first of the states that accept.
    pub accepting: u16,
    /// The last state if it accepts whatever follows, else one past it.
    pub sure: u16,
}

/// Where a pattern stands with a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It matches.
    Match,
    /// It does not match, and would not, whatever stood in place of the rest from this byte on.
    Until(usize),
    /// It does not match, but the beginning of a string that does is the same.
    Unfinished,
}

impl Pattern {
    /// The state that is never left, and does not accept.
    pub const DEAD: u16 = 0;

    /// How a string fits.
    #[must_use]
    pub const fn fit(&self, text: &str) -> Fit {
        let bytes = text.as_bytes();
        let mut state = self.start;
        let mut i = 0;
        while i < bytes.len() && state != self.sure {
            state = self.next(state, bytes[i]);
            if state == Self::DEAD {
                while !text.is_char_boundary(i) {
                    i -= 1;
                }
                return Fit::Until(i);
            }
            i += 1;
        }
        if self.accepts(state) { Fit::Match } else { Fit::Unfinished }
    }

    /// The state after a byte.
    #[must_use]
    pub const fn next(&self, state: u16, byte: u8) -> u16 {
        let at = 2 * (state as usize * self.width as usize + self.classes[byte as usize] as usize);
        u16::from_le_bytes([self.next[at], self.next[at + 1]])
    }

    /// Whether a string that ends in this state matches.
    #[must_use]
    pub const fn accepts(&self, state: u16) -> bool {
        state >= self.accepting
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.text).finish()
    }
}
