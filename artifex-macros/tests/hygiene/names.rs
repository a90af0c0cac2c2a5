//! Names that are words of Rust, or of the output.

use super::{errors, there_and_back};
use artifex::config::ModelConfig;

#[derive(Clone, Copy, Debug, PartialEq, ModelConfig)]
#[expect(non_camel_case_types, reason = "raw identifiers are in small letters")]
enum r#enum {
    r#loop,
    r#Match,
    r#try,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "struct", rule(r#in < r#as && r#fn.WHILE > 0, "in order"))]
#[expect(non_camel_case_types, reason = "raw identifiers are in small letters")]
struct r#struct {
    #[config(default = 1, min = 0)]
    r#in: u32,
    #[config(default = 2, max = 9)]
    r#as: u32,
    #[config(default = r#enum::r#loop)]
    r#ref: r#enum,
    #[config(default = [1], each(min = 1), len(max = 2))]
    r#for: Vec<u8>,
    #[config(default, renamed_from = "fun")]
    r#fn: r#dyn,
    #[config(rename = "type-name")]
    r#type: Option<String>,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rename_all = "UPPERCASE")]
#[expect(non_camel_case_types, reason = "raw identifiers are in small letters")]
struct r#dyn {
    #[config(default = 3)]
    r#while: u8,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[expect(non_camel_case_types, reason = "raw identifiers are in small letters")]
enum r#union {
    r#struct(r#struct),
    r#dyn(r#dyn),
}

#[test]
fn raw_identifiers_are_their_words() {
    let value: r#struct = there_and_back("in = 1\nref = \"try\"\nfor = [2]\ntype-name = \"x\"\n[fn]\nWHILE = 1");
    assert_eq!(value.r#ref, r#enum::r#try);
    assert_eq!((r#struct::SCHEMA.name, r#struct::SCHEMA.fields[0].name), ("struct", "in"));
    assert_eq!(r#struct::SCHEMA.rules[0].text, "in < as && fn.WHILE > 0");
    assert_eq!(
        errors::<r#struct>("in = 3\nref = \"r#match\""),
        [
            "in order (rule `in < as && fn.WHILE > 0` of `struct` does not hold: in is 3, as is 2, fn.WHILE is 3)",
            "`ref` is \"r#match\", expected one of \"loop\", \"match\", \"try\"; did you mean \"match\"?",
        ]
    );
    let value: r#union = there_and_back("type = \"dyn\"\nWHILE = 7");
    assert_eq!(value, r#union::r#dyn(r#dyn { r#while: 7 }));
    let inline = artifex::config!(r#struct { r#in = 0, as = 1, r#ref = "loop" });
    assert_eq!((inline.r#in, inline.r#as, inline.r#ref), (0, 1, r#enum::r#loop));
}

/// Fields with the names that the output uses.
#[derive(Clone, Debug, Default, PartialEq, ModelConfig)]
#[config(rule(__node <= node, "node"), rule(all(v, v > 0)))]
#[expect(non_snake_case, reason = "they are named like associated constants")]
struct Internals {
    #[config(default = 1)]
    __node: u8,
    #[config(default = 1)]
    node: u8,
    #[config(default = 1)]
    __schema: u8,
    #[config(default = 1)]
    schema: u8,
    #[config(default = 1)]
    SCHEMA: u8,
    #[config(default = 1)]
    KIND: u8,
    #[config(default = 1)]
    __config: u8,
    #[config(default = 1)]
    config: u8,
    #[config(default = 1)]
    report: u8,
    #[config(default = 1)]
    this: u8,
    #[config(default = 1)]
    self_: u8,
    #[config(default = 1)]
    _self: u8,
    #[config(default = 1)]
    decode: u8,
    #[config(default = 1)]
    encode: u8,
    #[config(default = 1)]
    __value: u8,
    #[config(default = 1)]
    __entry: u8,
    #[config(default = 1)]
    __serializer: u8,
    #[config(default = 1)]
    __kind: u8,
    #[config(default = [1])]
    v: Vec<u8>,
    #[config(default = 1)]
    len: u8,
    #[config(default = 1)]
    name: u8,
    #[config(default = 1)]
    fields: u8,
    #[config(default = 1)]
    rules: u8,
    #[config(default = 1)]
    tag: u8,
    #[config(default = 1)]
    doc: u8,
    #[config(default = 1)]
    _x: u8,
    #[config(default = 1)]
    größe: u8,
}

#[test]
fn fields_named_like_the_output() {
    let value: Internals = there_and_back("__node = 2\nnode = 3\nself_ = 4\n\"größe\" = 5");
    assert_eq!((value.__node, value.node, value.self_, value.größe, value.report), (2, 3, 4, 5, 1));
    assert_eq!(
        errors::<Internals>("__node = 2"),
        ["node (rule `__node <= node` of `Internals` does not hold: __node is 2, node is 1)"]
    );
    let inline = artifex::config!(Internals { __config = 9 });
    assert_eq!(inline.__config, 9);
}
