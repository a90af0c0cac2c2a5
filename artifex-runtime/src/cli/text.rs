//! `artifex sample --prompt`: text as it comes.

use super::args::SampleArgs;
use super::error::Failure;
use super::runs::{Prepared, print_rows};
use super::style::{DIM, paint, thousands};
use crate::config::Value as _;
use crate::config::toml_text::inline;
use crate::data::{Decoder, Tokenizer};
use crate::factory::Factory;
use crate::models::{ContinuationOptions, ModelError};
use crate::rng::Rngs;
use crate::train::RunDir;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// Writes continuations of a prompt to standard output, and how long they took to standard error.
pub(super) fn go_on<Z: Factory>(
    prepared: &Prepared<Z>,
    run: &RunDir,
    tokenizer: Option<&Tokenizer>,
    prompt: &str,
    args: &SampleArgs,
) -> Result<(), Failure> {
    let wrong = |error: String| Failure::Input(format!("{}: {error}", run.path().display()));
    let no_text = || {
        let data = prepared.loaded.value.data.encode();
        let kind = data.get("type").map_or_else(String::new, inline);
        wrong(format!("`--prompt` is for models of text, and the data of this one is of type {kind}"))
    };
    let tokenizer = tokenizer.ok_or_else(no_text)?;
    let tokens = tokenizer.encode(prompt).map_err(|error| wrong(format!("`--prompt`: {error}")))?;
    let options = options(args);
    options.check().map_err(|error| wrong(error.to_string()))?;
    let mut rngs = Rngs::new(args.seed);
    let (mut time, mut count) = (Duration::ZERO, 0);
    for sample in 0..args.n.unwrap_or(1) {
        if sample > 0 {
            anstream::println!("{}", paint(DIM, "--------"));
        }
        let (mut decoder, mut until) = (Decoder::after(tokenizer, &tokens), Until::new(&args.text.stop));
        let mut failed = show(prompt).err();
        let mut each = |token| {
            let (text, ended) = until.push(&decoder.push(token));
            failed = failed.take().or_else(|| show(&text).err());
            // Nobody reads any more.
            if ended || failed.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let started = Instant::now();
        let made =
            prepared.model.continuation(&tokens, &options, &mut rngs, &mut each).map_err(|error| match error {
                ModelError::Sample(error) => wrong(error.to_string()),
                error => Failure::run(error),
            })?;
        time += started.elapsed();
        count += made.ok_or_else(no_text)?.len() as u64;
        let (text, _) = until.push(&decoder.finish());
        let end = show(&text).and_then(|()| show(&until.finish())).and_then(|()| show("\n"));
        if let Some(error) = failed.or(end.err()) {
            return Err(Failure::Run(format!("standard output cannot be written: {error}")));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "far fewer tokens than 2^52")]
    let rate = count as f64 / time.as_secs_f64().max(1e-9);
    let text = format!("{:.2} s: {} tokens, {rate:.0} a second", time.as_secs_f64(), thousands(count));
    print_rows(&[("time".to_owned(), text)]);
    Ok(())
}

fn options(args: &SampleArgs) -> ContinuationOptions {
    let (text, plain) = (&args.text, ContinuationOptions::default());
    ContinuationOptions {
        tokens: text.tokens.map_or(plain.tokens, |tokens| tokens as usize),
        temperature: args.temperature,
        top_k: text.top_k,
        top_p: text.top_p,
        min_p: text.min_p,
        repetition_penalty: text.repetition_penalty.unwrap_or(plain.repetition_penalty),
        beams: text.beams,
    }
}

/// Text that is seen at once.
fn show(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Lets a text through until one of some words comes.
struct Until<'a> {
    words: &'a [String],
    /// What may be the start of one of them.
    held: String,
    ended: bool,
}

impl<'a> Until<'a> {
    const fn new(words: &'a [String]) -> Self {
        Self { words, held: String::new(), ended: false }
    }

    /// What can be shown with this piece, and whether a word has come: it and what follows are never shown.
    fn push(&mut self, piece: &str) -> (String, bool) {
        if self.ended {
            return (String::new(), true);
        }
        self.held.push_str(piece);
        let words = || self.words.iter().filter(|word| !word.is_empty());
        if let Some(at) = words().filter_map(|word| self.held.find(word.as_str())).min() {
            self.ended = true;
            self.held.truncate(at);
            return (std::mem::take(&mut self.held), true);
        }
        let starts = |rest: &str| words().any(|word| word.starts_with(rest));
        let whole = self.held.char_indices().map(|(at, _)| at).find(|at| starts(&self.held[*at..]));
        let kept = self.held.split_off(whole.unwrap_or(self.held.len()));
        (std::mem::replace(&mut self.held, kept), false)
    }

    /// What was held back at the end of the text.
    fn finish(self) -> String {
        self.held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(words: &[&str], pieces: &[&str]) -> (Vec<String>, String) {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let mut until = Until::new(&words);
        let shown = pieces.iter().map(|piece| until.push(piece).0).collect();
        (shown, until.finish())
    }

    #[test]
    fn a_word_ends_the_text_before_it() {
        assert_eq!(
            through(&["\n\n"], &["a\n", "b", "\n", "\n", "c"]),
            (["a", "\nb", "", "", ""].map(Into::into).into(), String::new())
        );
        assert_eq!(through(&["cd", "bc"], &["abcd"]).0, ["a"]);
        assert_eq!(through(&[], &["ab", "c"]).0, ["ab", "c"]);
        assert_eq!(through(&[""], &["ab"]).0, ["ab"]);
    }

    #[test]
    fn the_start_of_a_word_is_held_back() {
        assert_eq!(through(&["éü"], &["é", "é", "x"]), (["", "é", "éx"].map(Into::into).into(), String::new()));
        assert_eq!(through(&["abc"], &["xab"]), (vec!["x".into()], "ab".into()));
    }
}
