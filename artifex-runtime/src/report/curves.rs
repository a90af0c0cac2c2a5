//! Curves over the steps of a training, as inline SVG.

use super::scale::{Scale, four_digits};
use super::{Curve, escape, push};

/// Size of the picture in its own units, which a page scales to the room there is.
pub(super) const SIZE: [f64; 2] = [560.0, 280.0];
/// Left, top, right and bottom end of the plot.
pub(super) const PLOT: [f64; 4] = [58.0, 8.0, 548.0, 240.0];
/// Colours of the style sheet; further curves are dashed.
pub(super) const COLOURS: usize = 8;
/// Points from which on a curve is shown with its running mean.
const LONG: usize = 300;
/// Dash patterns of the first, second and third round of colours, and of all after it.
const DASHES: [&str; 3] = ["", " stroke-dasharray=\"6 4\"", " stroke-dasharray=\"2 4\""];

/// Adds the chart of one group.
pub(super) fn push_figure(html: &mut String, group: &str, curves: &[&Curve]) {
    push(html, format_args!("<figure>\n<figcaption><h3>{}</h3>\n", escape(group)));
    for (i, curve) in curves.iter().enumerate() {
        push_key(html, i, curve);
    }
    html.push_str("</figcaption>\n");
    push_svg(html, group, curves);
    html.push_str("</figure>\n");
}

/// The class and dash of a curve.
pub(super) fn look(i: usize) -> (String, &'static str) {
    (format!("stroke=\"var(--c{})\"", i % COLOURS), DASHES[(i / COLOURS).min(DASHES.len() - 1)])
}

/// Adds a curve's entry of the legend: its name, its last value, and how many values are missing.
fn push_key(html: &mut String, i: usize, curve: &Curve) {
    let (stroke, dash) = look(i);
    push(
        html,
        format_args!(
            "<span class=\"key\"><svg viewBox=\"0 0 18 8\" aria-hidden=\"true\"><path class=\"curve\" {stroke}{dash} \
             d=\"M1 4H17\"/></svg>{}",
            escape(&curve.name)
        ),
    );
    if let Some((_, value)) = finite(curve).next_back() {
        push(html, format_args!(" <b>{}</b>", four_digits(value)));
    }
    let missing = curve.points.len() - finite(curve).count();
    if missing > 0 {
        push(html, format_args!(" ({missing} not finite)"));
    }
    html.push_str("</span>\n");
}

/// The points that can be drawn.
fn finite(curve: &Curve) -> impl DoubleEndedIterator<Item = (u64, f64)> {
    curve.points.iter().copied().filter(|(_, value)| value.is_finite())
}

/// The stretches between values that are not finite.
fn runs(curve: &Curve) -> impl Iterator<Item = &[(u64, f64)]> {
    curve.points.split(|(_, value)| !value.is_finite())
}

fn push_svg(html: &mut String, group: &str, curves: &[&Curve]) {
    let points = || curves.iter().flat_map(|curve| finite(curve));
    let [width, height] = SIZE;
    let label = escape(group);
    push(
        html,
        format_args!("<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">\n"),
    );
    if let (Some(first), Some(last)) = (points().map(|p| p.0).min(), points().map(|p| p.0).max()) {
        let low = points().map(|p| p.1).fold(f64::INFINITY, f64::min);
        let high = points().map(|p| p.1).fold(f64::NEG_INFINITY, f64::max);
        let axes = Axes { steps: Scale::of_steps(first, last), values: Scale::of_values(low, high) };
        let has_means = curves.iter().any(|curve| runs(curve).any(|run| run.len() >= LONG));
        axes.push(html, has_means);
        for (i, curve) in curves.iter().enumerate() {
            axes.push_curve(html, i, curve);
        }
    } else {
        let [x, y] = [width / 2.0, height / 2.0];
        push(html, format_args!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">no finite value</text>\n"));
    }
    html.push_str("</svg>\n");
}

/// The two scales of a chart.
struct Axes {
    steps: Scale,
    values: Scale,
}

impl Axes {
    /// Where a point is in the picture.
    fn place(&self, (step, value): (u64, f64)) -> [f64; 2] {
        #[expect(clippy::cast_precision_loss, reason = "a position in a picture")]
        let step = step as f64;
        [x_of(self.steps.position(step)), y_of(self.values.position(value))]
    }

    /// Adds grid lines, axes and labels.
    fn push(&self, html: &mut String, has_means: bool) {
        let [left, top, right, bottom] = PLOT;
        for tick in self.values.ticks(5, 0.0) {
            let y = y_of(self.values.position(tick.value));
            push(html, format_args!("<path class=\"grid\" d=\"M{left} {y:.1}H{right}\"/>"));
            let (x, y) = (left - 8.0, y + 3.8);
            push(html, format_args!("<text x=\"{x}\" y=\"{y:.1}\" text-anchor=\"end\">{}</text>\n", tick.label));
        }
        for tick in self.steps.ticks(6, 1.0) {
            let x = x_of(self.steps.position(tick.value));
            push(html, format_args!("<path class=\"axis\" d=\"M{x:.1} {bottom}v4\"/>"));
            let y = bottom + 18.0;
            push(html, format_args!("<text x=\"{x:.1}\" y=\"{y}\" text-anchor=\"middle\">{}</text>\n", tick.label));
        }
        push(html, format_args!("<path class=\"axis\" d=\"M{left} {top}V{bottom}H{right}\"/>\n"));
        let (x, y) = (f64::midpoint(left, right), SIZE[1] - 6.0);
        let scale = if self.values.is_logarithmic() { "; logarithmic scale" } else { "" };
        let means = if has_means { "; thick lines: running means over 2 %" } else { "" };
        push(html, format_args!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">step{scale}{means}</text>\n"));
    }

    /// Adds a curve: a line through every run of finite values, a dot where a run is a single point, and a dot at the end.
    /// A long run is drawn faintly, with its running mean on top.
    fn push_curve(&self, html: &mut String, i: usize, curve: &Curve) {
        let (stroke, dash) = look(i);
        let fill = stroke.replace("stroke", "fill");
        for run in runs(curve) {
            let places: Vec<[f64; 2]> = run.iter().map(|&point| self.place(point)).collect();
            match places.as_slice() {
                [] => {}
                [[x, y]] => push(html, format_args!("<circle {fill} cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"2.5\"/>\n")),
                places if places.len() < LONG => push_path(html, "curve", &format!("{stroke}{dash}"), places),
                places => {
                    push_path(html, "curve faint", &stroke, &thinned(places));
                    push_path(html, "mean curve", &format!("{stroke}{dash}"), &running_mean(places));
                }
            }
        }
        if let Some((step, value)) = finite(curve).next_back() {
            let [x, y] = self.place((step, value));
            let title = format!("{}: {} at step {step}", escape(&curve.name), four_digits(value));
            push(
                html,
                format_args!("<circle {fill} cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"3\"><title>{title}</title></circle>\n"),
            );
        }
    }
}

/// Adds a line through places of the picture.
pub(super) fn push_path(html: &mut String, class: &str, attributes: &str, places: &[[f64; 2]]) {
    push(html, format_args!("<path class=\"{class}\" {attributes} d=\""));
    for (i, [x, y]) in places.iter().enumerate() {
        push(html, format_args!("{}{x:.2} {y:.2}", if i == 0 { 'M' } else { 'L' }));
    }
    html.push_str("\"/>\n");
}

/// The mean over a fiftieth of the points around each, at up to [`LONG`] points. It is taken of places in the picture, so
/// on a logarithmic scale it is the geometric mean of the values.
fn running_mean(places: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let reach = places.len() / 100;
    let mean = |i: usize| {
        // The same number of points on both sides, or a slope would bend at the ends.
        let reach = reach.min(i).min(places.len() - 1 - i);
        let around = &places[i - reach..=i + reach];
        #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 points")]
        let count = around.len() as f64;
        [places[i][0], around.iter().map(|[_, y]| y).sum::<f64>() / count]
    };
    (0..LONG).map(|i| mean(i * (places.len() - 1) / (LONG - 1))).collect()
}

/// A horizontal position from 0 to 1 in the picture.
pub(super) fn x_of(position: f64) -> f64 {
    PLOT[0] + position * (PLOT[2] - PLOT[0])
}

/// A vertical position from 0 to 1 in the picture, whose y axis points down.
pub(super) fn y_of(position: f64) -> f64 {
    PLOT[3] - position * (PLOT[3] - PLOT[1])
}

/// Runs thinned to what a screen can show: of each narrow column the first, lowest, highest and last point, which draws the
/// same picture (Jugel, Jerzak, Hackenbroich, Markl, "M4", VLDB 2014). Columns of up to four points stay whole.
pub(super) fn thinned(points: &[[f64; 2]]) -> Vec<[f64; 2]> {
    const COLUMN: f64 = 0.5;
    #[expect(clippy::cast_possible_truncation, reason = "a column of the picture")]
    let column = |[x, _]: &[f64; 2]| (x / COLUMN) as i64;
    let mut out = Vec::new();
    for of_column in points.chunk_by(|a, b| column(a) == column(b)) {
        let index = |order: fn(f64, f64) -> bool| {
            (1..of_column.len()).fold(0, |best, i| if order(of_column[i][1], of_column[best][1]) { i } else { best })
        };
        let mut kept = vec![0, index(|a, b| a < b), index(|a, b| a > b), of_column.len() - 1];
        if of_column.len() <= kept.len() {
            out.extend(of_column);
            continue;
        }
        kept.sort_unstable();
        kept.dedup();
        out.extend(kept.into_iter().map(|i| of_column[i]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(points: Vec<(u64, f64)>) -> Curve {
        Curve { name: "loss".to_owned(), points, group: "Loss".to_owned() }
    }

    fn svg(curves: &[Curve]) -> String {
        let mut html = String::new();
        push_figure(&mut html, "Loss", &curves.iter().collect::<Vec<_>>());
        html
    }

    /// All coordinates of the curves (not of legend keys).
    fn coordinates(html: &str) -> Vec<[f64; 2]> {
        let lines = html.lines().filter(|line| line.starts_with("<path class=\"curve") || line.starts_with("<circle"));
        let mut out = Vec::new();
        for line in lines {
            let attribute =
                |name: &str| line.split_once(&format!(" {name}=\"")).map(|(_, rest)| rest.split('"').next().unwrap());
            if let Some(d) = attribute("d") {
                for point in d[1..].split('L') {
                    let (x, y) = point.split_once(' ').unwrap();
                    out.push([x.parse().unwrap(), y.parse().unwrap()]);
                }
            } else if let (Some(x), Some(y)) = (attribute("cx"), attribute("cy")) {
                out.push([x.parse().unwrap(), y.parse().unwrap()]);
            }
        }
        out
    }

    fn assert_inside(coordinates: &[[f64; 2]]) {
        let [left, top, right, bottom] = PLOT;
        for [x, y] in coordinates {
            assert!((left..=right).contains(x) && (top..=bottom).contains(y), "({x}, {y}) is outside of the plot");
        }
    }

    #[test]
    fn every_point_is_in_the_picture_at_its_place() {
        let points: Vec<(u64, f64)> = (0..200).map(|i| (10 * i, (i as f64 * 0.1).sin() - 3.0)).collect();
        let found = coordinates(&svg(&[curve(points.clone())]));
        assert_eq!(found.len(), points.len() + 1); // and the dot at the end
        assert_inside(&found);
        let (low, high) = points.iter().fold((f64::MAX, f64::MIN), |(l, h), p| (l.min(p.1), h.max(p.1)));
        let (top, bottom) = found.iter().fold((f64::MAX, f64::MIN), |(t, b), p| (t.min(p[1]), b.max(p[1])));
        for (point, [x, y]) in points.iter().zip(&found) {
            assert!((x - (PLOT[0] + (PLOT[2] - PLOT[0]) * point.0 as f64 / 1990.0)).abs() < 0.006);
            assert!((y - (bottom - (bottom - top) * (point.1 - low) / (high - low))).abs() < 0.02);
        }
    }

    #[test]
    fn wide_positive_values_are_drawn_logarithmically() {
        let html = svg(&[curve(vec![(1, 1000.0), (2, 10.0), (3, 0.1)])]);
        let found = coordinates(&html);
        assert!((found[1][1] - f64::midpoint(found[0][1], found[2][1])).abs() < 0.02);
        assert!(html.contains("logarithmic scale") && html.contains(">100</text>"));
        assert!(!svg(&[curve(vec![(1, 1000.0), (2, -1.0)])]).contains("logarithmic"));
    }

    #[test]
    fn values_that_are_not_finite_make_gaps_and_are_counted() {
        let html =
            svg(&[curve(vec![(0, 1.0), (1, 2.0), (2, f64::NAN), (3, 3.0), (4, f64::INFINITY), (5, 2.0), (6, 1.5)])]);
        assert_eq!(html.lines().filter(|line| line.starts_with("<path class=\"curve\"")).count(), 2);
        assert_eq!(html.matches("<circle").count(), 2); // the single point and the end
        assert!(html.contains("(2 not finite)") && html.contains("<b>1.500</b>"));
        assert_inside(&coordinates(&html));
        let nothing = svg(&[curve(vec![(0, f64::NAN)]), curve(vec![])]);
        assert!(nothing.contains("no finite value") && nothing.contains("(1 not finite)"));
        assert!(!html.contains("NaN") && !html.contains("inf"));
    }

    #[test]
    fn long_curves_are_thinned_without_losing_extremes() {
        let mut points: Vec<(u64, f64)> = (0..100_000).map(|i| (i, (i as f64 * 0.37).sin())).collect();
        points[41_234].1 = 50.0;
        points[70_001].1 = -50.0;
        let html = svg(&[curve(points)]);
        assert!(html.len() < 100_000, "{} bytes", html.len());
        let found = coordinates(&html);
        assert_inside(&found);
        assert!(found.is_sorted_by(|a, b| a[0] <= b[0]));
        let axes = Axes { steps: Scale::of_steps(0, 99_999), values: Scale::of_values(-50.0, 50.0) };
        for extreme in [(41_234, 50.0), (70_001, -50.0), (0, 0.0)] {
            let [x, y] = axes.place(extreme);
            assert!(found.iter().any(|p| (p[0] - x).abs() < 0.01 && (p[1] - y).abs() < 0.01), "{extreme:?} is missing");
        }
    }

    #[test]
    fn the_running_mean_follows_lines_and_averages_noise() {
        let line: Vec<[f64; 2]> = (0..1000).map(|i| [f64::from(i), 3.0 * f64::from(i)]).collect();
        let mean = running_mean(&line);
        assert_eq!((mean.len(), mean[0], mean[LONG - 1]), (LONG, line[0], line[999]));
        assert!(mean.iter().all(|[x, y]| (y - 3.0 * x).abs() < 1e-9));
        let noise: Vec<[f64; 2]> = (0..1000).map(|i| [f64::from(i), f64::from(i % 2)]).collect();
        // 21 points with 10 or 11 ones, away from the ends.
        assert!(running_mean(&noise)[10..LONG - 10].iter().all(|[_, y]| (y - 0.5).abs() < 0.03));
        let html = svg(&[curve((0..1000).map(|i| (i, f64::from(i as u32 % 2))).collect())]);
        assert!(html.contains("<path class=\"curve faint\"") && html.contains("<path class=\"mean curve\""));
        assert!(html.contains("running means") && !svg(&[curve(vec![(0, 1.0), (1, 2.0)])]).contains("running means"));
    }

    #[test]
    fn many_curves_stay_distinguishable() {
        let curves: Vec<Curve> = (0..20).map(|i| curve(vec![(0, f64::from(i)), (1, 1.0)])).collect();
        let html = svg(&curves);
        let mut looks: Vec<String> = html
            .lines()
            .filter(|line| line.starts_with("<path class=\"curve\""))
            .map(|line| line.split(" d=").next().unwrap().to_owned())
            .collect();
        looks.sort();
        looks.dedup();
        assert_eq!(looks.len(), 20);
        assert_eq!(html.matches("class=\"key\"").count(), 20);
    }
}
