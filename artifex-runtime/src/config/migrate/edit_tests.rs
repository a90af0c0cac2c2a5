use super::{EditError, move_key, remove, rename_key, set};
use crate::config::toml_text::{inline, key, parse};
use crate::config::tree::{Tree, TreeEntry, TreeValue};
use crate::config::{Span, diff::diff};
use std::fmt::Write as _;

/// What an edit does to one text, and that a second time does nothing more.
fn edited(before: &str, edit: &dyn Fn(&str) -> Result<String, EditError>) -> String {
    let after = edit(before).unwrap();
    assert_eq!(edit(&after).unwrap(), after, "not idempotent");
    after
}

#[test]
fn renaming() {
    for (before, after) in [
        // All ways to write a path; everything else stays to the byte.
        (
            "# top\n\n[ train ] # t\n  \"lr\"  =  1e-3 # why\n\nz = 1",
            "# top\n\n[ train ] # t\n  rate  =  1e-3 # why\n\nz = 1",
        ),
        ("train . 'lr' = 1\r\nz = 1", "train . rate = 1\r\nz = 1"),
        ("train = {a = 1, lr=2 }", "train = {a = 1, rate=2 }"),
        (
            "[[train]]\nlr = 1\n[[train]]\nx = 1\n[[train]]\nlr = 3",
            "[[train]]\nrate = 1\n[[train]]\nx = 1\n[[train]]\nrate = 3",
        ),
        ("train = [{ lr = 1 }, # one\n  { lr = 2 },\n]", "train = [{ rate = 1 }, # one\n  { rate = 2 },\n]"),
        (
            "[train.lr]\nx = 1\n[train.lr.y]\n[[train.lr.z]]\n",
            "[train.rate]\nx = 1\n[train.rate.y]\n[[train.rate.z]]\n",
        ),
        // Not this path.
        ("lr = 1\n[other]\ntrain.lr = 1\n[train.x]\nlr = 2", "lr = 1\n[other]\ntrain.lr = 1\n[train.x]\nlr = 2"),
        ("train = 'lr' # [train] lr = 1", "train = 'lr' # [train] lr = 1"),
        ("", ""),
    ] {
        assert_eq!(edited(before, &|text| rename_key(text, &["train", "lr"], "rate")), after);
    }
    assert_eq!(edited("a = 1", &|text| rename_key(text, &["a"], "b c")), "\"b c\" = 1");
    assert_eq!(edited("[a]\n[a.b]\na.c = 1", &|text| rename_key(text, &["a"], "x")), "[x]\n[x.b]\na.c = 1");
    assert_eq!(rename_key("a = 1", &["a"], "a").unwrap(), "a = 1");
}

#[test]
fn setting() {
    for (before, path, value, after) in [
        // What is there is replaced; its comments stay.
        ("a = 1 # c\nb = 2", "a", "3", "a = 3 # c\nb = 2"),
        ("[t]\na = [1, # x\n 2]\n", "t.a", "[]", "[t]\na = []\n"),
        ("t = { a = 1, b = 2 }", "t.a", "5", "t = { a = 5, b = 2 }"),
        // What is not there follows its neighbours.
        ("a = 1 # c\n\n[t]\nx = 1\n", "b", "2", "a = 1 # c\nb = 2\n\n[t]\nx = 1\n"),
        ("[t]\n  x = 1\n\n[u]\n", "t.y", "2", "[t]\n  x = 1\n  y = 2\n\n[u]\n"),
        ("[t] # c\n[u]\n", "t.y", "2", "[t] # c\ny = 2\n[u]\n"),
        ("[t]\r\nx = 1", "t.y", "2", "[t]\r\nx = 1\r\ny = 2\r\n"),
        ("t = {}", "t.y", "2", "t = { y = 2 }"),
        ("t = { x = 1 }", "t.u.y", "2", "t = { x = 1, u.y = 2 }"),
        ("t.x = 1\nz = 1\n", "t.y", "2", "t.x = 1\nt.y = 2\nz = 1\n"),
        ("[s]\n't'.x = 1\n", "s.t.y", "2", "[s]\n't'.x = 1\n't'.y = 2\n"),
        ("[t]\nx = 1\n", "t.u.y", "2", "[t]\nx = 1\nu.y = 2\n"),
        ("# c\n[t.u]\nx = 1\n", "t.y", "2", "# c\n[t]\ny = 2\n\n[t.u]\nx = 1\n"),
        // New tables come last, new keys of the root before all headers.
        ("a = 1", "t.u.y", "2", "a = 1\n\n[t.u]\ny = 2\n"),
        ("", "t.y", "2", "[t]\ny = 2\n"),
        ("#:schema x\n# of t\n[t]\n", "v", "2", "#:schema x\nv = 2\n\n# of t\n[t]\n"),
        ("# of the file\n\n# of t\n[t]\n", "v", "2", "# of the file\n\nv = 2\n\n# of t\n[t]\n"),
        ("# only a comment", "v", "2", "# only a comment\nv = 2\n"),
        ("\u{feff}[t]\n", "v", "2", "\u{feff}v = 2\n\n[t]\n"),
        // In each element of a list; in an empty one, nowhere.
        ("[[l]]\nx = 1\n[[l]]\n", "l.y", "2", "[[l]]\nx = 1\ny = 2\n[[l]]\ny = 2\n"),
        ("l = [{}, { y = 1 }]\n", "l.y", "2", "l = [{ y = 2 }, { y = 2 }]\n"),
        ("l = []\n", "l.y", "2", "l = []\n"),
        // A table of many lines makes way.
        ("a = 1\n[t]\nx = 1\n[t.u]\ny = 1\n", "t", "3", "a = 1\nt = 3\n"),
        ("t.x = 1\nt.y = 2\nz = 0\n", "t", "{ x = 3 }", "z = 0\nt = { x = 3 }\n"),
    ] {
        let path: Vec<_> = path.split('.').collect();
        assert_eq!(edited(before, &|text| set(text, &path, value)), after, "{before:?}");
    }
}

#[test]
fn removing() {
    for (before, path, after) in [
        ("a = 1\nb = 2 # of b\n\nc = 3\n", "b", "a = 1\n\nc = 3\n"),
        // A comment about one key goes with it, one about several stays, and so does the one that opens the file.
        ("a = 1\n\n# of b\n# too\nb = 2\n\nc = 3\n", "b", "a = 1\n\n\nc = 3\n"),
        ("a = 1\n\n# of both\nb = 2\nc = 3\n", "b", "a = 1\n\n# of both\nc = 3\n"),
        ("# of the file\nb = 2\n", "b", "# of the file\n"),
        ("#:schema x\nb = 2\n\nc = 1", "b", "#:schema x\n\nc = 1"),
        ("s = '''\n# text\n'''\nb = 2\n", "b", "s = '''\n# text\n'''\n"),
        ("s = 1\nb = [\n  1, # one\n]\nc = 1", "b", "s = 1\nc = 1"),
        // Inline, with the commas.
        ("t = { a = 1, b = 2, c = 3 }", "t.a", "t = { b = 2, c = 3 }"),
        ("t = { a = 1, b = 2, c = 3 }", "t.b", "t = { a = 1, c = 3 }"),
        ("t = { a = 1, b = 2, c = 3 }", "t.c", "t = { a = 1, b = 2 }"),
        ("t = { a.x = 1, b = 2, a.y = 3, a.z = 3 } # c", "t.a", "t = { b = 2 } # c"),
        ("t = { a = 1 }", "t.a", "t = {}"),
        ("l = [{ a = 1 }, { a = 2, b = 3 }]", "l.a", "l = [{}, { b = 3 }]"),
        // Tables, with all that is in them.
        ("a = 1\n\n# of t\n[t]\nx = 1\n# last\n\n# of u\n[u]\ny = 1\n", "t", "a = 1\n\n# of u\n[u]\ny = 1\n"),
        ("a = 1\n\n[t]\nx = 1\n\n[t.u]\ny = 1\n\n\n", "t", "a = 1\n"),
        ("[[l]]\na = 1\n[[l]]\nb = 1\n", "l", ""),
        ("[[l]]\na = 1\n[l.s]\nx = 1\n[[l]]\nb = 1\n", "l.s", "[[l]]\na = 1\n[[l]]\nb = 1\n"),
        ("t.a = 1\nt.b.c = 2\nz = 1", "t", "z = 1"),
        ("a = 1\r\nb = 2\r\n", "a", "b = 2\r\n"),
        ("a = 1", "b.c", "a = 1"),
        ("a = 1", "a.c", "a = 1"),
    ] {
        let path: Vec<_> = path.split('.').collect();
        assert_eq!(edited(before, &|text| remove(text, &path)), after, "{before:?}");
    }
}

#[test]
fn moving() {
    for (before, after) in [
        ("a.b = 1 # c\n", "[x]\ny = 1 # c\n"),
        ("[a]\nb = 1\nc = 2\n\n[x]\nz = 1\n", "[a]\nc = 2\n\n[x]\nz = 1\ny = 1\n"),
        (
            "[a]\nc = 2\n\n# of b\nb = [1, # one\n 2] # behind\n\n[x]\n  z = 1\n",
            "[a]\nc = 2\n\n\n[x]\n  z = 1\n  # of b\n  y = [1, # one\n 2] # behind\n",
        ),
        ("[a.b] # t\nc = 1\n[a.b.d]\n", "[x.y] # t\nc = 1\n[x.y.d]\n"),
        ("a = { b = 1, c = 2 }\nx = { z = 1 }", "a = { c = 2 }\nx = { z = 1, y = 1 }"),
        ("[a]\nb.c = 1\nb.d = 2\n[x]\n", "[a]\n[x]\ny.c = 1\ny.d = 2\n"),
        ("z = 1", "z = 1"),
    ] {
        let found = edited(before, &|text| move_key(text, &["a", "b"], &["x", "y"]));
        assert_eq!(found, after, "{before:?}");
    }
    // Within each element of a list, and by name within one table.
    assert_eq!(
        edited("[[l]]\na = 1\nb = 2\n[[l]]\na = 3\n", &|text| move_key(text, &["l", "a"], &["l", "t", "a"])),
        "[[l]]\nb = 2\nt.a = 1\n[[l]]\nt.a = 3\n"
    );
    assert_eq!(edited("a.b = 1", &|text| move_key(text, &["a", "b"], &["a", "c"])), "a.c = 1");
}

#[test]
fn errors_name_the_place_and_what_to_do() {
    let text = |result: Result<String, EditError>| result.unwrap_err().to_string();
    assert_eq!(
        text(rename_key("[t]\na = 1\nb = 2", &["t", "a"], "b")),
        "line 3, column 1: `t.a` cannot become `t.b`, which is set here; remove one of them"
    );
    assert_eq!(
        text(rename_key("[[l]]\nb = 2\n[[l]]\na = 1\nb = 2", &["l", "a"], "b")),
        "line 5, column 1: `l.a` cannot become `l.b`, which is set here; remove one of them"
    );
    // Elements of a list are tables of their own.
    assert_eq!(rename_key("[[l]]\nb = 2\n[[l]]\na = 1", &["l", "a"], "b").unwrap(), "[[l]]\nb = 2\n[[l]]\nb = 1");
    assert_eq!(
        text(set("x = 1\n[t]\na = 'é'", &["t", "a", "b"], "1")),
        "line 3, column 5: `t.a` is not a table, so it cannot hold `t.a.b`; make it one or remove it"
    );
    assert_eq!(
        text(set("l = [{}, 3]", &["l", "b"], "1")),
        "line 1, column 10: `l` is not a table, so it cannot hold `l.b`; make it one or remove it"
    );
    for value in ["", "abc", "1 2", "1 # c", "1\nx = 2", "[1"] {
        assert_eq!(text(set("", &["a"], value)), format!("`{value}` is not a TOML value; strings need quotes"));
    }
    assert_eq!(text(remove("", &[])), "a path needs at least one key");
    assert_eq!(text(move_key("a.b = 1", &["a"], &["a", "c"])), "`a` cannot move to `a.c`: one is inside the other");
    assert_eq!(
        text(move_key("[[l]]\na = 1", &["l", "a"], &["a"])),
        "line 2, column 1: `l.a` cannot move to `a`: one of them is in the elements of a list"
    );
    assert_eq!(
        text(move_key("a = 1\n[[l]]\n", &["a"], &["l", "a"])),
        "line 1, column 1: `a` cannot move to `l.a`: one of them is in the elements of a list"
    );
    assert_eq!(
        text(move_key("a.b = 1\nx.y = 1", &["a", "b"], &["x", "y"])),
        "line 2, column 1: `a.b` cannot become `x.y`, which is set here; remove one of them"
    );
    let error = text(move_key("x = { z = 1 }\n[a.b]\nc = 1", &["a", "b"], &["x", "y"]));
    assert!(error.starts_with("`x.y` cannot be put where it belongs: not TOML: "), "{error}");
    assert!(error.ends_with("; write the table around it under a [header]"), "{error}");
    assert!(matches!(rename_key("a = ", &["a"], "b"), Err(EditError::Syntax { line: 1, column: 5, .. })));
    // An edit that has nothing to do reads the text too.
    assert!(matches!(move_key("a = ", &["a"], &["a"]), Err(EditError::Syntax { .. })));
    assert_eq!(move_key("a = 1", &["a"], &["a"]).unwrap(), "a = 1");
}

// ---- Random edits: the text after an edit means what the same edit makes of the tree ----

/// xorshift64*.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n
    }

    fn name(&mut self) -> &'static str {
        ["a", "b", "c", "d e"][usize::try_from(self.below(4)).unwrap()]
    }

    fn table(&mut self, depth: u64) -> Tree {
        let mut table = Tree::table();
        for _ in 0..self.below(4) {
            let name = self.name();
            if table.get(name).is_none() {
                table = table.with(name, self.value(depth));
            }
        }
        table
    }

    fn value(&mut self, depth: u64) -> Tree {
        match self.below(if depth == 0 { 3 } else { 7 }) {
            0 => Tree::int(self.below(100).into()),
            1 => Tree::string(["x", "# y", "[z]\n\"q\""][usize::try_from(self.below(3)).unwrap()]),
            2 => TreeValue::List((0..self.below(3)).map(|n| Tree::int(n.into())).collect()).into(),
            3 => TreeValue::List((0..self.below(3)).map(|_| self.table(depth - 1)).collect()).into(),
            _ => self.table(depth - 1),
        }
    }

    fn noise(&mut self, out: &mut String) {
        if self.below(3) == 0 {
            out.push_str(["\n", "# c\n", "\n# [d]\n"][usize::try_from(self.below(3)).unwrap()]);
        }
    }

    fn pair(&mut self, out: &mut String, keys: &str, value: &Tree) {
        self.noise(out);
        let comment = if self.below(4) == 0 { " # behind" } else { "" };
        let _ = writeln!(out, "{keys} = {}{comment}", inline(value));
    }

    /// Writes a table in one of the ways there are.
    fn write(&mut self, out: &mut String, path: &str, table: &Tree) {
        let mut later = Vec::new();
        for TreeEntry { key: name, value, .. } in entries(table) {
            let (name, style) = (key(name), self.below(3));
            match &value.value {
                TreeValue::Table(_) if style == 0 => later.push((name, value)),
                TreeValue::Table(inner) if style == 1 && !inner.is_empty() => self.dotted(out, &name, value),
                TreeValue::List(items) if style > 0 && !items.is_empty() && items.iter().all(is_table) => {
                    later.push((name, value));
                }
                _ => self.pair(out, &name, value),
            }
        }
        for (name, value) in later {
            let path = if path.is_empty() { name } else { format!("{path}.{name}") };
            self.noise(out);
            if let TreeValue::List(items) = &value.value {
                for item in items {
                    let _ = writeln!(out, "[[{path}]]");
                    self.write(out, &path, item);
                }
            } else {
                let mut body = String::new();
                self.write(&mut body, &path, value);
                // A header that only leads to others may be left out.
                let needed = !body.trim_start().starts_with('[') || self.below(2) == 0;
                if needed {
                    let _ = writeln!(out, "[ {path} ]");
                }
                out.push_str(&body);
            }
        }
    }

    fn dotted(&mut self, out: &mut String, prefix: &str, table: &Tree) {
        for TreeEntry { key: name, value, .. } in entries(table) {
            let path = format!("{prefix} . {}", key(name));
            match &value.value {
                TreeValue::Table(inner) if !inner.is_empty() && self.below(2) == 0 => self.dotted(out, &path, value),
                _ => self.pair(out, &path, value),
            }
        }
    }
}

fn entries(table: &Tree) -> &[TreeEntry] {
    match &table.value {
        TreeValue::Table(entries) => entries,
        other => panic!("{other:?}"),
    }
}

fn is_table(tree: &Tree) -> bool {
    matches!(tree.value, TreeValue::Table(_))
}

/// Calls `change` with the entries of each table at `path`. `None` if a value is in the way.
fn each(
    tree: &mut Tree,
    path: &[&str],
    make: bool,
    change: &mut dyn FnMut(&mut Vec<TreeEntry>) -> bool,
) -> Option<bool> {
    match &mut tree.value {
        TreeValue::List(items) => {
            let mut all = true;
            for item in items {
                all &= each(item, path, make, change)?;
            }
            Some(all)
        }
        TreeValue::Table(entries) => {
            let Some((next, rest)) = path.split_first() else { return Some(change(entries)) };
            if make && entries.iter().all(|entry| entry.key != *next) {
                entries.push(TreeEntry { key: (*next).to_owned(), span: Span::default(), value: Tree::table() });
            }
            match entries.iter_mut().find(|entry| entry.key == *next) {
                Some(entry) => each(&mut entry.value, rest, make, change),
                None => Some(true),
            }
        }
        _ => None,
    }
}

/// Without tables that have nothing in them: dotted keys cannot write those.
fn prune(tree: &mut Tree) {
    match &mut tree.value {
        TreeValue::Table(entries) => {
            entries.iter_mut().for_each(|entry| prune(&mut entry.value));
            entries.retain(|entry| entry.value.value != TreeValue::Table(Vec::new()));
        }
        TreeValue::List(items) => items.iter_mut().for_each(prune),
        _ => {}
    }
}

/// Moves a value, in each table that both ends are in.
fn move_in_tree(tree: &mut Tree, from: &[&str], to: &[&str]) {
    if from == to {
        return;
    }
    let most = from.len().min(to.len()) - 1;
    let shared = from.iter().zip(to).take(most).take_while(|(a, b)| a == b).count();
    each(tree, &from[..shared], false, &mut |entries| {
        let mut table = Tree::from(TreeValue::Table(std::mem::take(entries)));
        let (last, parent) = from[shared..].split_last().unwrap();
        let mut taken = None;
        each(&mut table, parent, false, &mut |entries| {
            let at = entries.iter().position(|entry| entry.key == *last);
            taken = at.map(|at| entries.remove(at).value);
            true
        });
        if let Some(value) = taken {
            let (last, parent) = to[shared..].split_last().unwrap();
            each(&mut table, parent, true, &mut |entries| {
                let value = value.clone();
                entries.push(TreeEntry { key: (*last).to_owned(), span: Span::default(), value });
                true
            });
        }
        if let TreeValue::Table(moved) = table.value {
            *entries = moved;
        }
        true
    });
}

#[test]
fn an_edit_of_the_text_is_the_edit_of_the_tree() {
    let mut random = Random(0x5EED);
    let mut counts = [[0; 2]; 4];
    for round in 0..10_000 {
        let tree = random.table(3);
        let mut text = String::new();
        random.write(&mut text, "", &tree);
        random.noise(&mut text);
        if random.below(3) == 0 {
            text = text.trim_end_matches('\n').to_owned();
        }
        assert_eq!(diff(&tree, &parse(&text, 0).unwrap()), [], "the test's own writer:\n{text}");
        let path: Vec<_> = (0..=random.below(3)).map(|_| random.name()).collect();
        let (last, parent) = path.split_last().unwrap();
        let to = random.name();
        let mut expected = tree.clone();
        let operation = usize::try_from(random.below(4)).unwrap();
        let (found, fine) = match operation {
            0 => {
                let fine = each(&mut expected, parent, false, &mut |entries| {
                    let taken = entries.iter().any(|entry| entry.key == to) && to != *last;
                    let from = entries.iter_mut().find(|entry| entry.key == *last);
                    from.is_none_or(|entry| {
                        to.clone_into(&mut entry.key);
                        !taken
                    })
                });
                // Where a value is in the way, the key is not there.
                (rename_key(&text, &path, to), fine != Some(false))
            }
            1 => {
                each(&mut expected, parent, false, &mut |entries| {
                    entries.retain(|entry| entry.key != *last);
                    true
                });
                (remove(&text, &path), true)
            }
            2 => {
                let target: Vec<_> = (0..=random.below(3)).map(|_| random.name()).collect();
                let found = move_key(&text, &path, &target);
                if found.is_ok() {
                    move_in_tree(&mut expected, &path, &target);
                }
                // Which moves are refused is said by the table of errors.
                let fine = found.is_ok();
                (found, fine)
            }
            _ => {
                let fine = each(&mut expected, parent, true, &mut |entries| {
                    match entries.iter_mut().find(|entry| entry.key == *last) {
                        Some(entry) => entry.value = Tree::int(7),
                        None => entries.push(TreeEntry {
                            key: (*last).to_owned(),
                            span: Span::default(),
                            value: Tree::int(7),
                        }),
                    }
                    true
                });
                (set(&text, &path, "7"), fine.is_some())
            }
        };
        let what = format!("round {round}, operation {operation}, {path:?} to {to}:\n{text}");
        match found {
            Ok(after) => {
                assert!(fine, "no error: {what}\n---\n{after}");
                let mut found = parse(&after, 0).unwrap();
                prune(&mut found);
                prune(&mut expected);
                assert_eq!(diff(&expected, &found), [], "{what}\n---\n{after}");
                counts[operation][usize::from(after != text)] += 1;
            }
            Err(error) => {
                assert!(!fine, "{error}: {what}");
                counts[operation][0] += 1;
            }
        }
    }
    // The edits did something, and found nothing to do, often enough.
    assert!(counts.as_flattened().iter().all(|count| *count > 100), "{counts:?}");
}
