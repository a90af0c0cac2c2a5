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
                    presence: __config::schema::Presence::of(
                        &<u32 as __config::Value>::KIND,
                    ),
                    constraint: __config::schema::Constraint::NONE,
                    notes: __config::schema::Notes::NONE,
                },
            ],
            rules: &[],
            cost: ::core::option::Option::Some(__cost),
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
    const fn __cost(__fields: &__config::cost::Fields<'_>) -> __config::cost::Cost {
        Net::cost(__fields)
    }
    #[automatically_derived]
    impl<__P: __config::cost::Place> __config::cost::Costed<__P> for Net {
        const COSTED: ::core::option::Option<__config::cost::Costing> = match <__P as __config::cost::Place>::NODE {
            ::core::option::Option::None => ::core::option::Option::None,
            ::core::option::Option::Some(__node) => {
                let __cost_of_all = __cost(
                    &__config::cost::Fields::new(
                        <Self as __config::ModelConfig>::SCHEMA,
                        __node,
                    ),
                );
                let mut __weighing = __config::cost::Weighing::new(
                    <Self as __config::ModelConfig>::SCHEMA,
                    __node,
                    __cost_of_all,
                );
                while let ::core::option::Option::Some(__fields) = __weighing.next() {
                    __weighing.add(__cost(&__fields));
                }
                ::core::option::Option::Some(__weighing.found())
            }
        };
    }
    #[allow(long_running_const_eval)]
    const _: () = {
        let __schema = <Net as __config::ModelConfig>::SCHEMA;
        let mut __k = 0;
        while __k < __config::cost::samples(__schema) {
            let _ = __cost(&__config::cost::Fields::sample(__schema, __k));
            __k += 1;
        }
    };
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
