const _: () = {
    use ::artifex::config as __config;
    #[automatically_derived]
    #[allow(deprecated, dead_code)]
    impl Activation {
        #[doc(hidden)]
        pub const fn __config_data(&self) -> __config::Data<'static> {
            match self {
                Self::LeakyRelu => __config::Data::Str("LEAKY-RELU"),
                Self::SiLU => __config::Data::Str("silu"),
            }
        }
    }
    #[automatically_derived]
    #[allow(deprecated)]
    impl __config::Value for Activation {
        const KIND: __config::schema::Kind = __config::schema::Kind::Enum(
            &__config::schema::Enum {
                name: "Activation",
                doc: "An activation.",
                words: &[
                    __config::schema::Word {
                        name: "LEAKY-RELU",
                        doc: "max(0, x)",
                        deprecated: ::core::option::Option::None,
                    },
                    __config::schema::Word {
                        name: "silu",
                        doc: "",
                        deprecated: ::core::option::Option::Some("it is slow"),
                    },
                ],
            },
        );
        fn decode(
            __node: &__config::Node<'_>,
        ) -> ::core::result::Result<Self, __config::Unchecked> {
            match __node.data {
                __config::Data::Str("LEAKY-RELU") => {
                    ::core::result::Result::Ok(Self::LeakyRelu)
                }
                __config::Data::Str("silu") => ::core::result::Result::Ok(Self::SiLU),
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
            __config::Tree::string(
                match self {
                    Self::LeakyRelu => "LEAKY-RELU",
                    Self::SiLU => "silu",
                },
            )
        }
    }
    #[automatically_derived]
    impl ::artifex::__private::serde::Serialize for Activation {
        fn serialize<__S: ::artifex::__private::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __config::interop::serialize::<Self, __S>(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de> ::artifex::__private::serde::Deserialize<'de> for Activation {
        fn deserialize<__D: ::artifex::__private::serde::Deserializer<'de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __config::interop::deserialize::<Self, __D>(__deserializer)
        }
    }
    #[automatically_derived]
    impl ::artifex::__private::schemars::JsonSchema for Activation {
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
