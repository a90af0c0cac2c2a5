//! What the derive makes of good types, seen through the library.

use artifex::config::schema::{Kind, Presence};
use artifex::config::{ModelConfig, Value};

/// An activation.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
enum Activation {
    /// max(0, x)
    Relu,
    #[config(rename = "silu")]
    SiLU,
}

/// A net.
///
/// More.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "net", rule(hidden % heads == 0, "heads divide"), rule(all(sizes, v > 0)))]
struct Net {
    /// Width.
    #[config(default = 64, min = 1)]
    hidden: usize,
    #[config(default = 4, min = 1, max = 1_6)]
    heads: u32,
    #[config(default = -0.5, exclusive_min = -1.0)]
    shift: f64,
    #[config(default = "relu")]
    act: Activation,
    #[config(default = [3, 4], len(min = 1, max = 4), each(min = 1))]
    sizes: Vec<usize>,
    name: Option<String>,
    r#fn: bool,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
struct Deep {
    #[config(default = 2, one_of(1, 2))]
    depth: u8,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
enum Encoder {
    Net(Net),
    #[config(rename = "very-deep")]
    Deep(Deep),
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
struct Run<M> {
    model: M,
    #[config(default)]
    deep: Deep,
    #[config(default = { type = "very-deep" })]
    encoder: Encoder,
}

#[test]
fn schema_of_a_struct() {
    let schema = Net::SCHEMA;
    assert_eq!((schema.name, schema.tag, schema.doc), ("Net", Some("net"), "A net.\n\nMore."));
    assert_eq!(
        schema.fields.iter().map(|f| f.name).collect::<Vec<_>>(),
        ["hidden", "heads", "shift", "act", "sizes", "name", "fn"]
    );
    assert_eq!(schema.rules[0].text, "hidden % heads == 0");
    assert_eq!(schema.rules[0].message, Some("heads divide"));
    assert!(matches!(schema.field("name").unwrap().presence, Presence::Optional));
    assert!(matches!(schema.field("fn").unwrap().presence, Presence::Required));
    assert_eq!(schema.field("heads").unwrap().constraint.max.unwrap().number.text, "1_6");
    assert!(matches!(<Activation as Value>::KIND, Kind::Enum(e) if e.words[1].name == "silu"));
    let run = Run { model: Deep { depth: 1 }, deep: Deep { depth: 2 }, encoder: Encoder::Deep(Deep { depth: 2 }) };
    let json = serde_json::to_string(&run).unwrap();
    assert_eq!(json, r#"{"model":{"depth":1},"deep":{"depth":2},"encoder":{"type":"very-deep","depth":2}}"#);
    let again: Run<Deep> = serde_json::from_str(r#"{"model":{"depth":1}}"#).unwrap();
    assert_eq!(again, run);
    let error = serde_json::from_str::<Net>(r#"{"fn": true, "heads": 3}"#).unwrap_err().to_string();
    assert!(error.contains("heads divide"), "{error}");
}
