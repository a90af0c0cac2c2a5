fn main() {
    {
        use ::artifex::config as __config;
        const __DOC: __config::Doc<'static> = {
            #[allow(unused_imports)]
            use __config::{Data, Doc, Entry, Node, Num, Number, Span};
            Doc {
                sources: &[],
                root: Node::new(
                    Span::new(0, 0),
                    Data::Table(
                        &[
                            Entry::new(
                                "width",
                                Span::new(1, 1),
                                Node::new(
                                    Span::new(2, 2),
                                    Data::Num(Number {
                                        value: Num::Int(-1),
                                        text: "-1",
                                    }),
                                ),
                            ),
                            Entry::new(
                                "names",
                                Span::new(3, 3),
                                Node::new(
                                    Span::new(4, 4),
                                    Data::List(&[Node::new(Span::new(5, 5), Data::Str("a"))]),
                                ),
                            ),
                            Entry::new(
                                "inner",
                                Span::new(6, 6),
                                Node::new(
                                    Span::new(7, 7),
                                    Data::Table(
                                        &[
                                            Entry::new(
                                                "x",
                                                Span::new(8, 8),
                                                Node::new(
                                                    Span::new(9, 9),
                                                    Data::Num(Number {
                                                        value: Num::Float(0.5),
                                                        text: "0.5",
                                                    }),
                                                ),
                                            ),
                                        ],
                                    ),
                                ),
                            ),
                        ],
                    ),
                ),
            }
        };
        #[allow(long_running_const_eval)]
        const __REPORT: __config::Report = __config::check(
            &<Net as __config::Value>::KIND,
            &__DOC,
            &[],
        );
        const _: () = __REPORT.fail_at(0);
        const _: () = __REPORT.fail_at(1);
        const _: () = __REPORT.fail_at(2);
        const _: () = __REPORT.fail_at(3);
        const _: () = __REPORT.fail_at(4);
        const _: () = __REPORT.fail_at(5);
        const _: () = __REPORT.fail_at(6);
        const _: () = __REPORT.fail_at(7);
        const _: () = __REPORT.fail_at(8);
        const _: () = __REPORT.fail_at(9);
        let _ = <Net as __config::Value>::KIND;
        __config::value::decode_checked::<Net>(&__DOC)
    }
}
