//! Config files: reading one, and the files that it extends.

use super::doc::Span;
use super::error::{Code, SyntaxError};
use super::front::{self, Format};
use super::tree::{Tree, TreeValue};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Largest config text that is read, in bytes.
pub const LARGEST: u64 = 4 << 20;
/// The key at the root of a file that names the files below it.
const KEY: &str = "extends";
/// How many files may extend one another in a row.
const LONGEST_CHAIN: usize = 16;
/// What editors on Windows may put in front of a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// How files are read.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The folder that the first path starts at; empty for the current directory.
    pub folder: &'a Path,
    /// Largest file, in bytes.
    pub largest: u64,
    /// What to call a file in messages, by the folder and its path from there.
    pub name: fn(&Path, &Path) -> String,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it is, from the folder of the reader.
    pub path: PathBuf,
    /// What it is called in messages.
    pub name: String,
    /// Its text, without a byte order mark.
    pub text: String,
    /// How many bytes were left out in front of the text.
    pub skipped: usize,
}

/// A file and all that it extends.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// The files that were read, the first one first. Their places in this list are the numbers of the spans' sources, from the
    /// number of the first one.
    pub files: Vec<File>,
    /// What each file says, the weakest first.
    pub layers: Vec<Tree>,
    /// What is wrong with the files. If there is anything, the layers do not count.
    pub errors: Vec<SyntaxError>,
}

impl Chain {
    /// The layers over one another. What is missing at the root is missing in the strongest file.
    #[must_use]
    pub fn merged(self) -> Tree {
        let mut whole = Tree::table();
        for layer in self.layers {
            whole.span = layer.span;
            whole.merge(layer);
        }
        whole
    }
}

impl Reader<'_> {
    /// Reads a file and what it extends; `source` is the number of the first text in the document.
    ///
    /// # Errors
    /// The first file cannot be read. Whatever else is wrong is in the chain.
    pub fn chain(&self, path: &Path, source: u32) -> Result<Chain, String> {
        let (file, format) = self.read(path)?;
        let mut walk =
            Walk { reader: self, first: source, links: Vec::new(), done: Vec::new(), chain: Chain::default() };
        walk.visit(file, format);
        Ok(walk.chain)
    }

    fn name(&self, path: &Path) -> String {
        (self.name)(self.folder, path)
    }

    /// Reads one text file.
    ///
    /// # Errors
    /// Why the file is no config.
    pub fn read(&self, path: &Path) -> Result<(File, Format), String> {
        let (name, place) = (self.name(path), self.folder.join(path));
        let cannot = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => format!("{name}: there is no such file"),
            _ => format!("{name}: cannot be read: {error}"),
        };
        let format = Format::of(path);
        // Asked first: a directory or a pipe is not to be read to its end, and a large file not at all.
        let found = std::fs::metadata(&place).map_err(cannot)?;
        if found.is_dir() {
            let expected = format.map_or("config", Format::name);
            return Err(format!("{name}: this is a directory, expected a {expected} file"));
        }
        let Some(format) = format else { return Err(unknown_extension(&name, path)) };
        let mut bytes = Vec::new();
        // What is no plain file may have no size, or no end.
        let size = if found.len() > self.largest {
            found.len()
        } else {
            let file = std::fs::File::open(&place).map_err(cannot)?;
            file.take(self.largest + 1).read_to_end(&mut bytes).map_err(cannot)? as u64
        };
        if size > self.largest {
            return Err(too_large(&name, size, self.largest));
        }
        let mut text = String::from_utf8(bytes).map_err(|error| {
            format!("{name}: not a text file: byte {} is not UTF-8", error.utf8_error().valid_up_to())
        })?;
        let skipped = text.len() - without_mark(&text).len();
        text.drain(..skipped);
        Ok((File { path: path.to_owned(), name, text, skipped }, format))
    }
}

/// A text without the byte order mark that it may start with.
#[must_use]
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// The error of a text of `size` bytes, which are more than `largest`.
#[must_use]
pub fn too_large(name: &str, size: u64, largest: u64) -> String {
    format!("{name}: {size} bytes are too many for a config; the limit is {largest}")
}

/// The error of a file whose format is not known.
#[must_use]
pub fn unknown_extension(name: &str, path: &Path) -> String {
    let extensions = Format::EXTENSIONS;
    match path.extension() {
        Some(extension) => {
            let extension = extension.display();
            format!("{name}: unknown extension `.{extension}`; the name of a config file ends in {extensions}")
        }
        None => format!("{name}: no extension; the name of a config file ends in {extensions}"),
    }
}

/// A file that is being read.
struct Link {
    name: String,
    /// The same for every way of writing its path.
    identity: PathBuf,
}

/// The way through the files.
struct Walk<'a> {
    reader: &'a Reader<'a>,
    /// The number of the first source.
    first: u32,
    /// From the first file to the one that is being read.
    links: Vec<Link>,
    /// The files that need not be read again.
    done: Vec<PathBuf>,
    chain: Chain,
}

impl Walk<'_> {
    /// Adds the layers of a file; it is the last of the links while the files are read that it extends.
    fn visit(&mut self, file: File, format: Format) {
        let source = self.first.saturating_add(u32::try_from(self.chain.files.len()).unwrap_or(u32::MAX));
        let parsed = front::parse(format, &file.text, source);
        let (path, name) = (file.path.clone(), file.name.clone());
        let identity = identity(&self.reader.folder.join(&path));
        self.chain.files.push(file);
        match parsed {
            Ok(mut tree) => {
                self.links.push(Link { name, identity: identity.clone() });
                for (base, span) in self.bases(&mut tree) {
                    self.base(&path, &base, span);
                }
                self.links.pop();
                self.chain.layers.push(tree);
            }
            Err(errors) => self.chain.errors.extend(errors),
        }
        self.done.push(identity);
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
            if let TreeValue::Str(base) = item.value {
                bases.push((base, item.span));
            } else {
                let message = "`extends` takes the path of a config file or a list of paths".to_owned();
                self.fail(Code::Extends, item.span, message);
            }
        }
        bases
    }

    /// Reads a file that the last of the links, at `path`, extends.
    fn base(&mut self, path: &Path, base: &str, span: Span) {
        let target = path.parent().unwrap_or(Path::new("")).join(base);
        let own = identity(&self.reader.folder.join(&target));
        let links = || {
            let name = self.reader.name(&target);
            let names = self.links.iter().map(|link| link.name.as_str()).chain([name.as_str()]);
            names.collect::<Vec<_>>().join(" -> ")
        };
        if self.links.iter().any(|link| link.identity == own) {
            let message = format!("this file extends itself: {}", links());
            return self.fail(Code::Extends, span, message);
        }
        if self.done.contains(&own) {
            return;
        }
        if self.links.len() >= LONGEST_CHAIN {
            let message = format!("more than {LONGEST_CHAIN} files extend one another: {}", links());
            return self.fail(Code::Extends, span, message);
        }
        match self.reader.read(&target) {
            Ok((file, format)) => self.visit(file, format),
            Err(message) => self.fail(Code::Unreadable, span, message),
        }
    }

    fn fail(&mut self, code: Code, span: Span, message: String) {
        self.chain.errors.push(SyntaxError { code, span, message });
    }
}

/// One path for all ways to write it, as far as the file exists.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}
