//! Pieces of GitHub-flavoured Markdown: escapes, code spans, anchors, filled paragraphs.

/// Width that paragraphs are filled to, in characters.
const WIDTH: usize = 100;

/// A code span. Its fence is longer than any run of backticks inside.
#[must_use]
pub fn code(text: &str) -> String {
    // A code span cannot hold a line break, and shows none.
    let text = text.replace(['\n', '\r'], " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A fenced block, its fence longer than any run of backticks inside.
#[must_use]
pub fn block(language: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    format!("{fence}{language}\n{}\n{fence}", text.trim_end())
}

/// Plain text, so that no character of it is read as Markdown.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(if character == '\n' { ' ' } else { character });
    }
    out
}

/// Markdown as the cell of a table: one line, with its pipes escaped. In a table, that holds inside code spans too.
#[must_use]
pub fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// The anchor that GitHub gives a heading, not yet told apart from those of equal headings.
#[must_use]
pub fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
            _ => None,
        })
        .collect()
}

/// Fills a paragraph of Markdown. A word that would start a list, a heading or a quotation is never put first on a line.
#[must_use]
pub fn fill(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if column > 0 {
            if column + 1 + width > WIDTH && !starts_a_block(word) {
                out.push('\n');
                column = 0;
            } else {
                out.push(' ');
                column += 1;
            }
        }
        out.push_str(word);
        column += width;
    }
    out
}

/// Whether a line that starts with this word is more than text: a list, a heading, a quotation, a table, a fence.
fn starts_a_block(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    matches!(word, "-" | "+" | "*")
        || word.starts_with(['#', '>', '|', '='])
        || ["---", "***", "```", "~~~"].iter().any(|mark| word.starts_with(mark))
        || (number.len() < word.len() && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// A doc comment as part of a larger document. Paragraphs are filled; lists, tables, quotations and code stay as they are.
/// Headings become bold lines, so that they make no sections. What rustdoc alone understands is rewritten: `link` turns the
/// name of an item into a link, and hidden lines of code examples are left out.
#[must_use]
pub fn doc(text: &str, link: &dyn Fn(&str) -> Option<String>) -> String {
    let mut blocks = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        if let Some(fence) = fence(trimmed) {
            let mut code = vec![line];
            let language = trimmed.trim_start_matches(['`', '~']);
            let rust = matches!(language, "" | "rust" | "no_run" | "ignore" | "should_panic");
            let mut closed = false;
            for line in lines.by_ref() {
                let start = line.trim_start();
                if !(rust && (start == "#" || start.starts_with("# "))) {
                    code.push(line);
                }
                closed = start.starts_with(fence);
                if closed {
                    break;
                }
            }
            // An open fence would swallow the rest of the document.
            if !closed {
                code.push(fence);
            }
            blocks.push(code.join("\n"));
        } else if let Some(title) = heading(trimmed) {
            blocks.push(format!("**{}**", items(title, link)));
        } else {
            let mut group = vec![line];
            while let Some(line) = lines.next_if(|line| !ends_group(line.trim())) {
                group.push(line);
            }
            let shaped = group
                .iter()
                .any(|line| line.starts_with("  ") || starts_a_block(line.split_whitespace().next().unwrap_or("")));
            blocks.push(match (shaped, line.starts_with("    ")) {
                (true, true) => group.join("\n"),
                (true, false) => items(&group.join("\n"), link),
                (false, _) => fill(&items(&group.join("\n"), link)),
            });
        }
    }
    blocks.join("\n\n")
}

fn ends_group(line: &str) -> bool {
    line.is_empty() || fence(line).is_some() || heading(line).is_some()
}

fn fence(line: &str) -> Option<&'static str> {
    ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark))
}

/// The text of a heading.
fn heading(line: &str) -> Option<&str> {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    (1..=6).contains(&level).then_some(title).and_then(|title| title.strip_prefix(' ')).map(str::trim)
}

/// Rewrites rustdoc's links to items: ``[`Name`]`` and `[text](crate::Name)`. Where `link` knows no such item the text stays.
fn items(text: &str, link: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let (before, from) = rest.split_at(open);
        out.push_str(before);
        rest = from;
        let Some(close) = from.find(']') else { break };
        let (label, after) = (&from[1..close], &from[close + 1..]);
        let name = label.trim_matches('`');
        if let Some((target, behind)) = after.strip_prefix('(').and_then(|after| after.split_once(')')) {
            if is_item(target) {
                let item = target.rsplit("::").next().unwrap_or(target);
                out.push_str(&link(item).unwrap_or_else(|| label.to_owned()));
            } else {
                out.push_str(&from[..from.len() - behind.len()]);
            }
            rest = behind;
        } else if label.len() > name.len() && is_item(name) && !after.starts_with(['[', ':', '(']) {
            let item = name.rsplit("::").next().unwrap_or(name);
            out.push_str(&link(item).unwrap_or_else(|| label.to_owned()));
            rest = after;
        } else {
            out.push('[');
            rest = &from[1..];
        }
    }
    out.push_str(rest);
    out
}

/// Whether this is the path of an item of Rust, not an address.
fn is_item(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == ':')
}

#[cfg(test)]
mod tests {
    use super::{anchor, block, cell, code, doc, escape, fill};

    #[test]
    fn nothing_of_a_text_is_read_as_markdown() {
        assert_eq!(code("a|b"), "`a|b`");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("two\nlines"), "`two lines`");
        assert_eq!(escape("a_b *c* [d] <e> `f` g|h"), r"a\_b \*c\* \[d\] \<e\> \`f\` g\|h");
        assert_eq!(cell("one | `a || b`\n  two"), r"one \| `a \|\| b` two");
        assert_eq!(block("toml", "a = '''\n```\n'''\n"), "````toml\na = '''\n```\n'''\n````");
    }

    #[test]
    fn anchors_are_those_of_github() {
        assert_eq!(anchor("`VAEConfig`"), "vaeconfig");
        assert_eq!(anchor("A config: `x_y` (2)"), "a-config-x_y-2");
    }

    #[test]
    fn filling_makes_no_lists() {
        let words = "word ".repeat(19);
        assert_eq!(fill(&format!("{words}12345 - 6 7")), format!("{words}12345 -\n6 7"));
        assert_eq!(fill("a\n  b   c"), "a b c");
        assert!(fill(&"word ".repeat(60)).lines().all(|line| line.chars().count() <= 100));
    }

    #[test]
    fn doc_comments_keep_their_shape_and_make_no_sections() {
        let link = |name: &str| (name == "VAE").then(|| "[`VAE`](#vae)".to_owned());
        let text = "First\nline of [`VAE`] and [`Other`].\n# Title\n- a list\n  of one\n\n```\n# hidden\nlet x = [`VAE`];\n```\n\
                    See [it](crate::shapes::VAE), [that](crate::Else), [site](https://x.org) and [1] or `[2, 3]`.";
        assert_eq!(
            doc(text, &link),
            "First line of [`VAE`](#vae) and `Other`.\n\n**Title**\n\n- a list\n  of one\n\n```\nlet x = [`VAE`];\n```\n\n\
             See [`VAE`](#vae), that, [site](https://x.org) and [1] or `[2, 3]`."
        );
        assert_eq!(doc("| a | b |\n|---|---|\n| 1 | 2 |", &link), "| a | b |\n|---|---|\n| 1 | 2 |");
        assert_eq!(doc("```\nnever closed", &link), "```\nnever closed\n```");
    }
}
