//! Text that the compiler can build while it evaluates a constant: `format!` is not `const`, this is.

/// A string of at most `N` bytes, built by `push`. What does not fit is dropped at a character boundary.
#[derive(Clone, Copy)]
pub struct Text<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Text<N> {
    /// The empty text.
    pub const EMPTY: Self = Self { bytes: [0; N], len: 0 };

    /// The text as a string slice.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            // Only whole characters are ever pushed.
            Err(_) => "",
        }
    }

    /// How many more bytes fit.
    #[must_use]
    pub const fn room(&self) -> usize {
        N - self.len
    }

    /// Appends `text`, or as many of its characters as fit.
    pub const fn push(&mut self, text: &str) {
        self.push_clipped(text, usize::MAX);
    }

    /// Appends at most `max` bytes of `text`, with `...` for the rest.
    pub const fn push_clipped(&mut self, text: &str, max: usize) {
        let bytes = text.as_bytes();
        let room = self.room();
        let fits = if bytes.len() < room { bytes.len() } else { room };
        let mut end = if fits < max { fits } else { max };
        while end < bytes.len() && !text.is_char_boundary(end) {
            end -= 1;
        }
        let mut i = 0;
        while i < end {
            self.bytes[self.len] = bytes[i];
            self.len += 1;
            i += 1;
        }
        if end < bytes.len() && end == max {
            self.push("...");
        }
    }

    /// Appends `character` as long as it fits, `count` times.
    pub const fn push_repeated(&mut self, character: &str, count: usize) {
        let mut i = 0;
        while i < count {
            self.push(character);
            i += 1;
        }
    }

    /// Appends a number with commas: `1,234,567`.
    pub const fn push_thousands(&mut self, n: u64) {
        if n >= 1000 {
            self.push_thousands(n / 1000);
            self.push(",");
            let rest = n % 1000;
            self.push_repeated(
                "0",
                if rest < 10 {
                    2
                } else if rest < 100 {
                    1
                } else {
                    0
                },
            );
            self.push_int(rest as i128);
        } else {
            self.push_int(n as i128);
        }
    }

    /// Appends a number in decimal.
    pub const fn push_int(&mut self, n: i128) {
        if n < 0 {
            self.push("-");
        }
        let mut digits = [0u8; 40];
        let mut at = digits.len();
        let mut rest = n.unsigned_abs();
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if let Ok(text) = core::str::from_utf8(digits.split_at(at).1) {
            self.push(text);
        }
    }
}

impl<const N: usize> core::fmt::Debug for Text<N> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Debug::fmt(self.as_str(), f)
    }
}

impl<const N: usize> core::fmt::Display for Text<N> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// `a == b` for strings in constants.
#[must_use]
pub const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    // Asked once: this runs for every key of a file, and a call takes the compiler longer than all else.
    let count = a.len();
    if count != b.len() {
        return false;
    }
    let mut i = 0;
    while i < count {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// FNV-1a hash of a name: one comparison of numbers rules out nearly every wrong key before the names are compared,
/// which keeps constant evaluation of large files short.
#[must_use]
pub const fn hash(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let count = bytes.len();
    let mut hash = 0x811c_9dc5_u32;
    let mut i = 0;
    while i < count {
        hash = (hash ^ bytes[i] as u32).wrapping_mul(0x0100_0193);
        i += 1;
    }
    hash
}

/// Longest name that is considered for a suggestion, in bytes.
const LONGEST: usize = 48;

/// Edit distance of two names (insert, delete, replace or swap neighbours), ignoring ASCII case; `None` if either is too
/// long to be a typo of a field name.
#[must_use]
pub const fn distance(a: &str, b: &str) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    // Three rows of the optimal string alignment table.
    let mut rows = [[0usize; LONGEST + 1]; 3];
    let mut j = 0;
    while j <= b.len() {
        rows[0][j] = j;
        j += 1;
    }
    let mut i = 1;
    while i <= a.len() {
        let (now, before, two_before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[now][0] = i;
        let mut j = 1;
        while j <= b.len() {
            let replace = if a[i - 1].eq_ignore_ascii_case(&b[j - 1]) { 0 } else { 1 };
            let mut best = rows[before][j - 1] + replace;
            if rows[before][j] + 1 < best {
                best = rows[before][j] + 1;
            }
            if rows[now][j - 1] + 1 < best {
                best = rows[now][j - 1] + 1;
            }
            if i > 1
                && j > 1
                && a[i - 1].eq_ignore_ascii_case(&b[j - 2])
                && a[i - 2].eq_ignore_ascii_case(&b[j - 1])
                && rows[two_before][j - 2] + 1 < best
            {
                best = rows[two_before][j - 2] + 1;
            }
            rows[now][j] = best;
            j += 1;
        }
        i += 1;
    }
    Some(rows[a.len() % 3][b.len()])
}

/// Whether `typed` is near enough to `name` to suggest it: a third of the letters may be wrong, at least one.
#[must_use]
pub const fn near(typed: &str, name: &str, distance: usize) -> bool {
    let longer = if typed.len() > name.len() { typed.len() } else { name.len() };
    let allowed = longer / 3;
    distance <= if allowed == 0 { 1 } else { allowed } && distance < longer
}

#[cfg(test)]
mod tests {
    use super::{Text, distance, hash, near, same};

    #[test]
    fn text_is_clipped_at_characters() {
        let mut text = Text::<8>::EMPTY;
        text.push("aéé");
        text.push_int(-120);
        assert_eq!(text.as_str(), "aéé-12");
        let mut text = Text::<5>::EMPTY;
        text.push("aaaaé");
        assert_eq!(text.as_str(), "aaaa");
        let mut text = Text::<64>::EMPTY;
        text.push_clipped("0123456789", 4);
        assert_eq!(text.as_str(), "0123...");
    }

    #[test]
    fn numbers_print_as_rust_prints_them() {
        for n in [0, 7, -7, 10, i128::from(u64::MAX), i128::MIN, i128::MAX] {
            let mut text = Text::<64>::EMPTY;
            text.push_int(n);
            assert_eq!(text.as_str(), n.to_string());
        }
    }

    #[test]
    fn groups_of_three() {
        for (n, expected) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_020_003, "1,020,003"),
            (u64::MAX, "18,446,744,073,709,551,615"),
        ] {
            let mut text = Text::<64>::EMPTY;
            text.push_thousands(n);
            assert_eq!(text.as_str(), expected);
        }
    }

    #[test]
    fn distances_of_typos() {
        assert_eq!(distance("kl_wieght", "kl_weight"), Some(1)); // two neighbours swapped
        assert_eq!(distance("kl_weigt", "kl_weight"), Some(1));
        assert_eq!(distance("KL_Weight", "kl_weight"), Some(0));
        assert_eq!(distance("beta", "kl_weight"), Some(8));
        assert_eq!(distance(&"x".repeat(49), "x"), None);
        assert!(near("latnet_dim", "latent_dim", 1));
        assert!(!near("a", "b", 1));
    }

    #[test]
    fn fnv_and_equality() {
        assert_eq!(hash(""), 0x811c_9dc5);
        assert_eq!(hash("a"), 0xe40c_292c); // published FNV-1a test vector
        assert!(same("abc", "abc") && !same("abc", "abd") && !same("ab", "abc"));
    }
}
