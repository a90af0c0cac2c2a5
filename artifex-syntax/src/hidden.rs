//! What a source line must not show: the values of secrets.

use super::doc::Span;
use super::text::Text;

/// What stands for a secret.
pub const MASK: &str = "***";
/// How many places are remembered; with more of them no line is shown at all.
const KEPT: usize = 32;

/// The places of secrets.
#[derive(Clone, Copy, Debug)]
pub struct Hidden {
    spans: [Span; KEPT],
    count: usize,
}

impl Hidden {
    /// Nothing is secret.
    pub const NONE: Self = Self { spans: [Span::new(0, 0); KEPT], count: 0 };
    /// Everything may be secret.
    pub const ALL: Self = Self { spans: [Span::new(0, 0); KEPT], count: KEPT + 1 };

    /// Adds a place.
    pub const fn add(&mut self, span: Span) {
        if self.contains(span) {
            return;
        }
        if self.count < KEPT {
            self.spans[self.count] = span;
        }
        // One more than are kept stands for any number.
        if self.count <= KEPT {
            self.count += 1;
        }
    }

    const fn contains(&self, span: Span) -> bool {
        let mut i = 0;
        while i < self.count && i < KEPT {
            if self.spans[i].contains(span) {
                return true;
            }
            i += 1;
        }
        false
    }

    /// Whether no line may be shown.
    #[must_use]
    pub const fn all(&self) -> bool {
        self.count > KEPT
    }

    /// The place itself, or the secret that it is a part of.
    #[must_use]
    pub const fn whole(&self, span: Span) -> Span {
        let mut i = 0;
        while i < self.count && i < KEPT {
            if self.spans[i].contains(span) {
                return self.spans[i];
            }
            i += 1;
        }
        span
    }

    /// Appends the bytes `start..end` of a source, with a mask for every secret in them.
    pub const fn push<const N: usize>(&self, out: &mut Text<N>, source: u32, text: &str, start: usize, end: usize) {
        let mut at = start;
        while let Some((from, to)) = self.next(source, at, end) {
            out.push(slice(text, at, from));
            out.push(MASK);
            at = to;
        }
        out.push(slice(text, at, end));
    }

    /// The first secret between two bytes of a source.
    const fn next(&self, source: u32, start: usize, end: usize) -> Option<(usize, usize)> {
        let mut next: Option<(usize, usize)> = None;
        let mut i = 0;
        while i < self.count && i < KEPT {
            let span = self.spans[i];
            let (from, to) = (span.start as usize, span.end as usize);
            let (from, to) = (if from < start { start } else { from }, if to > end { end } else { to });
            let earlier = match next {
                Some((first, _)) => from < first,
                None => true,
            };
            if span.source == source && from < to && earlier {
                next = Some((from, to));
            }
            i += 1;
        }
        next
    }
}

/// `text[start..end]`. Spans end at characters; one that does not shows nothing.
const fn slice(text: &str, start: usize, end: usize) -> &str {
    if start < end && text.is_char_boundary(start) && text.is_char_boundary(end) {
        text.split_at(end).0.split_at(start).1
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::{Hidden, KEPT};
    use crate::doc::Span;
    use crate::text::Text;

    #[test]
    fn every_secret_is_masked() {
        let mut hidden = Hidden::NONE;
        hidden.add(Span::new(14, 17));
        hidden.add(Span::new(4, 8));
        hidden.add(Span { source: 1, start: 0, end: 3 });
        let text = "a = \"é\", b = xyz, c";
        let mut out = Text::<64>::EMPTY;
        hidden.push(&mut out, 0, text, 0, text.len());
        assert_eq!(out.as_str(), "a = ***, b = ***, c");
        assert_eq!(hidden.whole(Span::new(15, 16)), Span::new(14, 17));
        assert_eq!(hidden.whole(Span::new(13, 16)), Span::new(13, 16));
    }

    #[test]
    fn too_many_secrets_hide_everything() {
        let mut hidden = Hidden::NONE;
        for i in 0..2 * u32::try_from(KEPT).unwrap() {
            assert_eq!(hidden.all(), i as usize > KEPT);
            hidden.add(Span::new(i, i + 1));
            hidden.add(Span::new(0, 1)); // known already
        }
        assert!(hidden.all() && Hidden::ALL.all());
    }
}
