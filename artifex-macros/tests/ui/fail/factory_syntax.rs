mod empty {
    artifex::models! {}
}

mod not_a_config {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Plain;

    artifex::models! { Plain }
}

mod wrong {
    artifex::models! { a::B }
}

artifex::factory! { enum A }
artifex::factory! { enum B: }
artifex::factory! { struct C: crate::empty }
artifex::factory! { enum D: crate::empty }
artifex::factory! { enum E: crate::missing }
artifex::factory! { enum F: std::collections }
artifex::factory! { enum G: crate::not_a_config }

fn main() {}
