//! Tokens to rules: precedence climbing with Rust's precedences. `syn`'s own expressions would need its `full` feature, accept
//! what a rule cannot mean, and say "expected expression" where this says what a rule may have.

use super::{COMPARISON, Expr, Kind, Operator, Path, Rule, text};
use crate::document::Data;
use crate::errors::{Range, expected, hint, inside};
use crate::inline;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Ident, Lit, LitInt, LitStr, Result, Token, bracketed, parenthesized, token};

/// Deepest nesting of a rule; the parser and the const evaluator recurse.
const DEPTH: usize = 64;
const FUNCTIONS: [&str; 7] = ["len", "sum", "prod", "all", "unique", "is_set", "when"];
const OPERAND: &str = "expected a field, a number, a string, `true`, `false`, `!`, `-`, `(` or a function";

impl Parse for Rule {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.is_empty() {
            return Err(expected(input, "expected a rule, for instance `rule(channels % heads == 0)`"));
        }
        let expr = Parser::default().expr(input, 0)?;
        let mut message = None;
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                if !input.peek(LitStr) {
                    return Err(expected(input, "expected the rule's message, a string"));
                }
                message = Some(input.parse()?);
            }
            input.parse::<Option<Token![,]>>()?;
        }
        if input.is_empty() {
            return Ok(Self { expr, message });
        }
        Err(stray(input))
    }
}

/// The error at a token that cannot follow an operand.
fn stray(input: ParseStream) -> Error {
    let message = if input.peek(Token![=]) {
        "expected an operator; write `==` to compare"
    } else if input.peek(Token![&]) || input.peek(Token![|]) {
        "expected an operator; write `&&` and `||` to combine conditions"
    } else {
        "expected an operator, or `,` and the rule's message"
    };
    expected(input, message)
}

#[derive(Default)]
struct Parser {
    /// Whether `v` is the element of an `all`.
    in_all: bool,
    depth: usize,
}

impl Parser {
    fn expr(&mut self, input: ParseStream, least: u8) -> Result<Expr> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(expected(input, "the rule is nested too deeply"));
        }
        let mut left = self.unary(input)?;
        loop {
            if input.peek(Token![in]) {
                if COMPARISON < least {
                    break;
                }
                left = self.membership(input, left)?;
                continue;
            }
            let Some(operator) = peek_operator(input) else { break };
            let precedence = operator.precedence();
            if precedence < least {
                break;
            }
            let chained = precedence == COMPARISON && is_comparison(&left);
            take_operator(input, operator)?;
            let right = self.expr(input, precedence + 1)?;
            if chained {
                return Err(chain(&left, operator, &right));
            }
            let range = left.range.to(right.range);
            left = Expr { kind: Kind::Binary(operator, Box::new(left), Box::new(right)), range };
        }
        self.depth -= 1;
        Ok(left)
    }

    fn membership(&mut self, input: ParseStream, needle: Expr) -> Result<Expr> {
        let keyword: Token![in] = input.parse()?;
        if is_comparison(&needle) {
            return Err(Error::new(keyword.span, "`in` cannot follow a comparison; combine them with `&&`"));
        }
        if input.peek(Ident) {
            let path: Path = input.parse()?;
            let range = needle.range.to(path.range);
            return Ok(Expr { kind: Kind::Within(Box::new(needle), path), range });
        }
        if !input.peek(token::Bracket) {
            let message = "expected a list or a field after `in`, for instance `in [\"relu\", \"gelu\"]`";
            return Err(expected(input, message));
        }
        let content;
        let bracket = bracketed!(content in input);
        let range = needle.range.to(bracket.span.close().into());
        if content.is_empty() {
            return Err(
                Range { start: bracket.span.open(), end: bracket.span.close() }.error("expected at least one value")
            );
        }
        let list = inside(&content, |content| {
            let mut list = Vec::new();
            while !content.is_empty() {
                list.push(self.expr(content, 0)?);
                if !content.is_empty() && !content.peek(Token![,]) {
                    return Err(expected(content, "expected an operator, `,` or `]`"));
                }
                content.parse::<Option<Token![,]>>()?;
            }
            Ok(list)
        })?;
        Ok(Expr { kind: Kind::In(Box::new(needle), list), range })
    }

    fn unary(&mut self, input: ParseStream) -> Result<Expr> {
        if input.peek(Token![!]) {
            let start = input.parse::<Token![!]>()?.span;
            let inner = self.nested_unary(input)?;
            let range = Range::from(start).to(inner.range);
            return Ok(Expr { kind: Kind::Not(Box::new(inner)), range });
        }
        if input.peek(Token![-]) {
            // A negative literal stays one value: `-0.5`.
            let ahead = input.fork();
            ahead.parse::<Token![-]>()?;
            if ahead.peek(Lit) {
                let (number, range) = inline::number(input)?;
                return Ok(Expr { kind: Kind::Literal(Data::Number(number)), range });
            }
            let start = input.parse::<Token![-]>()?.span;
            let inner = self.nested_unary(input)?;
            let range = Range::from(start).to(inner.range);
            return Ok(Expr { kind: Kind::Negate(Box::new(inner)), range });
        }
        self.operand(input)
    }

    fn nested_unary(&mut self, input: ParseStream) -> Result<Expr> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(expected(input, "the rule is nested too deeply"));
        }
        let inner = self.unary(input)?;
        self.depth -= 1;
        Ok(inner)
    }

    fn operand(&mut self, input: ParseStream) -> Result<Expr> {
        // Tokens from a `macro_rules` fragment come in invisible parentheses.
        if let Some(content) = invisible_group(input) {
            let inner = syn::parse::Parser::parse2(|input: ParseStream| self.expr(input, 0), content)?;
            return Ok(inner);
        }
        if input.peek(token::Paren) {
            let content;
            let paren = parenthesized!(content in input);
            let inner = inside(&content, |content| {
                let inner = self.expr(content, 0)?;
                if content.is_empty() { Ok(inner) } else { Err(expected(content, "expected an operator or `)`")) }
            })?;
            let range = Range { start: paren.span.open(), end: paren.span.close() };
            return Ok(Expr { kind: Kind::Paren(Box::new(inner)), range });
        }
        if input.peek(Lit) {
            let (data, range) = inline::scalar(input, "a number, a string, `true` or `false`")?;
            return Ok(Expr { kind: Kind::Literal(data), range });
        }
        if !input.peek(Ident) {
            return Err(expected(input, OPERAND));
        }
        if input.peek2(token::Paren) {
            return self.call(input);
        }
        let path: Path = input.parse()?;
        let range = path.range;
        if self.in_all && path.keys[0] == "v" {
            if path.keys.len() > 1 {
                return Err(range.error("`v` is the element; a rule cannot look into it"));
            }
            return index(input, Expr { kind: Kind::Element, range });
        }
        index(input, Expr { kind: Kind::Path(path), range })
    }

    fn call(&mut self, input: ParseStream) -> Result<Expr> {
        let function: Ident = input.parse()?;
        let name = function.to_string();
        if !FUNCTIONS.contains(&name.as_str()) {
            return Err(Error::new(function.span(), format!("unknown function `{name}`{}", hint(&name, &FUNCTIONS))));
        }
        let content;
        let paren = parenthesized!(content in input);
        let range = Range { start: function.span(), end: paren.span.close() };
        let kind = inside(&content, |content| {
            let kind = self.arguments(&function, content)?;
            content.parse::<Option<Token![,]>>()?;
            if content.is_empty() {
                return Ok(kind);
            }
            Err(expected(content, format!("expected an operator or the `)` of `{name}`")))
        })?;
        Ok(Expr { kind, range })
    }

    fn arguments(&mut self, function: &Ident, content: ParseStream) -> Result<Kind> {
        let in_all = self.in_all;
        let mut argument = || self.expr(content, 0).map(Box::new);
        Ok(match function.to_string().as_str() {
            "len" => Kind::Len(argument()?),
            "sum" => Kind::Sum(argument()?),
            "prod" => Kind::Product(argument()?),
            "unique" => {
                let mut lists = vec![self.expr(content, 0)?];
                while content.parse::<Option<Token![,]>>()?.is_some() && !content.is_empty() {
                    lists.push(self.expr(content, 0)?);
                }
                Kind::Unique(lists)
            }
            "is_set" => Kind::IsSet(content.parse()?),
            "when" => {
                let condition = argument()?;
                comma(content, "when(condition, rule)")?;
                Kind::When(condition, argument()?)
            }
            _ if in_all => return Err(Error::new(function.span(), "`all` cannot stand inside `all`")),
            _ => {
                let list = argument()?;
                comma(content, "all(list, condition on v)")?;
                self.in_all = true;
                let condition = self.expr(content, 0)?;
                self.in_all = false;
                Kind::All(list, Box::new(condition))
            }
        })
    }
}

/// `[k]`, any number of times.
fn index(input: ParseStream, mut list: Expr) -> Result<Expr> {
    while input.peek(token::Bracket) {
        let content;
        let bracket = bracketed!(content in input);
        let k = inside(&content, |content| {
            let number = content.parse::<LitInt>().ok().filter(|_| content.is_empty());
            let k = number.and_then(|number| number.base10_parse().ok());
            k.ok_or_else(|| {
                Range { start: bracket.span.open(), end: bracket.span.close() }
                    .error("expected the number of an element, for instance `range[0]`")
            })
        })?;
        let range = list.range.to(bracket.span.close().into());
        list = Expr { kind: Kind::Index(Box::new(list), k), range };
    }
    Ok(list)
}

fn comma(input: ParseStream, form: &str) -> Result<()> {
    if input.peek(Token![,]) {
        return input.parse::<Token![,]>().map(|_| ());
    }
    Err(expected(input, format!("expected an operator or `,`: `{form}`")))
}

fn invisible_group(input: ParseStream) -> Option<TokenStream> {
    let ahead = input.fork();
    match ahead.parse() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
            input.advance_to(&ahead);
            Some(group.stream())
        }
        _ => None,
    }
}

impl Parse for Path {
    fn parse(input: ParseStream) -> Result<Self> {
        if !input.peek(Ident::peek_any) {
            return Err(expected(input, "expected a field"));
        }
        let first = input.call(Ident::parse_any)?;
        let mut last = first.span();
        let mut keys = vec![first.unraw().to_string()];
        while input.peek(Token![.]) {
            input.parse::<Token![.]>()?;
            // A name in files need not be a word of Rust: `encoder."latent-dim"`.
            if input.peek(LitStr) {
                let name: LitStr = input.parse()?;
                last = name.span();
                keys.push(name.value());
                continue;
            }
            if !input.peek(Ident::peek_any) {
                return Err(expected(input, "expected a field after `.`"));
            }
            // Any word: `encoder.type` is the tag of a union.
            let name = input.call(Ident::parse_any)?;
            last = name.span();
            keys.push(name.unraw().to_string());
        }
        Ok(Self { keys, range: Range { start: first.span(), end: last } })
    }
}

fn peek_operator(input: ParseStream) -> Option<Operator> {
    macro_rules! peek {
        ($($token:tt $operator:ident)*) => {
            $(if input.peek(Token![$token]) {
                return Some(Operator::$operator);
            })*
        };
    }
    // The longer tokens first: `<` is also the start of `<=`.
    peek!(|| Or && And == Equal != NotEqual <= LessEqual >= GreaterEqual);
    let shift_or_assignment = input.peek(Token![<<])
        || input.peek(Token![>>])
        || input.peek(Token![+=])
        || input.peek(Token![-=])
        || input.peek(Token![*=])
        || input.peek(Token![/=])
        || input.peek(Token![%=]);
    if shift_or_assignment {
        return None;
    }
    peek!(< Less > Greater + Add - Subtract * Multiply / Divide % Remainder);
    None
}

fn take_operator(input: ParseStream, operator: Operator) -> Result<()> {
    for _ in 0..operator.text().len() {
        input.parse::<proc_macro2::Punct>()?;
    }
    Ok(())
}

const fn is_comparison(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::In(..) => true,
        Kind::Binary(operator, ..) => operator.precedence() == COMPARISON,
        _ => false,
    }
}

fn chain(left: &Expr, operator: Operator, right: &Expr) -> Error {
    let range = left.range.to(right.range);
    let Kind::Binary(_, _, middle) = &left.kind else {
        return range.error("comparisons cannot be chained; combine them with `&&`");
    };
    range.error(format!(
        "comparisons cannot be chained; write `{} && {} {} {}`",
        text(left),
        text(middle),
        operator.text(),
        text(right)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rule::{Expr, Kind, Rule, paths, text};

    fn parse(source: &str) -> Result<Rule, String> {
        syn::parse_str(source).map_err(|error: syn::Error| error.to_string())
    }

    /// The text with a pair of parentheses around every operation.
    fn grouped(expr: &Expr) -> String {
        match &expr.kind {
            Kind::Binary(operator, left, right) => {
                format!("({} {} {})", grouped(left), operator.text(), grouped(right))
            }
            Kind::Not(inner) => format!("(!{})", grouped(inner)),
            Kind::Negate(inner) => format!("(-{})", grouped(inner)),
            Kind::Paren(inner) => grouped(inner),
            _ => text(expr),
        }
    }

    #[test]
    fn precedence_is_that_of_rust() {
        for (source, expected) in [
            ("a || b && c", "(a || (b && c))"),
            ("a && b || c", "((a && b) || c)"),
            ("a == b + c * d", "(a == (b + (c * d)))"),
            ("a - b - c > 0", "(((a - b) - c) > 0)"),
            ("a / b % c * d == 1", "((((a / b) % c) * d) == 1)"),
            ("!a && -b < -1", "((!a) && ((-b) < -1))"),
            ("(a || b) && c", "((a || b) && c)"),
            ("a < b && b <= c", "((a < b) && (b <= c))"),
            ("a in [1, 2] && b", "(a in [1, 2] && b)"),
            ("!!a", "(!(!a))"),
            ("a in b && c", "(a in b && c)"),
            ("-a[0] < b.c[1][2]", "((-a[0]) < b.c[1][2])"),
        ] {
            assert_eq!(grouped(&parse(source).unwrap().expr), expected, "{source}");
        }
    }

    #[test]
    fn text_is_as_a_human_writes_it() {
        for source in [
            "encoder.latent_dim == decoder.latent_dim",
            "(a + b) * 2 >= -0.5",
            "all(sizes, v > 0 && v % 2 == 0)",
            "activation in [\"relu\", \"gelu\"]",
            "when(is_set(text), len(text.words) <= 1_000)",
            "sum(weights) == 1.0 || prod(shape) != n",
            "!is_set(a.type)",
            "-a < 3",
            "range[0] <= range[1]",
            "all(names, v in sizes) && unique(names, more.names)",
            "true",
        ] {
            let spread: String =
                source.chars().map(|c| if c == ' ' { "  ".to_owned() } else { c.to_string() }).collect();
            assert_eq!(text(&parse(&spread).unwrap().expr), source);
        }
    }

    #[test]
    fn paths_are_distinct_and_in_order() {
        let rule = parse("when(is_set(b.c), a > b.c && all(d, v < a)), \"message\",").unwrap();
        let names: Vec<_> = paths(&rule.expr).iter().map(|path| path.keys.join(".")).collect();
        assert_eq!(names, ["b.c", "a", "d"]);
        assert_eq!(rule.message.unwrap().value(), "message");
    }

    #[test]
    fn a_name_that_is_no_word_stands_in_quotes() {
        let rule = parse("a.\"b-c\".d > 0").unwrap();
        assert_eq!(paths(&rule.expr)[0].keys, ["a", "b-c", "d"]);
        assert_eq!(text(&rule.expr), "a.b-c.d > 0");
    }

    #[test]
    fn v_is_the_element_only_inside_all() {
        let rule = parse("v > 0 && all(v, v > 0) && v < 9").unwrap();
        assert_eq!(paths(&rule.expr).len(), 1);
        assert!(parse("all(x, v.y > 0)").is_err());
    }

    #[test]
    fn errors_say_what_was_expected() {
        for (source, expected) in [
            ("a < b < c", "comparisons cannot be chained; write `a < b && b < c`"),
            ("a + 1 < b * 2 <= c", "comparisons cannot be chained; write `a + 1 < b * 2 && b * 2 <= c`"),
            ("a in [1] == true", "comparisons cannot be chained; combine them with `&&`"),
            ("a = b", "expected an operator; write `==` to compare"),
            ("lne(a) > 0", "unknown function `lne`; did you mean `len`?"),
            ("a == ", "expected a field, a number, a string, `true`, `false`, `!`, `-`, `(` or a function"),
        ] {
            assert_eq!(parse(source).err().as_deref(), Some(expected), "{source}");
        }
        let deep = format!("{}a{}", "(".repeat(100), ")".repeat(100));
        assert_eq!(parse(&deep).err().as_deref(), Some("the rule is nested too deeply"));
        let deep = format!("{}a", "!".repeat(100));
        assert_eq!(parse(&deep).err().as_deref(), Some("the rule is nested too deeply"));
    }
}
