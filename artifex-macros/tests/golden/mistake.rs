::core::compile_error! {
    "unknown `config` key `mn`; did you mean `min`?"
}
const _: () = {
    use ::artifex::config as __config;
    #[automatically_derived]
    #[allow(deprecated)]
    impl __config::Value for Net {
        const KIND: __config::schema::Kind = __config::schema::Kind::Table(
            <Self as __config::ModelConfig>::SCHEMA,
        );
        fn decode(
            __node: &__config::Node<'_>,
        ) -> ::core::result::Result<Self, __config::Unchecked> {
            if !::core::matches!(__node.data, __config::Data::Table(_)) {
                return ::core::result::Result::Err(
                    __config::Unchecked::new(&<Self as __config::Value>::KIND, __node),
                );
            }
            let __schema = <Self as __config::ModelConfig>::SCHEMA;
            ::core::result::Result::Ok(Self {
                width: <u32 as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 0),
                )?,
            })
        }
        fn encode(&self) -> __config::Tree {
            __config::Tree::table()
                .with("width", <u32 as __config::Value>::encode(&self.width))
        }
    }
    #[automatically_derived]
    impl __config::ModelConfig for Net {
        const SCHEMA: &'static __config::Schema = &__config::Schema {
            name: "Net",
            tag: ::core::option::Option::None,
            doc: "",
            version: ::core::option::Option::None,
            fields: &[
                __config::schema::Field {
                    name: "width",
                    hash: __config::text::hash("width"),
                    doc: "",
                    kind: <u32 as __config::Value>::KIND,
                    presence: __config::schema::Presence::Optional,
                    constraint: __config::schema::Constraint::NONE,
                    notes: __config::schema::Notes::NONE,
                },
            ],
            rules: &[],
            cost: ::core::option::Option::None,
        };
    }
    #[automatically_derived]
    #[allow(
        dead_code,
        deprecated,
        non_snake_case,
        private_interfaces,
        clippy::all,
        clippy::pedantic,
        clippy::nursery
    )]
    impl Net {
        /// A config with these fields; every other field has its default. Whether the values are allowed is for
        /// `validate_value` to say, and for whoever uses the config.
        #[must_use]
        pub fn new(width: u32) -> Self {
            Self { width }
        }
    }
    #[automatically_derived]
    impl ::artifex::__private::serde::Serialize for Net {
        fn serialize<__S: ::artifex::__private::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __config::interop::serialize::<Self, __S>(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de> ::artifex::__private::serde::Deserialize<'de> for Net {
        fn deserialize<__D: ::artifex::__private::serde::Deserializer<'de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __config::interop::deserialize::<Self, __D>(__deserializer)
        }
    }
    #[automatically_derived]
    impl ::artifex::__private::schemars::JsonSchema for Net {
        fn schema_name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
            __config::interop::schema_name::<Self>()
        }
        fn json_schema(
            __generator: &mut ::artifex::__private::schemars::SchemaGenerator,
        ) -> ::artifex::__private::schemars::Schema {
            __config::interop::json_schema::<Self>(__generator)
        }
    }
};
