//! Tests of what spans the crates of Artifex. There is nothing here but tests.
#![cfg(test)]

mod compatibility;
mod config_errors;
mod config_files;
mod json_schema;
mod kernel_texts;
mod layers;
mod registry;
mod seed_examples;
