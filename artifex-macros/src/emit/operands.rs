//! Constants that hold what a rule does with its fields against what they hold. A rule over values of the wrong kind is
//! unknown for every document, so it would never fail.

use super::asserts::{self, element_type, is_surely};
use super::{assertion, emit_expr, keys};
use crate::document::{Data, Num, Number};
use crate::errors::{Errors, Range};
use crate::model::{Field, Struct};
use crate::rule::{self, Expr, Kind, Operator, Type};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

/// The asserts of all rules.
pub fn operands(config: &Struct, schema: &TokenStream, out: &mut TokenStream) {
    for rule in &config.rules {
        for path in rule::paths(&rule.expr) {
            // Nearly all paths name a field of their own struct.
            if own(config, path).is_none() {
                let keys = keys(&path.keys);
                out.extend(assertion(path.range, &quote!(__config::check::assert_path), quote!(#schema, #keys)));
            }
        }
        Operands { config, schema, list: None, out }.visit(&rule.expr, Some((Wanted::Condition, "a rule")));
    }
}

/// What an operator or a function takes; the names are those in the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Condition,
    Number,
    Numbers,
    List,
    Items,
    Sized,
}

/// The walk over a rule.
struct Operands<'a> {
    config: &'a Struct,
    schema: &'a TokenStream,
    /// What `all` goes through, of which `v` is an element.
    list: Option<&'a Expr>,
    out: &'a mut TokenStream,
}

impl<'a> Operands<'a> {
    fn visit(&mut self, expr: &'a Expr, wanted: Option<(Wanted, &str)>) {
        const CONDITION: Wanted = Wanted::Condition;
        match &expr.kind {
            Kind::Literal(_) | Kind::IsSet(_) => {}
            Kind::Path(_) | Kind::Element => self.operand(expr, wanted),
            Kind::Index(list, k) => {
                self.visit(list, None);
                self.element(expr, list, *k);
                self.operand(expr, wanted);
            }
            Kind::Paren(inner) => self.visit(inner, wanted),
            Kind::Not(inner) => self.visit(inner, Some((CONDITION, "`!`"))),
            Kind::Negate(inner) => self.visit(inner, Some((Wanted::Number, "`-`"))),
            Kind::Len(inner) => self.visit(inner, Some((Wanted::Sized, "`len`"))),
            Kind::Sum(inner) => self.visit(inner, Some((Wanted::Numbers, "`sum`"))),
            Kind::Product(inner) => self.visit(inner, Some((Wanted::Numbers, "`prod`"))),
            Kind::Unique(lists) => {
                for list in lists {
                    self.visit(list, Some((Wanted::List, "`unique`")));
                }
            }
            Kind::All(list, condition) => {
                self.visit(list, Some((Wanted::Items, "`all`")));
                self.list = Some(bare(list));
                self.visit(condition, Some((CONDITION, "`all`")));
                self.list = None;
            }
            Kind::When(condition, rule) => {
                self.visit(condition, Some((CONDITION, "`when`")));
                self.visit(rule, Some((CONDITION, "`when`")));
            }
            Kind::Binary(operator, left, right) => {
                let by = format!("`{}`", operator.text());
                let wanted = match operator {
                    Operator::Equal | Operator::NotEqual => None,
                    Operator::And | Operator::Or => Some((CONDITION, by.as_str())),
                    _ => Some((Wanted::Number, by.as_str())),
                };
                self.visit(left, wanted);
                self.visit(right, wanted);
                if wanted.is_none() {
                    self.compare(left, right, left.range.to(right.range));
                }
            }
            Kind::In(needle, list) => {
                self.visit(needle, None);
                for item in list {
                    self.visit(item, None);
                    self.compare(needle, item, item.range);
                }
            }
            Kind::Within(needle, path) => {
                self.visit(needle, None);
                let (schema, keys) = (self.schema, keys(&path.keys));
                let sure = own(self.config, path).map(|field| &field.ty);
                if !is_collection(sure) {
                    let call = quote!(__config::check::assert_collection);
                    self.out.extend(assertion(path.range, &call, quote!(#schema, #keys)));
                }
                let (Some(operand), list) = (self.side(needle), self.all()) else { return };
                let call = quote!(__config::check::assert_needle);
                self.out.extend(assertion(needle.range, &call, quote!(#schema, #operand, #keys, #list)));
            }
        }
    }

    fn operand(&mut self, operand: &Expr, wanted: Option<(Wanted, &str)>) {
        let Some((wanted, by)) = wanted.filter(|(wanted, _)| !self.is_sure(operand, *wanted)) else { return };
        let (schema, expr, list) = (self.schema, emit_expr(operand), self.all());
        let wanted = format_ident!("{wanted:?}");
        let call = quote!(__config::check::assert_operand);
        let arguments = quote!(#schema, #by, __config::check::Wanted::#wanted, &#expr, #list);
        self.out.extend(assertion(operand.range, &call, arguments));
    }

    fn element(&mut self, whole: &Expr, list: &Expr, k: usize) {
        let (schema, expr, all, k) = (self.schema, emit_expr(list), self.all(), Literal::usize_unsuffixed(k));
        let call = quote!(__config::check::assert_element);
        self.out.extend(assertion(whole.range, &call, quote!(#schema, &#expr, #k, #all)));
    }

    fn compare(&mut self, left: &Expr, right: &Expr, range: Range) {
        let (left, right) = (bare(left), bare(right));
        if !is_operand(left) && !is_operand(right) {
            return;
        }
        if let (Some(a), Some(b)) = (self.class(left), self.class(right))
            && a == b
        {
            return;
        }
        let (Some(a), Some(b)) = (self.side(left), self.side(right)) else { return };
        let (schema, list) = (self.schema, self.all());
        let call = quote!(__config::check::assert_comparable);
        self.out.extend(assertion(range, &call, quote!(#schema, #a, #b, #list)));
    }

    /// A side of a comparison as an operand or as a literal of its type.
    fn side(&self, expr: &Expr) -> Option<TokenStream> {
        let expr = bare(expr);
        let literal = |data: Data| Some(emit_expr(&Expr { kind: Kind::Literal(data), range: expr.range }));
        let tokens = match self.class(expr) {
            _ if is_operand(expr) || matches!(expr.kind, Kind::Literal(_)) => Some(emit_expr(expr)),
            Some(Type::Condition) => literal(Data::Bool(true)),
            Some(Type::Number) => literal(Data::Number(Number { value: Num::Int(0), text: "0".to_owned() })),
            Some(Type::Text) => literal(Data::Text(String::new())),
            _ => None,
        };
        tokens.map(|tokens| quote!(&#tokens))
    }

    /// What an expression is worth, as far as the tokens say it.
    fn class(&self, expr: &Expr) -> Option<Type> {
        if is_operand(expr) {
            let ty = self.type_of(expr);
            let classes = [
                (asserts::Wanted::Number, Type::Number),
                (asserts::Wanted::Bool, Type::Condition),
                (asserts::Wanted::FreeText, Type::Text),
            ];
            return classes.into_iter().find(|(wanted, _)| is_surely(*wanted, ty)).map(|(_, class)| class);
        }
        match rule::type_of(expr, &mut Errors::default()) {
            Type::Any => None,
            known => Some(known),
        }
    }

    /// Whether the tokens of the field's type say that the operand is of the wanted kind.
    fn is_sure(&self, operand: &Expr, wanted: Wanted) -> bool {
        let ty = self.type_of(operand);
        match wanted {
            Wanted::Condition => is_surely(asserts::Wanted::Bool, ty),
            Wanted::Number => is_surely(asserts::Wanted::Number, ty),
            Wanted::Sized => is_surely(asserts::Wanted::Sized, ty),
            Wanted::List => is_surely(asserts::Wanted::List, ty),
            Wanted::Items => is_collection(ty),
            Wanted::Numbers => {
                let element = ty.and_then(|ty| element_type(ty, 1));
                is_surely(asserts::Wanted::List, ty) && is_surely(asserts::Wanted::Number, element)
            }
        }
    }

    /// The type of an operand without `Option`, if the tokens say it.
    fn type_of(&self, operand: &Expr) -> Option<&'a syn::Type> {
        match &operand.kind {
            Kind::Path(path) => own(self.config, path).and_then(|field| element_type(&field.ty, 0)),
            Kind::Element => self.list.and_then(|list| self.type_of(list)).and_then(|ty| element_type(ty, 1)),
            Kind::Index(list, _) => self
                .type_of(list)
                .filter(|ty| is_surely(asserts::Wanted::List, Some(ty)))
                .and_then(|ty| element_type(ty, 1)),
            _ => None,
        }
    }

    /// What `all` goes through, as an argument.
    fn all(&self) -> TokenStream {
        self.list.filter(|list| is_operand(list)).map_or_else(
            || quote!(::core::option::Option::None),
            |list| {
                let list = emit_expr(list);
                quote!(::core::option::Option::Some(&#list))
            },
        )
    }
}

fn is_collection(ty: Option<&syn::Type>) -> bool {
    is_surely(asserts::Wanted::List, ty) || is_surely(asserts::Wanted::Map, ty)
}

/// The field of the struct that a path names, if it names one and nothing in it.
fn own<'a>(config: &'a Struct, path: &rule::Path) -> Option<&'a Field> {
    let [key] = path.keys.as_slice() else { return None };
    config.keys().find(|field| field.key == *key)
}

/// Whether only the library knows what an expression is worth.
const fn is_operand(expr: &Expr) -> bool {
    matches!(expr.kind, Kind::Path(_) | Kind::Element | Kind::Index(..))
}

/// The expression without parentheses.
fn bare(expr: &Expr) -> &Expr {
    match &expr.kind {
        Kind::Paren(inner) => bare(inner),
        _ => expr,
    }
}
