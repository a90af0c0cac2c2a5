const _: () = {
    use crate::config as __config;
    #[automatically_derived]
    #[allow(deprecated)]
    impl<M: __config::Value> __config::Value for VAEConfig<M> {
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
                encoder: <M as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 0),
                )?,
                decoder: <M as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 1),
                )?,
                kl_weight: <f64 as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 2),
                )?,
                sizes: <Vec<
                    u32,
                > as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 3),
                )?,
                rates: <BTreeMap<
                    String,
                    f64,
                > as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 4),
                )?,
                name: <String as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 5),
                )?,
                r#loop: <Option<
                    bool,
                > as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 6),
                )?,
            })
        }
        fn encode(&self) -> __config::Tree {
            __config::Tree::table()
                .with("encoder", <M as __config::Value>::encode(&self.encoder))
                .with("decoder", <M as __config::Value>::encode(&self.decoder))
                .with_any("kl-weight", <f64 as __config::Value>::encode(&self.kl_weight))
                .with_any("sizes", <Vec<u32> as __config::Value>::encode(&self.sizes))
                .with(
                    "rates",
                    <BTreeMap<String, f64> as __config::Value>::encode(&self.rates),
                )
                .with_any("name", <String as __config::Value>::encode(&self.name))
                .with("cycle", <Option<bool> as __config::Value>::encode(&self.r#loop))
        }
    }
    #[automatically_derived]
    impl<M: __config::Value> __config::ModelConfig for VAEConfig<M> {
        const SCHEMA: &'static __config::Schema = &__config::Schema {
            name: "VAEConfig",
            tag: ::core::option::Option::Some("vae"),
            doc: "A VAE.\n\nWith two halves.",
            version: ::core::option::Option::None,
            fields: &[
                __config::schema::Field {
                    name: "encoder",
                    hash: __config::text::hash("encoder"),
                    doc: "",
                    kind: <M as __config::Value>::KIND,
                    presence: __config::schema::Presence::of(
                        &<M as __config::Value>::KIND,
                    ),
                    constraint: __config::schema::Constraint::NONE,
                    notes: __config::schema::Notes::NONE,
                },
                __config::schema::Field {
                    name: "decoder",
                    hash: __config::text::hash("decoder"),
                    doc: "",
                    kind: <M as __config::Value>::KIND,
                    presence: __config::schema::Presence::of(
                        &<M as __config::Value>::KIND,
                    ),
                    constraint: __config::schema::Constraint::NONE,
                    notes: __config::schema::Notes::NONE,
                },
                __config::schema::Field {
                    name: "kl-weight",
                    hash: __config::text::hash("kl-weight"),
                    doc: "Weight of the KL term.",
                    kind: <f64 as __config::Value>::KIND,
                    presence: __config::schema::Presence::Default(
                        __config::Node::new(
                            __config::Span::new(0, 0),
                            __config::Data::Num(__config::Number {
                                value: __config::Num::Float(1.0),
                                text: "1.0",
                            }),
                        ),
                    ),
                    constraint: __config::schema::Constraint {
                        min: ::core::option::Option::Some(__config::schema::Bound {
                            number: __config::Number {
                                value: __config::Num::Float(-0.5),
                                text: "-0.5",
                            },
                            exclusive: true,
                        }),
                        max: ::core::option::Option::Some(__config::schema::Bound {
                            number: __config::Number {
                                value: __config::Num::Int(1000),
                                text: "1_000",
                            },
                            exclusive: false,
                        }),
                        multiple_of: ::core::option::Option::Some(__config::Number {
                            value: __config::Num::Float(0.5),
                            text: "0.5",
                        }),
                        ..__config::schema::Constraint::NONE
                    },
                    notes: __config::schema::Notes {
                        unit: ::core::option::Option::Some("nats"),
                        example: ::core::option::Option::Some(
                            __config::Node::new(
                                __config::Span::new(0, 0),
                                __config::Data::Num(__config::Number {
                                    value: __config::Num::Float(0.5),
                                    text: "0.5",
                                }),
                            ),
                        ),
                        renamed_from: &["beta", "kl"],
                        deprecated: ::core::option::Option::Some("use free bits"),
                        ..__config::schema::Notes::NONE
                    },
                },
                __config::schema::Field {
                    name: "sizes",
                    hash: __config::text::hash("sizes"),
                    doc: "",
                    kind: <Vec<u32> as __config::Value>::KIND,
                    presence: __config::schema::Presence::Default(
                        __config::Node::new(
                            __config::Span::new(0, 0),
                            __config::Data::List(
                                &[
                                    __config::Node::new(
                                        __config::Span::new(0, 0),
                                        __config::Data::Num(__config::Number {
                                            value: __config::Num::Int(2),
                                            text: "2",
                                        }),
                                    ),
                                    __config::Node::new(
                                        __config::Span::new(0, 0),
                                        __config::Data::Num(__config::Number {
                                            value: __config::Num::Int(4),
                                            text: "4",
                                        }),
                                    ),
                                ],
                            ),
                        ),
                    ),
                    constraint: __config::schema::Constraint {
                        min_len: ::core::option::Option::Some(1),
                        each: ::core::option::Option::Some(
                            &__config::schema::Constraint {
                                min: ::core::option::Option::Some(__config::schema::Bound {
                                    number: __config::Number {
                                        value: __config::Num::Int(2),
                                        text: "2",
                                    },
                                    exclusive: false,
                                }),
                                one_of: &[
                                    __config::Data::Num(__config::Number {
                                        value: __config::Num::Int(2),
                                        text: "2",
                                    }),
                                    __config::Data::Num(__config::Number {
                                        value: __config::Num::Int(4),
                                        text: "4",
                                    }),
                                ],
                                ..__config::schema::Constraint::NONE
                            },
                        ),
                        ..__config::schema::Constraint::NONE
                    },
                    notes: __config::schema::Notes::NONE,
                },
                __config::schema::Field {
                    name: "rates",
                    hash: __config::text::hash("rates"),
                    doc: "",
                    kind: <BTreeMap<String, f64> as __config::Value>::KIND,
                    presence: __config::schema::Presence::of(
                        &<BTreeMap<String, f64> as __config::Value>::KIND,
                    ),
                    constraint: __config::schema::Constraint {
                        each: ::core::option::Option::Some(
                            &__config::schema::Constraint {
                                min: ::core::option::Option::Some(__config::schema::Bound {
                                    number: __config::Number {
                                        value: __config::Num::Int(0),
                                        text: "0",
                                    },
                                    exclusive: false,
                                }),
                                ..__config::schema::Constraint::NONE
                            },
                        ),
                        keys: ::core::option::Option::Some(
                            &__config::schema::Constraint {
                                max_len: ::core::option::Option::Some(8),
                                ..__config::schema::Constraint::NONE
                            },
                        ),
                        ..__config::schema::Constraint::NONE
                    },
                    notes: __config::schema::Notes::NONE,
                },
                __config::schema::Field {
                    name: "name",
                    hash: __config::text::hash("name"),
                    doc: "",
                    kind: <String as __config::Value>::KIND,
                    presence: __config::schema::Presence::Default(
                        __config::Node::new(
                            __config::Span::new(0, 0),
                            __config::Data::Str("run"),
                        ),
                    ),
                    constraint: __config::schema::Constraint {
                        pattern: ::core::option::Option::Some(
                            &__config::pattern::Pattern {
                                text: "^[a-z_.]+$",
                                portable: "^[a-z_.]+$",
                                classes: b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                                width: 2,
                                next: b"\0\0\0\0\0\0\x02\0\0\0\x02\0",
                                start: 1,
                                accepting: 2,
                                sure: 3,
                            },
                        ),
                        ..__config::schema::Constraint::NONE
                    },
                    notes: __config::schema::Notes::NONE,
                },
                __config::schema::Field {
                    name: "cycle",
                    hash: __config::text::hash("cycle"),
                    doc: "",
                    kind: <Option<bool> as __config::Value>::KIND,
                    presence: __config::schema::Presence::of(
                        &<Option<bool> as __config::Value>::KIND,
                    ),
                    constraint: __config::schema::Constraint::NONE,
                    notes: __config::schema::Notes {
                        secret: true,
                        ..__config::schema::Notes::NONE
                    },
                },
            ],
            rules: &[
                __config::rule::Rule {
                    text: "encoder.latent_dim == decoder.latent_dim",
                    message: ::core::option::Option::Some("the halves do not fit"),
                    expr: __config::rule::Expr::Binary(
                        __config::rule::Operator::Equal,
                        &__config::rule::Expr::Path(&["encoder", "latent_dim"]),
                        &__config::rule::Expr::Path(&["decoder", "latent_dim"]),
                    ),
                    paths: &[&["encoder", "latent_dim"], &["decoder", "latent_dim"]],
                },
                __config::rule::Rule {
                    text: "all(sizes, v % 2 == 0) || !is_set(kl-weight)",
                    message: ::core::option::Option::None,
                    expr: __config::rule::Expr::Binary(
                        __config::rule::Operator::Or,
                        &__config::rule::Expr::All(
                            &__config::rule::Expr::Path(&["sizes"]),
                            &__config::rule::Expr::Binary(
                                __config::rule::Operator::Equal,
                                &__config::rule::Expr::Binary(
                                    __config::rule::Operator::Remainder,
                                    &__config::rule::Expr::Element,
                                    &__config::rule::Expr::Literal(
                                        __config::Data::Num(__config::Number {
                                            value: __config::Num::Int(2),
                                            text: "2",
                                        }),
                                    ),
                                ),
                                &__config::rule::Expr::Literal(
                                    __config::Data::Num(__config::Number {
                                        value: __config::Num::Int(0),
                                        text: "0",
                                    }),
                                ),
                            ),
                        ),
                        &__config::rule::Expr::Not(
                            &__config::rule::Expr::IsSet(&["kl-weight"]),
                        ),
                    ),
                    paths: &[&["sizes"], &["kl-weight"]],
                },
            ],
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
    impl<M: __config::Value> VAEConfig<M> {
        /// A config with these fields; every other field has its default. Whether the values are allowed is for
        /// `validate_value` to say, and for whoever uses the config.
        #[must_use]
        pub fn new(encoder: M, decoder: M, rates: BTreeMap<String, f64>) -> Self {
            Self {
                encoder,
                decoder,
                kl_weight: __config::value::default_of::<
                    f64,
                >(<Self as __config::ModelConfig>::SCHEMA, 2),
                sizes: __config::value::default_of::<
                    Vec<u32>,
                >(<Self as __config::ModelConfig>::SCHEMA, 3),
                rates,
                name: __config::value::default_of::<
                    String,
                >(<Self as __config::ModelConfig>::SCHEMA, 5),
                r#loop: ::core::option::Option::None,
            }
        }
        ///Weight of the KL term.
        #[must_use]
        pub fn with_kl_weight(mut self, kl_weight: f64) -> Self {
            self.kl_weight = kl_weight;
            self
        }
        ///Sets `sizes`.
        #[must_use]
        pub fn with_sizes(mut self, sizes: Vec<u32>) -> Self {
            self.sizes = sizes;
            self
        }
        ///Sets `name`.
        #[must_use]
        pub fn with_name(mut self, name: String) -> Self {
            self.name = name;
            self
        }
        ///Sets `loop`.
        #[must_use]
        pub fn with_loop(mut self, r#loop: Option<bool>) -> Self {
            self.r#loop = r#loop;
            self
        }
    }
    #[automatically_derived]
    impl<M: __config::Value> crate::__private::serde::Serialize for VAEConfig<M> {
        fn serialize<__S: crate::__private::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __config::interop::serialize::<Self, __S>(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de, M: __config::Value> crate::__private::serde::Deserialize<'de>
    for VAEConfig<M> {
        fn deserialize<__D: crate::__private::serde::Deserializer<'de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __config::interop::deserialize::<Self, __D>(__deserializer)
        }
    }
    #[automatically_derived]
    impl<M: __config::Value> crate::__private::schemars::JsonSchema for VAEConfig<M> {
        fn schema_name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
            __config::interop::schema_name::<Self>()
        }
        fn json_schema(
            __generator: &mut crate::__private::schemars::SchemaGenerator,
        ) -> crate::__private::schemars::Schema {
            __config::interop::json_schema::<Self>(__generator)
        }
    }
};
