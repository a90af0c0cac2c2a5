//! `rename_all`: how the names of fields and variants look in files.

use crate::errors::hint;

/// A style of names, as in serde.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// `lowercase`
    Lower,
    /// `UPPERCASE`
    Upper,
    /// `PascalCase`
    Pascal,
    /// `camelCase`
    Camel,
    /// `snake_case`
    Snake,
    /// `SCREAMING_SNAKE_CASE`
    ScreamingSnake,
    /// `kebab-case`
    Kebab,
    /// `SCREAMING-KEBAB-CASE`
    ScreamingKebab,
}

/// The styles by their names.
const CASES: [(&str, Case); 8] = [
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    /// The style of a name, or what is wrong with it.
    pub fn of(name: &str) -> Result<Self, String> {
        CASES.iter().find(|(known, _)| *known == name).map(|(_, case)| *case).ok_or_else(|| {
            let names = CASES.map(|(known, _)| known);
            format!("`{name}` is no style of names{}", hint(name, &names))
        })
    }

    /// The name of a field, whose Rust name is in `snake_case`. As in serde, capitals alone do not join its words.
    pub fn field(self, name: &str) -> String {
        match self {
            Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper => name.to_uppercase(),
            _ => self.join(name),
        }
    }

    /// The name of a variant, given in `snake_case`.
    pub fn variant(self, name: &str) -> String {
        self.join(name)
    }

    fn join(self, name: &str) -> String {
        let words: Vec<&str> = name.split('_').filter(|word| !word.is_empty()).collect();
        let capital = |word: &str| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        };
        match self {
            Self::Lower => words.concat(),
            Self::Upper => words.concat().to_uppercase(),
            Self::Pascal => words.iter().map(|word| capital(word)).collect(),
            Self::Camel => words
                .iter()
                .enumerate()
                .map(|(i, word)| if i == 0 { (*word).to_owned() } else { capital(word) })
                .collect(),
            Self::Snake => words.join("_"),
            Self::ScreamingSnake => words.join("_").to_uppercase(),
            Self::Kebab => words.join("-"),
            Self::ScreamingKebab => words.join("-").to_uppercase(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CASES, Case};

    #[test]
    fn every_style() {
        for (style, field, variant) in [
            ("lowercase", "latent_dim", "mseloss"),
            ("UPPERCASE", "LATENT_DIM", "MSELOSS"),
            ("PascalCase", "LatentDim", "MseLoss"),
            ("camelCase", "latentDim", "mseLoss"),
            ("snake_case", "latent_dim", "mse_loss"),
            ("SCREAMING_SNAKE_CASE", "LATENT_DIM", "MSE_LOSS"),
            ("kebab-case", "latent-dim", "mse-loss"),
            ("SCREAMING-KEBAB-CASE", "LATENT-DIM", "MSE-LOSS"),
        ] {
            let case = Case::of(style).unwrap();
            assert_eq!(
                (case.field("latent_dim").as_str(), case.variant("mse_loss").as_str()),
                (field, variant),
                "{style}"
            );
        }
        assert_eq!(CASES.len(), 8);
    }

    #[test]
    fn other_styles_are_mistakes() {
        assert_eq!(
            Case::of("kebab_case").unwrap_err(),
            "`kebab_case` is no style of names; did you mean `kebab-case`?"
        );
        assert_eq!(
            Case::of("x").unwrap_err(),
            "`x` is no style of names; expected one of `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, \
             `SCREAMING_SNAKE_CASE`, `kebab-case`, `SCREAMING-KEBAB-CASE`"
        );
    }
}
