//! Type parameters, bounds, constants.

use super::{errors, there_and_back};
use artifex::config::schema::Kind;
use artifex::config::{ModelConfig, Value};
use std::fmt::Debug;

trait Named {
    const NAME: &'static str;
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
struct Leaf {
    #[config(default = 1, min = 1)]
    size: u32,
}

impl Named for Leaf {
    const NAME: &'static str = "leaf";
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "tree", rule(len(items) <= 3), rule(scale > 0))]
struct Tree<T: Clone + Named = Leaf, S = f64, const N: usize = 2, const FLAG: bool = { 1 < 2 }>
where
    T: Debug + PartialEq,
    S: Copy,
    [S; N]: Clone,
{
    #[config(len(min = 1))]
    items: Vec<T>,
    #[config(default = 1.5, exclusive_min = 0)]
    scale: f64,
    sizes: [S; N],
    pair: Option<(T, S)>,
}

impl<T: Named + Clone + Debug + PartialEq, S: Copy, const N: usize, const FLAG: bool> Tree<T, S, N, FLAG> {
    const fn describe(&self) -> (&'static str, usize, bool) {
        (T::NAME, self.sizes.len(), FLAG)
    }
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
enum Either<A, B = Leaf>
where
    A: Clone,
{
    Left(A),
    Right(B),
}

/// The impls ask for no more than they need: generic code can name them.
fn tags<T: ModelConfig + Clone>() -> Vec<&'static str> {
    match Either::<T>::KIND {
        Kind::Union(union) => union.variants.iter().map(|variant| variant.schema.name).collect(),
        _ => Vec::new(),
    }
}

type Any = Either<Tree<Leaf, u8, 0>>;

#[test]
fn parameters_bounds_and_constants() {
    let tree: Tree = there_and_back("items = [{ size = 2 }]\nsizes = [1, 2.5]\npair = [{}, 3]");
    assert_eq!(tree.describe(), ("leaf", 2, true));
    let wide: Tree<Leaf, u8, 3, false> = there_and_back("items = [{}]\nsizes = [1, 2, 3]");
    assert_eq!(wide.describe(), ("leaf", 3, false));
    assert_eq!(
        errors::<Tree<Leaf, u8, 1>>("items = []\nsizes = [256, 1]\nscale = 0"),
        [
            "`items` has 0 elements, expected at least 1",
            "`sizes` has 2 elements, expected exactly 1",
            "`sizes[0]` is 256, outside 0 to 255 (`u8`)",
            "`scale` is 0, must be above 0",
        ]
    );
    let any: Any = there_and_back("type = \"left\"\nitems = [{}]\nsizes = []");
    assert!(matches!(any, Either::Left(_)));
    let any = artifex::config!(Any { type = "right" });
    assert_eq!(any, Either::Right(Leaf { size: 1 }));
    assert_eq!(tags::<Leaf>(), ["Leaf", "Leaf"]);
}
