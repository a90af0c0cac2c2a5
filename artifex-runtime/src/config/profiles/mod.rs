//! Profiles: the JSON Schema of a config in the form that each kind of editor understands best.
//!
//! [`json_schema::document`](super::json_schema::document) makes the canonical schema. Editors know older drafts, show
//! documentation under keys of their own, and give up on some constructions, so each has a profile: passes over the canonical
//! schema that change its form and add what the editor shows. No pass changes which documents are accepted; tests prove it.
//!
//! | profile | for | draft |
//! |---|---|---|
//! | [`Canonical`](Profile::Canonical) | validators, other programs | 2020-12 |
//! | [`Vscode`](Profile::Vscode) | VS Code's JSON, the YAML language server, most other editors | 07 |
//! | [`Taplo`](Profile::Taplo) | taplo, "Even Better TOML" | 07 |

mod draft7;
mod messages;
mod snippets;
mod taplo;
mod vscode;
mod walk;

use serde_json::Value as Json;
use std::fmt;
use std::str::FromStr;

/// The form of a JSON Schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// Draft 2020-12, as `config::json_schema` makes it.
    #[default]
    Canonical,
    /// Draft-07 with the keys of VS Code's JSON service, which the YAML language server shares.
    Vscode,
    /// Draft-07 in the subset that taplo's completion and hover follow.
    Taplo,
}

impl Profile {
    /// Every profile, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Canonical, Self::Vscode, Self::Taplo];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Canonical => "canonical",
            Self::Vscode => "vscode",
            Self::Taplo => "taplo",
        }
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A name that no profile has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown schema profile \"{0}\", expected one of \"canonical\", \"vscode\", \"taplo\"")]
pub struct UnknownProfile(String);

impl FromStr for Profile {
    type Err = UnknownProfile;

    fn from_str(name: &str) -> Result<Self, UnknownProfile> {
        Self::ALL.into_iter().find(|profile| profile.name() == name).ok_or_else(|| UnknownProfile(name.to_owned()))
    }
}

/// A canonical schema in the form of `profile`. It accepts the same documents, and the same schema gives the same bytes.
#[must_use]
pub fn apply(profile: Profile, canonical: Json) -> Json {
    match profile {
        Profile::Canonical => canonical,
        Profile::Vscode => vscode::convert(draft7::convert(canonical)),
        Profile::Taplo => taplo::convert(draft7::convert(canonical)),
    }
}
