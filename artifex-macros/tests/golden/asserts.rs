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
                alias: <Alias as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 1),
                )?,
                name: <Name as __config::Value>::decode(
                    &__config::value::field_node(__node, __schema, 2),
                )?,
            })
        }
        fn encode(&self) -> __config::Tree {
            __config::Tree::table()
                .with_any("width", <u32 as __config::Value>::encode(&self.width))
                .with("alias", <Alias as __config::Value>::encode(&self.alias))
                .with("name", <Name as __config::Value>::encode(&self.name))
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
                    presence: __config::schema::Presence::Default(
                        __config::Node::new(
                            __config::Span::new(0, 0),
                            __config::Data::Num(__config::Number {
                                value: __config::Num::Int(3),
                                text: "3",
                            }),
                        ),
                    ),
                    constraint: __config::schema::Constraint {
                        min: ::core::option::Option::Some(__config::schema::Bound {
                            number: __config::Number {
                                value: __config::Num::Int(1),
                                text: "1",
                            },
                            exclusive: false,
                        }),
                        each: ::core::option::Option::Some(
                            &__config::schema::Constraint {
                                min_len: ::core::option::Option::Some(2),
                                max_len: ::core::option::Option::Some(2),
                                ..__config::schema::Constraint::NONE
                            },
                        ),
                        ..__config::schema::Constraint::NONE
                    },
                    notes: __config::schema::Notes::NONE,
                },
                __config::schema::Field {
                    name: "alias",
                    hash: __config::text::hash("alias"),
                    doc: "",
                    kind: <Alias as __config::Value>::KIND,
                    presence: __config::schema::Presence::of(
                        &<Alias as __config::Value>::KIND,
                    ),
                    constraint: __config::schema::Constraint {
                        max: ::core::option::Option::Some(__config::schema::Bound {
                            number: __config::Number {
                                value: __config::Num::Int(1),
                                text: "1",
                            },
                            exclusive: false,
                        }),
                        ..__config::schema::Constraint::NONE
                    },
                    notes: __config::schema::Notes::NONE,
                },
                __config::schema::Field {
                    name: "name",
                    hash: __config::text::hash("name"),
                    doc: "",
                    kind: <Name as __config::Value>::KIND,
                    presence: __config::schema::Presence::of(
                        &<Name as __config::Value>::KIND,
                    ),
                    constraint: __config::schema::Constraint {
                        pattern: ::core::option::Option::Some(
                            &__config::pattern::Pattern {
                                text: "^a",
                                portable: "^a",
                                classes: b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                                width: 2,
                                next: b"\0\0\0\0\0\0\x02\0\x02\0\x02\0",
                                start: 1,
                                accepting: 2,
                                sure: 2,
                            },
                        ),
                        ..__config::schema::Constraint::NONE
                    },
                    notes: __config::schema::Notes::NONE,
                },
            ],
            rules: &[
                __config::rule::Rule {
                    text: "width > 0 && alias > width",
                    message: ::core::option::Option::None,
                    expr: __config::rule::Expr::Binary(
                        __config::rule::Operator::And,
                        &__config::rule::Expr::Binary(
                            __config::rule::Operator::Greater,
                            &__config::rule::Expr::Path(&["width"]),
                            &__config::rule::Expr::Literal(
                                __config::Data::Num(__config::Number {
                                    value: __config::Num::Int(0),
                                    text: "0",
                                }),
                            ),
                        ),
                        &__config::rule::Expr::Binary(
                            __config::rule::Operator::Greater,
                            &__config::rule::Expr::Path(&["alias"]),
                            &__config::rule::Expr::Path(&["width"]),
                        ),
                    ),
                    paths: &[&["width"], &["alias"]],
                },
                __config::rule::Rule {
                    text: "len(name) == len(other.names)",
                    message: ::core::option::Option::None,
                    expr: __config::rule::Expr::Binary(
                        __config::rule::Operator::Equal,
                        &__config::rule::Expr::Len(
                            &__config::rule::Expr::Path(&["name"]),
                        ),
                        &__config::rule::Expr::Len(
                            &__config::rule::Expr::Path(&["other", "names"]),
                        ),
                    ),
                    paths: &[&["name"], &["other", "names"]],
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
    impl Net {
        /// A config with these fields; every other field has its default. Whether the values are allowed is for
        /// `validate_value` to say, and for whoever uses the config.
        #[must_use]
        pub fn new(alias: Alias, name: Name) -> Self {
            Self {
                width: __config::value::default_of::<
                    u32,
                >(<Self as __config::ModelConfig>::SCHEMA, 0),
                alias,
                name,
            }
        }
        ///Sets `width`.
        #[must_use]
        pub fn with_width(mut self, width: u32) -> Self {
            self.width = width;
            self
        }
    }
    const _: () = {
        let mut __kind: &__config::schema::Kind = &<u32 as __config::Value>::KIND;
        while let __config::schema::Kind::Option(__inner) = __kind {
            __kind = __inner;
        }
        if !::core::matches!(__kind, __config::schema::Kind::List { .. }) {
            ::core::panic!("`each` is for lists; `width` is not one")
        }
    };
    const _: () = 'done: {
        let mut __kind: &__config::schema::Kind = &<u32 as __config::Value>::KIND;
        while let __config::schema::Kind::Option(__inner) = __kind {
            __kind = __inner;
        }
        let (__config::schema::Kind::List { element: __element, .. }
        | __config::schema::Kind::Map { value: __element }) = __kind else {
            break 'done
        };
        __kind = __element;
        while let __config::schema::Kind::Option(__inner) = __kind {
            __kind = __inner;
        }
        if !::core::matches!(
            __kind, __config::schema::Kind::List { .. } | __config::schema::Kind::Map {
            .. } | __config::schema::Kind::Str | __config::schema::Kind::Path
        ) {
            ::core::panic!(
                "`len` is for lists, maps and strings; an element of `width` is none of them"
            )
        }
    };
    const _: () = __config::check::assert_default(
        <Net as __config::ModelConfig>::SCHEMA,
        0,
    );
    const _: () = {
        let mut __kind: &__config::schema::Kind = &<Alias as __config::Value>::KIND;
        while let __config::schema::Kind::Option(__inner) = __kind {
            __kind = __inner;
        }
        if !::core::matches!(
            __kind, __config::schema::Kind::Int { .. } | __config::schema::Kind::Float {
            .. }
        ) {
            ::core::panic!("`max` is for numbers; `alias` is not one")
        }
    };
    const _: () = {
        let mut __kind: &__config::schema::Kind = &<Name as __config::Value>::KIND;
        while let __config::schema::Kind::Option(__inner) = __kind {
            __kind = __inner;
        }
        if !::core::matches!(
            __kind, __config::schema::Kind::Str | __config::schema::Kind::Path
        ) {
            ::core::panic!("`pattern` is for strings and paths; `name` is neither")
        }
    };
    const _: () = __config::check::assert_operand(
        <Net as __config::ModelConfig>::SCHEMA,
        "`>`",
        __config::check::Wanted::Number,
        &__config::rule::Expr::Path(&["alias"]),
        ::core::option::Option::None,
    );
    const _: () = __config::check::assert_path(
        <Net as __config::ModelConfig>::SCHEMA,
        &["other", "names"],
    );
    const _: () = __config::check::assert_operand(
        <Net as __config::ModelConfig>::SCHEMA,
        "`len`",
        __config::check::Wanted::Sized,
        &__config::rule::Expr::Path(&["name"]),
        ::core::option::Option::None,
    );
    const _: () = __config::check::assert_operand(
        <Net as __config::ModelConfig>::SCHEMA,
        "`len`",
        __config::check::Wanted::Sized,
        &__config::rule::Expr::Path(&["other", "names"]),
        ::core::option::Option::None,
    );
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
