#[doc(hidden)]
#[macro_export]
macro_rules! __artifex_models_85d54dad51667e4c {
    ([$($callback:tt)*] $($state:tt)*) => {
        $($callback)* ! { $($state)* [VAEConfig, GANConfig] }
    };
}
#[doc(hidden)]
pub use __artifex_models_85d54dad51667e4c as __artifex_models;
artifex::models::__artifex_models! {
    [::artifex::__private::factory] (::artifex) __collect { pub enum Zoo :
    artifex::models, crate ::models } []
}
/// All.
#[::core::prelude::v1::derive(
    ::core::clone::Clone,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq
)]
#[allow(clippy::large_enum_variant)]
pub enum Zoo {
    /// `artifex::models::VAEConfig`
    VAEConfig(artifex::models::VAEConfig),
    /// `crate::models::MyConfig`
    MyConfig(crate::models::MyConfig),
}
const _: () = {
    use ::artifex::config as __config;
    const __VARIANTS: &[__config::schema::Variant] = &[
        __config::schema::Variant::of(
            <artifex::models::VAEConfig as __config::ModelConfig>::SCHEMA,
        ),
        __config::schema::Variant::of(
            <crate::models::MyConfig as __config::ModelConfig>::SCHEMA,
        ),
    ];
    const _: () = __config::check::assert_unique_tag(__VARIANTS, 1);
    #[automatically_derived]
    impl __config::Value for Zoo {
        const KIND: __config::schema::Kind = __config::schema::Kind::Union(
            &__config::schema::Union {
                name: "Zoo",
                doc: "All.",
                variants: __VARIANTS,
                open: true,
            },
        );
        fn decode(
            __node: &__config::Node<'_>,
        ) -> ::core::result::Result<Self, __config::Unchecked> {
            match ::core::option::Option::map(
                __node.get("type"),
                |__entry| __entry.value.data,
            ) {
                ::core::option::Option::Some(
                    __config::Data::Str(__tag),
                ) if __tag == __VARIANTS[0].tag => {
                    let _ = <artifex::models::VAEConfig as __config::ModelConfig>::SCHEMA;
                    ::core::result::Result::map(
                        <artifex::models::VAEConfig as __config::Value>::decode(__node),
                        Self::VAEConfig,
                    )
                }
                ::core::option::Option::Some(
                    __config::Data::Str(__tag),
                ) if __tag == __VARIANTS[1].tag => {
                    let _ = <crate::models::MyConfig as __config::ModelConfig>::SCHEMA;
                    ::core::result::Result::map(
                        <crate::models::MyConfig as __config::Value>::decode(__node),
                        Self::MyConfig,
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
                Self::VAEConfig(__value) => {
                    let _ = <artifex::models::VAEConfig as __config::ModelConfig>::SCHEMA;
                    <artifex::models::VAEConfig as __config::Value>::encode(__value)
                        .tagged(__VARIANTS[0].tag)
                }
                Self::MyConfig(__value) => {
                    let _ = <crate::models::MyConfig as __config::ModelConfig>::SCHEMA;
                    <crate::models::MyConfig as __config::Value>::encode(__value)
                        .tagged(__VARIANTS[1].tag)
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<artifex::models::VAEConfig> for Zoo {
        fn from(__value: artifex::models::VAEConfig) -> Self {
            Self::VAEConfig(__value)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<crate::models::MyConfig> for Zoo {
        fn from(__value: crate::models::MyConfig) -> Self {
            Self::MyConfig(__value)
        }
    }
    #[automatically_derived]
    impl<__P: __config::cost::Place> __config::cost::Costed<__P> for Zoo {
        const COSTED: ::core::option::Option<__config::cost::Costing> = {
            #[allow(unused_imports)]
            use __config::cost::NoCost as _;
            __config::cost::chosen(
                &[
                    __config::cost::Probe::<
                        artifex::models::VAEConfig,
                        __config::cost::Chosen<__P, Zoo, 0>,
                    >::COSTED,
                    __config::cost::Probe::<
                        crate::models::MyConfig,
                        __config::cost::Chosen<__P, Zoo, 1>,
                    >::COSTED,
                ],
            )
        };
    }
    #[automatically_derived]
    impl ::artifex::__private::serde::Serialize for Zoo {
        fn serialize<__S: ::artifex::__private::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __config::interop::serialize::<Self, __S>(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de> ::artifex::__private::serde::Deserialize<'de> for Zoo {
        fn deserialize<__D: ::artifex::__private::serde::Deserializer<'de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __config::interop::deserialize::<Self, __D>(__deserializer)
        }
    }
    #[automatically_derived]
    impl ::artifex::__private::schemars::JsonSchema for Zoo {
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
::artifex::__impl_factory! {
    Zoo { VAEConfig(artifex::models::VAEConfig), MyConfig(crate ::models::MyConfig) }
}
