//! Messages of the walker: what they are made of, and what they quote.

use crate::config::doc::{Data, Node};
use crate::config::hidden::MASK;
use crate::config::text::{Text, distance, near};

pub(in crate::config) type Message = Text<448>;

/// Longest value that a message quotes, in bytes.
pub(super) const QUOTED: usize = 48;
/// Longest list of alternatives in a message, in bytes.
pub(super) const LISTED: usize = 200;

/// `message!("a", x, ..)`: `format!` for constants, of string slices.
macro_rules! message {
    ($($part:expr),+ $(,)?) => {{
        let mut message = Message::EMPTY;
        $(message.push($part);)+
        message
    }};
}

/// What a message calls a value: its field, or an element of it.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    pub(super) name: &'a str,
    /// The element of the field that holds the map.
    pub(super) outer: Option<usize>,
    /// The key in a map.
    pub(super) key: Option<&'a str>,
    /// The element of the field, or of the map's value.
    pub(super) index: Option<usize>,
    /// Whether a key of the map is meant, and not a value.
    pub(super) is_key: bool,
    /// Whether messages must not quote the value.
    pub(super) secret: bool,
}

impl<'a> Label<'a> {
    pub(super) const fn of(name: &'a str) -> Self {
        Self { name, outer: None, key: None, index: None, is_key: false, secret: false }
    }

    /// Whether this is an element of a list or a value of a map, and not a field.
    pub(super) const fn is_element(self) -> bool {
        self.key.is_some() || self.index.is_some()
    }

    pub(super) const fn push_to(self, message: &mut Message) {
        if self.is_key {
            message.push("a key of ");
        }
        message.push("`");
        message.push_clipped(self.name, QUOTED);
        push_index(message, self.outer);
        if let Some(key) = self.key {
            message.push(".");
            message.push_clipped(key, QUOTED);
        }
        push_index(message, self.index);
        message.push("`");
    }

    /// "`latent_dim` is 0"
    pub(super) const fn is(self, node: &Node<'_>) -> Message {
        let mut message = Message::EMPTY;
        self.push_to(&mut message);
        message.push(" is ");
        if self.secret {
            message.push(MASK);
        } else {
            push_data(&mut message, &node.data);
        }
        message
    }
}

pub(super) const fn push_index(message: &mut Message, index: Option<usize>) {
    if let Some(index) = index {
        message.push("[");
        message.push_int(index as i128);
        message.push("]");
    }
}

/// The alternatives that a message names, each between two quotes: as many as fit, and how many more there are.
pub(super) struct List {
    text: Text<LISTED>,
    more: usize,
}

impl List {
    pub(super) const EMPTY: Self = Self { text: Text::EMPTY, more: 0 };

    pub(super) const fn add(&mut self, quote: &str, name: &str) {
        let first = self.text.room() == LISTED;
        // With the comma, the space and the quotes. The first is named in any case.
        if !first && (self.more > 0 || self.text.room() < name.len() + 4) {
            self.more += 1;
            return;
        }
        self.text.push(if first { "" } else { ", " });
        self.text.push(quote);
        self.text.push(name);
        self.text.push(quote);
    }

    pub(super) const fn push_to(&self, message: &mut Message) {
        message.push(self.text.as_str());
        if self.more > 0 {
            message.push(" and ");
            message.push_int(self.more as i128);
            message.push(" more");
        }
    }
}

/// A value as the user wrote it, or the kind of value it is where that is too long.
pub(super) const fn push_data(message: &mut Message, data: &Data<'_>) {
    match data {
        Data::Bool(true) => message.push("true"),
        Data::Bool(false) => message.push("false"),
        Data::Num(number) => message.push_clipped(number.text, QUOTED),
        Data::Str(text) => {
            message.push("\"");
            message.push_clipped(text, QUOTED);
            message.push("\"");
        }
        Data::List(nodes) => {
            message.push("[");
            let mut i = 0;
            while i < nodes.len() {
                if i > 0 {
                    message.push(", ");
                }
                if i == 8 {
                    message.push("...");
                    break;
                }
                push_data(message, &nodes[i].data);
                i += 1;
            }
            message.push("]");
        }
        Data::Null | Data::Table(_) | Data::Other(_) => message.push(data.noun()),
    }
}

/// The candidate nearest to what was typed.
pub(super) struct Nearest {
    pub(super) index: Option<usize>,
    pub(super) distance: usize,
}

impl Nearest {
    pub(super) const NONE: Self = Self { index: None, distance: usize::MAX };

    pub(super) const fn consider(&mut self, typed: &str, name: &str, index: usize) {
        if let Some(d) = distance(typed, name)
            && d < self.distance
            && near(typed, name, d)
        {
            self.index = Some(index);
            self.distance = d;
        }
    }
}

pub(super) use message;
