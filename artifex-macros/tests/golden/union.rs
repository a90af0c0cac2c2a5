const _: () = {
    use ::artifex::config as __config;
    #[automatically_derived]
    #[allow(deprecated)]
    impl __config::Value for DataConfig {
        const KIND: __config::schema::Kind = __config::schema::Kind::Union(
            &__config::schema::Union {
                name: "DataConfig",
                doc: "Where data come from.",
                variants: &[
                    __config::schema::Variant {
                        tag: "digits",
                        schema: <DigitsConfig as __config::ModelConfig>::SCHEMA,
                        deprecated: ::core::option::Option::None,
                    },
                    __config::schema::Variant {
                        tag: "csv",
                        schema: <TableConfig as __config::ModelConfig>::SCHEMA,
                        deprecated: ::core::option::Option::Some("use digits"),
                    },
                ],
                open: false,
            },
        );
        fn decode(
            __node: &__config::Node<'_>,
        ) -> ::core::result::Result<Self, __config::Unchecked> {
            match ::core::option::Option::map(
                __node.get("type"),
                |__entry| __entry.value.data,
            ) {
                ::core::option::Option::Some(__config::Data::Str("digits")) => {
                    let _ = <DigitsConfig as __config::ModelConfig>::SCHEMA;
                    ::core::result::Result::map(
                        <DigitsConfig as __config::Value>::decode(__node),
                        Self::Digits,
                    )
                }
                ::core::option::Option::Some(__config::Data::Str("csv")) => {
                    let _ = <TableConfig as __config::ModelConfig>::SCHEMA;
                    ::core::result::Result::map(
                        <TableConfig as __config::Value>::decode(__node),
                        Self::Table,
                    )
                }
                _ => {
                    ::core::result::Result::Err(
                        __config::Unchecked::new(
                            &<Self as __config::Value>::KIND,
                            __node,
                        ),
                    )
                }
            }
        }
        fn encode(&self) -> __config::Tree {
            match self {
                Self::Digits(__value) => {
                    let _ = <DigitsConfig as __config::ModelConfig>::SCHEMA;
                    <DigitsConfig as __config::Value>::encode(__value).tagged("digits")
                }
                Self::Table(__value) => {
                    let _ = <TableConfig as __config::ModelConfig>::SCHEMA;
                    <TableConfig as __config::Value>::encode(__value).tagged("csv")
                }
            }
        }
    }
    #[automatically_derived]
    impl<__P: __config::cost::Place> __config::cost::Costed<__P> for DataConfig {
        const COSTED: ::core::option::Option<__config::cost::Costing> = {
            #[allow(unused_imports)]
            use __config::cost::NoCost as _;
            __config::cost::chosen(
                &[
                    __config::cost::Probe::<
                        DigitsConfig,
                        __config::cost::Chosen<__P, DataConfig, 0>,
                    >::COSTED,
                    __config::cost::Probe::<
                        TableConfig,
                        __config::cost::Chosen<__P, DataConfig, 1>,
                    >::COSTED,
                ],
            )
        };
    }
    const _: () = {
        const __UNION: &__config::schema::Union = match <DataConfig as __config::Value>::KIND {
            __config::schema::Kind::Union(__union) => __union,
            _ => ::core::unreachable!(),
        };
        const _: () = __config::check::assert_unique_tag(__UNION.variants, 1);
    };
    #[automatically_derived]
    impl ::artifex::__private::serde::Serialize for DataConfig {
        fn serialize<__S: ::artifex::__private::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __config::interop::serialize::<Self, __S>(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de> ::artifex::__private::serde::Deserialize<'de> for DataConfig {
        fn deserialize<__D: ::artifex::__private::serde::Deserializer<'de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __config::interop::deserialize::<Self, __D>(__deserializer)
        }
    }
    #[automatically_derived]
    impl ::artifex::__private::schemars::JsonSchema for DataConfig {
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
