//! What users see: programs that compile, and the errors of those that do not.
//!
//! After a change of a message, `TRYBUILD=overwrite cargo test -p artifex-macros --test ui` rewrites the `.stderr` files;
//! read each of them: does the caret stand right, does it say what to do?

#[test]
fn pass() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}

#[test]
fn fail() {
    trybuild::TestCases::new().compile_fail("tests/ui/fail/*.rs");
}
