//! Lines and points between two axes, as inline SVG.

use super::curves::{COLOURS, PLOT, SIZE, look, push_path, thinned, x_of, y_of};
use super::scale::Scale;
use super::{escape, push};

/// A picture of lines and points.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Its caption.
    pub title: String,
    /// What the horizontal and the vertical axis show.
    pub axes: [String; 2],
    /// What is drawn, the last one on top.
    pub lines: Vec<Line>,
}

/// Points of a [`Plot`].
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is called in the legend, which an empty name is not in.
    pub name: String,
    /// Where the points are. Those with a coordinate that is not finite are left out.
    pub points: Vec<[f64; 2]>,
    /// Whether each point is drawn as a dot; else a line goes through them.
    pub marks: bool,
}

impl Line {
    fn finite(&self) -> impl Iterator<Item = [f64; 2]> {
        self.points.iter().copied().filter(|[x, y]| x.is_finite() && y.is_finite())
    }
}

impl Plot {
    pub(super) fn push(&self, html: &mut String) {
        push(html, format_args!("<figure>\n<figcaption><h3>{}</h3>\n", escape(&self.title)));
        for (i, line) in self.lines.iter().enumerate().filter(|(_, line)| !line.name.is_empty()) {
            let (stroke, dash) = look(i);
            let name = escape(&line.name);
            let key = if line.marks {
                format!("<circle fill=\"var(--c{})\" cx=\"9\" cy=\"4\" r=\"3\"/>", i % COLOURS)
            } else {
                format!("<path class=\"curve\" {stroke}{dash} d=\"M1 4H17\"/>")
            };
            push(
                html,
                format_args!(
                    "<span class=\"key\"><svg viewBox=\"0 0 18 8\" aria-hidden=\"true\">{key}</svg>{name}</span>\n"
                ),
            );
        }
        html.push_str("</figcaption>\n");
        let ([width, height], label) = (SIZE, escape(&self.title));
        push(
            html,
            format_args!(
                "<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">\n"
            ),
        );
        if let Some(scales) = self.scales() {
            self.push_inside(html, &scales);
        } else {
            let [x, y] = [width / 2.0, height / 2.0];
            push(html, format_args!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">no finite value</text>\n"));
        }
        html.push_str("</svg>\n</figure>\n");
    }

    /// Scales that hold all points; none if there is no point.
    fn scales(&self) -> Option<[Scale; 2]> {
        let mut ends: Option<[[f64; 2]; 2]> = None;
        for point in self.lines.iter().flat_map(Line::finite) {
            let [low, high] = ends.get_or_insert([point, point]);
            for axis in 0..2 {
                low[axis] = low[axis].min(point[axis]);
                high[axis] = high[axis].max(point[axis]);
            }
        }
        ends.map(|[low, high]| [Scale::linear(low[0], high[0]), Scale::linear(low[1], high[1])])
    }

    fn push_inside(&self, html: &mut String, [across, up]: &[Scale; 2]) {
        let [left, top, right, bottom] = PLOT;
        for tick in up.ticks(5, 0.0) {
            let y = y_of(up.position(tick.value));
            push(html, format_args!("<path class=\"grid\" d=\"M{left} {y:.1}H{right}\"/>"));
            let (x, y) = (left - 8.0, y + 3.8);
            push(html, format_args!("<text x=\"{x}\" y=\"{y:.1}\" text-anchor=\"end\">{}</text>\n", tick.label));
        }
        for tick in across.ticks(6, 0.0) {
            let x = x_of(across.position(tick.value));
            push(html, format_args!("<path class=\"axis\" d=\"M{x:.1} {bottom}v4\"/>"));
            let y = bottom + 18.0;
            push(html, format_args!("<text x=\"{x:.1}\" y=\"{y}\" text-anchor=\"middle\">{}</text>\n", tick.label));
        }
        push(html, format_args!("<path class=\"axis\" d=\"M{left} {top}V{bottom}H{right}\"/>\n"));
        let [x_name, y_name] = [escape(&self.axes[0]), escape(&self.axes[1])];
        let (x, y) = (f64::midpoint(left, right), SIZE[1] - 6.0);
        push(html, format_args!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{x_name}</text>\n"));
        let (x, y) = (12.0, f64::midpoint(top, bottom));
        push(
            html,
            format_args!(
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" transform=\"rotate(-90 {x} {y})\">{y_name}</text>\n"
            ),
        );
        for (i, line) in self.lines.iter().enumerate() {
            let (stroke, dash) = look(i);
            let place = |[x, y]: [f64; 2]| [x_of(across.position(x)), y_of(up.position(y))];
            let places: Vec<[f64; 2]> = line.finite().map(place).collect();
            if line.marks {
                // Each dot is a line of no length, which its round ends make visible.
                push(html, format_args!("<path class=\"dots\" {stroke} d=\""));
                for [x, y] in places {
                    push(html, format_args!("M{x:.1} {y:.1}h0"));
                }
                html.push_str("\"/>\n");
            } else if !places.is_empty() {
                push_path(html, "thin curve", &format!("{stroke}{dash}"), &thinned(&places));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot(lines: Vec<Line>) -> String {
        let mut html = String::new();
        Plot { title: "t".to_owned(), axes: ["x".to_owned(), "y".to_owned()], lines }.push(&mut html);
        html
    }

    fn line(points: &[[f64; 2]], marks: bool) -> Line {
        Line { name: "a".to_owned(), points: points.to_vec(), marks }
    }

    #[test]
    fn dots_and_lines_are_at_their_places() {
        let points = [[-1.0, 0.0], [f64::NAN, 1.0], [0.0, 2.0], [1.0, 1.0], [2.0, f64::INFINITY]];
        let html = plot(vec![line(&points, false), line(&points, true)]);
        let path = |class: &str| {
            let line = html.lines().find(|line| line.starts_with(&format!("<path class=\"{class}\""))).unwrap();
            line.split_once(" d=\"M").unwrap().1.trim_end_matches("\"/>").to_owned()
        };
        let parse = |text: &str| text.split(' ').map(|number| number.parse().unwrap()).collect::<Vec<f64>>();
        let drawn: Vec<_> = path("thin curve").split('L').map(parse).collect();
        let dots: Vec<_> = path("dots").split('M').map(|dot| parse(dot.trim_end_matches("h0"))).collect();
        assert_eq!((drawn.len(), dots.len()), (3, 3));
        for (drawn, dot) in drawn.iter().zip(&dots) {
            assert!((drawn[0] - dot[0]).abs() <= 0.06 && (drawn[1] - dot[1]).abs() <= 0.06);
        }
        // The middle of three evenly spaced points, and the highest one.
        assert!((drawn[1][0] - f64::midpoint(drawn[0][0], drawn[2][0])).abs() < 0.02);
        assert!((drawn[2][1] - f64::midpoint(drawn[0][1], drawn[1][1])).abs() < 0.02);
        assert!(drawn[1][1] < drawn[2][1] && drawn[1][1] > PLOT[1]);
        assert_eq!(html.matches("class=\"key\"").count(), 2);
        assert!(!html.contains("NaN") && !html.contains("inf"));
    }

    #[test]
    fn nothing_to_draw_is_said() {
        assert!(plot(vec![line(&[[f64::NAN, 1.0]], true)]).contains("no finite value"));
        let unnamed = Line { name: String::new(), ..line(&[[1.0, 1.0]], true) };
        assert!(!plot(vec![unnamed]).contains("class=\"key\""));
    }
}
