//! The layers of files: reading one, and the files that it extends.

use super::error::Diagnostic;
use super::{Layer, Layered, Loader};
use crate::config::doc::Span;
use crate::config::front::{self, Format};
use crate::config::hidden::Hidden;
use crate::config::report::Code;
use crate::config::tree::{Tree, TreeValue};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Largest config file that is read, in bytes.
pub(super) const LARGEST: u64 = 4 << 20;
/// The key at the root of a file that names the files below it.
const KEY: &str = "extends";
/// How many files may extend one another in a row.
const LONGEST_CHAIN: usize = 16;

/// Reads a text file, or says why it is no config.
pub(super) fn read(path: &Path) -> Result<(String, Format), String> {
    let name = path.display();
    let format = Format::of(path);
    // Asked first: a directory or a pipe is not to be read to its end, and a large file not at all.
    let found = std::fs::metadata(path).map_err(|error| cannot(path, &error))?;
    if found.is_dir() {
        let expected = format.map_or("config", Format::name);
        return Err(format!("{name}: this is a directory, expected a {expected} file"));
    }
    let Some(format) = format else { return Err(unknown_extension(path)) };
    let mut bytes = Vec::new();
    // What is no plain file may have no size, or no end.
    let size = if found.len() > LARGEST {
        found.len()
    } else {
        let file = File::open(path).map_err(|error| cannot(path, &error))?;
        let read = file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| cannot(path, &error))?;
        read as u64
    };
    if size > LARGEST {
        return Err(too_large(path, size));
    }
    let mut text = String::from_utf8(bytes)
        .map_err(|error| format!("{name}: not a text file: byte {} is not UTF-8", error.utf8_error().valid_up_to()))?;
    // Editors on Windows may put a byte order mark in front.
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok((text, format))
}

fn cannot(path: &Path, error: &std::io::Error) -> String {
    let name = path.display();
    match error.kind() {
        std::io::ErrorKind::NotFound => format!("{name}: there is no such file"),
        _ => format!("{name}: cannot be read: {error}"),
    }
}

/// The error of a text of `size` bytes, more than [`LARGEST`].
pub(super) fn too_large(path: &Path, size: u64) -> String {
    format!("{}: {size} bytes are too many for a config; the limit is {LARGEST}", path.display())
}

/// The error of a file whose format is not known.
pub(super) fn unknown_extension(path: &Path) -> String {
    let extensions = Format::EXTENSIONS;
    match path.extension() {
        Some(extension) => format!(
            "{}: unknown extension `.{}`; the name of a config file ends in {extensions}",
            path.display(),
            extension.display()
        ),
        None => format!("{}: no extension; the name of a config file ends in {extensions}", path.display()),
    }
}

/// A file that is being read.
struct Link {
    /// As the user wrote it.
    name: String,
    /// The same for every way of writing it.
    identity: PathBuf,
}

/// Reads a file and what it extends, the weakest first.
pub(super) struct Extends<'a> {
    loader: &'a mut Loader,
    /// From the first file to the one that is being read.
    chain: Vec<Link>,
    /// The files that are layers already.
    done: Vec<PathBuf>,
    /// All layers so far.
    whole: Tree,
    failed: bool,
}

impl<'a> Extends<'a> {
    pub(super) fn new(loader: &'a mut Loader) -> Self {
        Self { loader, chain: Vec::new(), done: Vec::new(), whole: Tree::table(), failed: false }
    }

    /// The tree of a file over those of all files that it extends, unless one of them has errors.
    pub(super) fn root(mut self, path: &Path, name: String, text: String, format: Format) -> Option<Tree> {
        self.visit(path, name, text, format);
        (!self.failed).then_some(self.whole)
    }

    fn visit(&mut self, path: &Path, name: String, text: String, format: Format) {
        let layer = Layer::File(path.to_owned());
        let source = self.loader.add_text(layer, name.clone(), text);
        let mut tree = match front::parse(format, &self.loader.texts[source as usize].text, source) {
            Ok(tree) => tree,
            Err(errors) => {
                self.failed = true;
                return self.loader.problems.add_all(errors);
            }
        };
        self.chain.push(Link { name, identity: identity(path) });
        for (base, span) in self.bases(&mut tree) {
            self.base(path, &base, span);
        }
        if let Some(link) = self.chain.pop() {
            self.done.push(link.identity);
        }
        // What is missing at the root is missing in the strongest file, not in its base.
        self.whole.span = tree.span;
        self.whole.merge(tree);
    }

    /// Takes `extends` out of a tree.
    fn bases(&mut self, tree: &mut Tree) -> Vec<(String, Span)> {
        let TreeValue::Table(entries) = &mut tree.value else { return Vec::new() };
        let Some(at) = entries.iter().position(|entry| entry.key == KEY) else { return Vec::new() };
        let value = entries.remove(at).value;
        let items = match value.value {
            TreeValue::List(items) => items,
            _ => vec![value],
        };
        let mut bases = Vec::new();
        for item in items {
            match item.value {
                TreeValue::Str(base) => bases.push((base, item.span)),
                _ => self.fail(item.span, "`extends` takes the path of a config file or a list of paths"),
            }
        }
        bases
    }

    /// Reads a file that the last one of the chain, at `path`, extends.
    fn base(&mut self, path: &Path, base: &str, span: Span) {
        let target = path.parent().unwrap_or(Path::new("")).join(base);
        let name = target.display().to_string();
        let own = identity(&target);
        let chain = || {
            let names = self.chain.iter().map(|link| link.name.as_str()).chain([name.as_str()]);
            names.collect::<Vec<_>>().join(" -> ")
        };
        if self.chain.iter().any(|link| link.identity == own) {
            let message = format!("this file extends itself: {}", chain());
            return self.fail(span, &message);
        }
        if self.done.contains(&own) {
            return;
        }
        if self.chain.len() >= LONGEST_CHAIN {
            let message = format!("more than {LONGEST_CHAIN} files extend one another: {}", chain());
            return self.fail(span, &message);
        }
        match read(&target) {
            Ok((text, format)) => self.visit(&target, name, text, format),
            Err(message) => {
                self.failed = true;
                let texts: &[Layered] = &self.loader.texts;
                let problem = Diagnostic::at(Code::Unreadable, span, &message, texts, &Hidden::NONE);
                self.loader.problems.add(problem);
            }
        }
    }

    fn fail(&mut self, span: Span, message: &str) {
        self.failed = true;
        let problem = Diagnostic::at(Code::Extends, span, message, &self.loader.texts, &Hidden::NONE);
        self.loader.problems.add(problem);
    }
}

/// One path for all ways to write it, as far as the file exists.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}
