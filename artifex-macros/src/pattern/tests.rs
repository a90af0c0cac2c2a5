use super::compile;
use super::table::Table;

fn table(text: &str) -> Table {
    compile(text).unwrap_or_else(|error| panic!("{text}: {error}")).1
}

fn refused(text: &str) -> String {
    match compile(text) {
        Ok(_) => panic!("{text} is accepted"),
        Err(error) => error,
    }
}

#[test]
fn a_search_is_bound_by_anchors_only() {
    let cases: [(&str, &[&str], &[&str]); 11] = [
        ("^[a-z_]+$", &["a", "snake_case"], &["", "A", "a-b", "a\n", "ä"]),
        ("b+", &["b", "abc", "bb"], &["", "ac"]),
        ("b$", &["b", "ab"], &["ba", "b\n"]),
        ("^a", &["a", "ab"], &["ba"]),
        ("^$", &[""], &["a", "\n"]),
        ("a|b|", &[], &[]),
        ("^(a|ab)(c|)$", &["a", "ab", "ac", "abc"], &["abcc", "b", ""]),
        ("^(?:a{2,3}|b{2}){2}$", &["aaaa", "aaabb", "bbbb"], &["aaa", "bbb", "bbbbb"]),
        ("^a{0}b??c*?$", &["", "b", "bcc"], &["a", "bb"]),
        ("^é.$", &["éé", "é𝄞", "é\u{85}"], &["é", "e\u{301}", "é\n", "é\r", "é\u{2028}", "é\u{2029}"]),
        (r"^[^\d\s]$", &["x", "é", "٣"], &["3", "", "\u{a0}", "\u{feff}", "\u{2003}"]),
    ];
    for (pattern, matching, others) in cases {
        if matching.is_empty() {
            assert!(refused(pattern).starts_with("every text matches"), "{pattern}");
            continue;
        }
        let table = table(pattern);
        for text in matching {
            assert!(table.matches(text), "{pattern} matches {text:?}");
        }
        for text in others {
            assert!(!table.matches(text), "{pattern} does not match {text:?}");
        }
    }
}

#[test]
fn escapes_and_classes() {
    let one = |pattern: &str| {
        let table = table(&format!("^{pattern}$"));
        let matches = |c: char| table.matches(c.encode_utf8(&mut [0; 4]));
        (char::MIN..='\u{1ffff}').filter(|c| matches(*c)).collect::<String>()
    };
    for (pattern, set) in [
        (r"\x41", "A"),
        (r"\u00e9", "é"),
        (r"\u{1f600}", "😀"),
        (r"[\t\n\v\f\r]", "\t\n\u{b}\u{c}\r"),
        (r"[\^\$\\\.\*\+\?\(\)\[\]\{\}\|]", "$()*+.?[\\]^{|}"),
        (r"\d", "0123456789"),
        (r"[^\W\d_]", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
        (r"[a\-z]", "-az"),
        ("[-a]", "-a"),
        ("[a-]", "-a"),
        (r"[\d-]", "-0123456789"),
        ("[a^]", "^a"),
        (r"[+-\-]", "+,-"),
        ("[&~!|({}).*]", "!&().*{|}~"),
        (r"[à-â\u{1d11e}]", "àáâ𝄞"),
        (
            r"\s",
            "\t\n\u{b}\u{c}\r \u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\
             \u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}",
        ),
        (r"[\x00-\x01]", "\0\u{1}"),
    ] {
        let mut expected: Vec<char> = set.chars().collect();
        expected.sort_unstable();
        assert_eq!(one(pattern), expected.into_iter().collect::<String>(), "{pattern}");
    }
    assert_eq!(one(".").chars().count(), 0x2_0000 - 0x800 - 4);
}

#[test]
fn what_engines_read_differently_is_spelled_out() {
    for (pattern, portable) in [
        (r"^\d.[.\w]+$", r"^\d[^\n\r\u2028\u2029][.\w]+$"),
        (r"^\.\\.é$", r"^\.\\[^\n\r\u2028\u2029]é$"),
        (
            r"^a[\s-]\S$",
            r"^a[\t-\r\x20\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff-][^\t-\r\x20\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]$",
        ),
        ("^[a-z_]+$", "^[a-z_]+$"),
    ] {
        assert_eq!(compile(pattern).map(|(text, _)| text).as_deref(), Ok(portable), "{pattern}");
    }
    // The long form means the same.
    for pattern in [r"^.\s$", r"^\S[\s]", r"[^\S.]", r"[^\s\dx]$"] {
        let (portable, table) = compile(pattern).unwrap();
        assert_eq!(compile(&portable), Ok((portable.clone(), table)), "{pattern}");
    }
}

/// Each pattern with what is said against it.
fn refuses(cases: &[(&str, &str)]) {
    for (pattern, message) in cases {
        assert_eq!(refused(pattern), *message, "{pattern}");
    }
}

#[test]
fn groups_repetitions_and_anchors_that_are_refused() {
    refuses(&[
        ("", "the pattern is empty; every text matches it"),
        ("a*", "every text matches the pattern; to speak of the whole text, write `^..$`"),
        (
            "(?i)a",
            "`(?i` at character 1 of the pattern: patterns have no flags; write out what the flag would do, such as `[Aa]` for `(?i)a`",
        ),
        (
            "(?i:a)",
            "`(?i` at character 1 of the pattern: patterns have no flags; write out what the flag would do, such as `[Aa]` for `(?i)a`",
        ),
        ("(?P<year>a)", "`(?P<` at character 1 of the pattern: groups have no names; write `(`"),
        ("(?<year>a)", "`(?<` at character 1 of the pattern: groups have no names; write `(`"),
        (
            "(?=a)",
            "`(?=` at character 1 of the pattern: a pattern cannot look around; write what may stand there, such as `[^/]`",
        ),
        (
            "(?<!a)",
            "`(?<!` at character 1 of the pattern: a pattern cannot look around; write what may stand there, such as `[^/]`",
        ),
        ("(?>a)", "`(?>` at character 1 of the pattern: engines differ on this group; write `(..)` or `(?:..)`"),
        ("(?", "`(?` at character 1 of the pattern: engines differ on this group; write `(..)` or `(?:..)`"),
        ("(a", "`(` at character 1 of the pattern: the group has no end; write `\\(` for the character"),
        ("a)", "`)` at character 2 of the pattern: no group is open; write `\\)` for the character"),
        ("a]", "`]` at character 2 of the pattern: write `\\]` for the character"),
        ("é}", "`}` at character 2 of the pattern: write `\\}` for the character"),
        ("{2}", "`{` at character 1 of the pattern: write `\\{` for the character"),
        (
            "^*",
            "`*` at character 2 of the pattern: there is nothing before it to repeat; write `\\*` for the character",
        ),
        (
            "a{,2}",
            "`{,2}` at character 2 of the pattern: no count, which is `{2}`, `{2,}` or `{2,4}`; write `\\{` for the character",
        ),
        (
            "a{2",
            "`{2` at character 2 of the pattern: no count, which is `{2}`, `{2,}` or `{2,4}`; write `\\{` for the character",
        ),
        ("a{3,2}", "`{3,2}` at character 2 of the pattern: the smaller count comes first"),
        ("a{9999999999}", "`{9999999999}` at character 2 of the pattern: the count is too large"),
        (
            "a*+",
            "`+` at character 3 of the pattern: a repetition of a repetition; put what is repeated into a group, `(a*)+`",
        ),
        (
            "a{2}{3}",
            "`{3}` at character 5 of the pattern: a repetition of a repetition; put what is repeated into a group, `(a*)+`",
        ),
        (
            "a^b",
            "`^` at character 2 of the pattern: an anchor; `^` stands only at the very start, and `\\^` is the character",
        ),
        (
            "(a$)",
            "`$` at character 3 of the pattern: an anchor; `$` stands only at the very end, and `\\$` is the character",
        ),
        ("^a|b$", "an anchor belongs to one side of `|` only; write `^(a|b)$` where it is meant for both"),
        ("a|b$", "an anchor belongs to one side of `|` only; write `(a|b)$` where it is meant for both"),
    ]);
    let nested = format!("{}a{}", "(".repeat(51), ")".repeat(51));
    assert_eq!(refused(&nested), "`(` at character 51 of the pattern: groups are nested too deeply");
    assert!(compile(&nested[1..nested.len() - 1]).is_ok());
}

#[test]
fn escapes_that_are_refused() {
    refuses(&[
        (r"\Aa\z", r"`\A` at character 1 of the pattern: write `^` at the very start"),
        (r"^a\Z", r"`\Z` at character 3 of the pattern: write `$` at the very end"),
        (
            r"^a\b",
            r"`\b` at character 3 of the pattern: engines differ on what a word is; write out what may stand before and after, such as `[^a-z]`",
        ),
        (r"(a)\1", r"`\1` at character 4 of the pattern: a pattern cannot refer back; write the text out again"),
        (r"\k<a>", r"`\k` at character 1 of the pattern: a pattern cannot refer back; write the text out again"),
        (r"\0", r"`\0` at character 1 of the pattern: write `\x00`"),
        (r"\cJ", r"`\c` at character 1 of the pattern: write the number of the character, such as `\x0a`"),
        (
            r"\p{L}",
            r"`\p` at character 1 of the pattern: engines know different versions of Unicode; write the characters, such as `[a-zà-ÿ]`",
        ),
        (
            r"\e",
            r"`\e` at character 1 of the pattern: there is no such escape; write `e` for the letter, `\\e` with a backslash",
        ),
        (r"a\-b", r"`\-` at character 2 of the pattern: it needs no backslash; write `-`"),
        (r"\/", r"`\/` at character 1 of the pattern: it needs no backslash; write `/`"),
        ("a\\", r"`\` at character 2 of the pattern: nothing follows; write `\\` for the character"),
        (r"\x4", r"`\x4` at character 1 of the pattern: `\x` has two digits, such as `\x2f`"),
        (
            r"\u41",
            r"`\u41` at character 1 of the pattern: `\u` has four digits, or some in braces: `\u00e9`, `\u{1f600}`",
        ),
        (
            r"\u{}",
            r"`\u{` at character 1 of the pattern: `\u` has four digits, or some in braces: `\u00e9`, `\u{1f600}`",
        ),
        (
            r"\ud83d\ude00",
            r"`\ud83d` at character 1 of the pattern: no character has this number; one beyond `\uffff` is written in braces, `\u{1f600}`",
        ),
        (
            r"\u{110000}",
            r"`\u{110000}` at character 1 of the pattern: no character has this number; one beyond `\uffff` is written in braces, `\u{1f600}`",
        ),
    ]);
}

#[test]
fn classes_that_are_refused() {
    refuses(&[
        (
            "[[:alpha:]]",
            "`[:` at character 2 of the pattern: there are no POSIX classes; write the characters, such as `a-z`",
        ),
        (
            "[a-z&&b]",
            "`&&` at character 5 of the pattern: classes have no operations; write out the characters that are left",
        ),
        (
            "[a~~b]",
            "`~~` at character 3 of the pattern: classes have no operations; write out the characters that are left",
        ),
        (
            "[a--b]",
            "`a--` at character 2 of the pattern: a `-` that is no range is written `\\-`, or stands first or last in its class",
        ),
        (
            "[--b]",
            "`--` at character 2 of the pattern: a `-` that is no range is written `\\-`, or stands first or last in its class",
        ),
        (
            "[a-c-e]",
            "`-` at character 5 of the pattern: a `-` that is no range is written `\\-`, or stands first or last in its class",
        ),
        (r"[\b]", r"`\b` at character 2 of the pattern: write `\x08`"),
        (r"[\_]", r"`\_` at character 2 of the pattern: it needs no backslash; write `_`"),
        ("[a[b]]", "`[` at character 3 of the pattern: classes do not nest; write `\\[` for the character"),
        (r"[\w-z]", r"`\w-z` at character 2 of the pattern: a set is no end of a range; write `\-` for the character"),
        ("[z-a]", "`z-a` at character 2 of the pattern: the range is empty; the smaller character comes first"),
        ("[]a]", "`[]` at character 1 of the pattern: an empty class; write `\\]` for the character"),
        ("[^]", "`[^]` at character 1 of the pattern: an empty class; write `\\]` for the character"),
        (r"[^\s\S]", r"`[^\s\S]` at character 1 of the pattern: no character is in this class"),
        ("[a", "`[` at character 1 of the pattern: the class has no end; write `\\[` for the character"),
        ("[a-", "`[` at character 1 of the pattern: the class has no end; write `\\[` for the character"),
    ]);
}

#[test]
fn tables_are_small_or_refused() {
    let table = table("^[a-z_]+$");
    // The dead state, the start and the rest, for two classes of bytes.
    assert_eq!((table.next.len(), table.width, table.start, table.accepting, table.sure), (6, 2, 1, 2, 3));
    assert!(compile("^.{1,90}$").is_ok());
    let hint = "make the counts smaller, or bound the length with `len`";
    assert_eq!(
        refused("^.{1,120}$"),
        format!("the pattern needs a table of 1202 states, at most 1000 are possible; {hint}")
    );
    for pattern in ["^((a{1000}){1000}){1000}$", "^(.{0,9}){0,900}$", "x[^y]{30}$", "^.{1,999}$"] {
        assert_eq!(
            refused(pattern),
            format!("the pattern is too large for a table of 1000 states, the most that is possible; {hint}"),
            "{pattern}"
        );
    }
}
