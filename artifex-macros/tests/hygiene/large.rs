//! A struct of a hundred fields.

use super::{errors, there_and_back};
use artifex::config::ModelConfig;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, ModelConfig)]
enum Mode {
    On,
    Off,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
struct Inner {
    #[config(default = 1)]
    x: u8,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[expect(clippy::struct_excessive_bools, reason = "it has many of everything")]
#[config(tag = "large", rename_all = "kebab-case")]
#[config(rule(a0 <= 200, "rule 0"))]
#[config(rule(a0 <= 200, "rule 10"))]
#[config(rule(a12 <= 200, "rule 20"))]
#[config(rule(a24 <= 200, "rule 30"))]
#[config(rule(a36 <= 200, "rule 40"))]
#[config(rule(a48 <= 200, "rule 50"))]
#[config(rule(a60 <= 200, "rule 60"))]
#[config(rule(a60 <= 200, "rule 70"))]
#[config(rule(a72 <= 200, "rule 80"))]
#[config(rule(a84 <= 200, "rule 90"))]
struct Large {
    /// Field 0.
    #[config(default = 0, min = 0, max = 200)]
    a0: u8,
    /// Field 1.
    #[config(default = -1, min = -1000)]
    a1: i64,
    /// Field 2.
    #[config(default = 2.5, exclusive_min = 0, unit = "ms")]
    a2: f64,
    /// Field 3.
    #[config(default = "s3", len(min = 1, max = 8), example = "e")]
    a3: String,
    /// Field 4.
    #[config(default = true, renamed_from = "old_4")]
    a4: bool,
    /// Field 5.
    #[config(default = [5, 2], len(max = 4), each(min = 1))]
    a5: Vec<u32>,
    /// Field 6.
    #[config(multiple_of = 0.5, secret)]
    a6: Option<f32>,
    /// Field 7.
    #[config(default = [1, 7], each(max = 500))]
    a7: [u16; 2],
    /// Field 8.
    #[config(default = { a = 8 }, keys(len(max = 4)), values(min = -5))]
    a8: BTreeMap<String, i32>,
    /// Field 9.
    #[config(default = [1, "9"])]
    a9: (u8, String),
    /// Field 10.
    #[config(default = "on", deprecated = "use a10")]
    a10: Mode,
    /// Field 11.
    #[config(default)]
    a11: Inner,
    /// Field 12.
    #[config(default = 12, min = 0, max = 200)]
    a12: u8,
    /// Field 13.
    #[config(default = -13, min = -1000)]
    a13: i64,
    /// Field 14.
    #[config(default = 14.5, exclusive_min = 0, unit = "ms")]
    a14: f64,
    /// Field 15.
    #[config(default = "s15", len(min = 1, max = 8), example = "e")]
    a15: String,
    /// Field 16.
    #[config(default = true, renamed_from = "old_16")]
    a16: bool,
    /// Field 17.
    #[config(default = [17, 2], len(max = 4), each(min = 1))]
    a17: Vec<u32>,
    /// Field 18.
    #[config(multiple_of = 0.5, secret)]
    a18: Option<f32>,
    /// Field 19.
    #[config(default = [1, 19], each(max = 500))]
    a19: [u16; 2],
    /// Field 20.
    #[config(default = { a = 20 }, keys(len(max = 4)), values(min = -5))]
    a20: BTreeMap<String, i32>,
    /// Field 21.
    #[config(default = [1, "21"])]
    a21: (u8, String),
    /// Field 22.
    #[config(default = "on", deprecated = "use a22")]
    a22: Mode,
    /// Field 23.
    #[config(default)]
    a23: Inner,
    /// Field 24.
    #[config(default = 24, min = 0, max = 200)]
    a24: u8,
    /// Field 25.
    #[config(default = -25, min = -1000)]
    a25: i64,
    /// Field 26.
    #[config(default = 26.5, exclusive_min = 0, unit = "ms")]
    a26: f64,
    /// Field 27.
    #[config(default = "s27", len(min = 1, max = 8), example = "e")]
    a27: String,
    /// Field 28.
    #[config(default = true, renamed_from = "old_28")]
    a28: bool,
    /// Field 29.
    #[config(default = [29, 2], len(max = 4), each(min = 1))]
    a29: Vec<u32>,
    /// Field 30.
    #[config(multiple_of = 0.5, secret)]
    a30: Option<f32>,
    /// Field 31.
    #[config(default = [1, 31], each(max = 500))]
    a31: [u16; 2],
    /// Field 32.
    #[config(default = { a = 32 }, keys(len(max = 4)), values(min = -5))]
    a32: BTreeMap<String, i32>,
    /// Field 33.
    #[config(default = [1, "33"])]
    a33: (u8, String),
    /// Field 34.
    #[config(default = "on", deprecated = "use a34")]
    a34: Mode,
    /// Field 35.
    #[config(default)]
    a35: Inner,
    /// Field 36.
    #[config(default = 36, min = 0, max = 200)]
    a36: u8,
    /// Field 37.
    #[config(default = -37, min = -1000)]
    a37: i64,
    /// Field 38.
    #[config(default = 38.5, exclusive_min = 0, unit = "ms")]
    a38: f64,
    /// Field 39.
    #[config(default = "s39", len(min = 1, max = 8), example = "e")]
    a39: String,
    /// Field 40.
    #[config(default = true, renamed_from = "old_40")]
    a40: bool,
    /// Field 41.
    #[config(default = [41, 2], len(max = 4), each(min = 1))]
    a41: Vec<u32>,
    /// Field 42.
    #[config(multiple_of = 0.5, secret)]
    a42: Option<f32>,
    /// Field 43.
    #[config(default = [1, 43], each(max = 500))]
    a43: [u16; 2],
    /// Field 44.
    #[config(default = { a = 44 }, keys(len(max = 4)), values(min = -5))]
    a44: BTreeMap<String, i32>,
    /// Field 45.
    #[config(default = [1, "45"])]
    a45: (u8, String),
    /// Field 46.
    #[config(default = "on", deprecated = "use a46")]
    a46: Mode,
    /// Field 47.
    #[config(default)]
    a47: Inner,
    /// Field 48.
    #[config(default = 48, min = 0, max = 200)]
    a48: u8,
    /// Field 49.
    #[config(default = -49, min = -1000)]
    a49: i64,
    /// Field 50.
    #[config(default = 50.5, exclusive_min = 0, unit = "ms")]
    a50: f64,
    /// Field 51.
    #[config(default = "s51", len(min = 1, max = 8), example = "e")]
    a51: String,
    /// Field 52.
    #[config(default = true, renamed_from = "old_52")]
    a52: bool,
    /// Field 53.
    #[config(default = [53, 2], len(max = 4), each(min = 1))]
    a53: Vec<u32>,
    /// Field 54.
    #[config(multiple_of = 0.5, secret)]
    a54: Option<f32>,
    /// Field 55.
    #[config(default = [1, 55], each(max = 500))]
    a55: [u16; 2],
    /// Field 56.
    #[config(default = { a = 56 }, keys(len(max = 4)), values(min = -5))]
    a56: BTreeMap<String, i32>,
    /// Field 57.
    #[config(default = [1, "57"])]
    a57: (u8, String),
    /// Field 58.
    #[config(default = "on", deprecated = "use a58")]
    a58: Mode,
    /// Field 59.
    #[config(default)]
    a59: Inner,
    /// Field 60.
    #[config(default = 60, min = 0, max = 200)]
    a60: u8,
    /// Field 61.
    #[config(default = -61, min = -1000)]
    a61: i64,
    /// Field 62.
    #[config(default = 62.5, exclusive_min = 0, unit = "ms")]
    a62: f64,
    /// Field 63.
    #[config(default = "s63", len(min = 1, max = 8), example = "e")]
    a63: String,
    /// Field 64.
    #[config(default = true, renamed_from = "old_64")]
    a64: bool,
    /// Field 65.
    #[config(default = [65, 2], len(max = 4), each(min = 1))]
    a65: Vec<u32>,
    /// Field 66.
    #[config(multiple_of = 0.5, secret)]
    a66: Option<f32>,
    /// Field 67.
    #[config(default = [1, 67], each(max = 500))]
    a67: [u16; 2],
    /// Field 68.
    #[config(default = { a = 68 }, keys(len(max = 4)), values(min = -5))]
    a68: BTreeMap<String, i32>,
    /// Field 69.
    #[config(default = [1, "69"])]
    a69: (u8, String),
    /// Field 70.
    #[config(default = "on", deprecated = "use a70")]
    a70: Mode,
    /// Field 71.
    #[config(default)]
    a71: Inner,
    /// Field 72.
    #[config(default = 72, min = 0, max = 200)]
    a72: u8,
    /// Field 73.
    #[config(default = -73, min = -1000)]
    a73: i64,
    /// Field 74.
    #[config(default = 74.5, exclusive_min = 0, unit = "ms")]
    a74: f64,
    /// Field 75.
    #[config(default = "s75", len(min = 1, max = 8), example = "e")]
    a75: String,
    /// Field 76.
    #[config(default = true, renamed_from = "old_76")]
    a76: bool,
    /// Field 77.
    #[config(default = [77, 2], len(max = 4), each(min = 1))]
    a77: Vec<u32>,
    /// Field 78.
    #[config(multiple_of = 0.5, secret)]
    a78: Option<f32>,
    /// Field 79.
    #[config(default = [1, 79], each(max = 500))]
    a79: [u16; 2],
    /// Field 80.
    #[config(default = { a = 80 }, keys(len(max = 4)), values(min = -5))]
    a80: BTreeMap<String, i32>,
    /// Field 81.
    #[config(default = [1, "81"])]
    a81: (u8, String),
    /// Field 82.
    #[config(default = "on", deprecated = "use a82")]
    a82: Mode,
    /// Field 83.
    #[config(default)]
    a83: Inner,
    /// Field 84.
    #[config(default = 84, min = 0, max = 200)]
    a84: u8,
    /// Field 85.
    #[config(default = -85, min = -1000)]
    a85: i64,
    /// Field 86.
    #[config(default = 86.5, exclusive_min = 0, unit = "ms")]
    a86: f64,
    /// Field 87.
    #[config(default = "s87", len(min = 1, max = 8), example = "e")]
    a87: String,
    /// Field 88.
    #[config(default = true, renamed_from = "old_88")]
    a88: bool,
    /// Field 89.
    #[config(default = [89, 2], len(max = 4), each(min = 1))]
    a89: Vec<u32>,
    /// Field 90.
    #[config(multiple_of = 0.5, secret)]
    a90: Option<f32>,
    /// Field 91.
    #[config(default = [1, 91], each(max = 500))]
    a91: [u16; 2],
    /// Field 92.
    #[config(default = { a = 92 }, keys(len(max = 4)), values(min = -5))]
    a92: BTreeMap<String, i32>,
    /// Field 93.
    #[config(default = [1, "93"])]
    a93: (u8, String),
    /// Field 94.
    #[config(default = "on", deprecated = "use a94")]
    a94: Mode,
    /// Field 95.
    #[config(default)]
    a95: Inner,
    /// Field 96.
    #[config(default = 96, min = 0, max = 200)]
    a96: u8,
    /// Field 97.
    #[config(default = -97, min = -1000)]
    a97: i64,
    /// Field 98.
    #[config(default = 98.5, exclusive_min = 0, unit = "ms")]
    a98: f64,
    /// Field 99.
    #[config(default = "s99", len(min = 1, max = 8), example = "e")]
    a99: String,
}

#[test]
fn a_hundred_fields() {
    assert_eq!((Large::SCHEMA.fields.len(), Large::SCHEMA.rules.len()), (100, 10));
    let large: Large = there_and_back("a97 = -7\na0 = 9");
    assert_eq!((large.a0, large.a1, large.a97, large.a95.x), (9, -1, -7, 1));
    assert_eq!(errors::<Large>("a0 = 201\na100 = 1").len(), 2);
}
