//! The report of a run, from what the run left on disk.

use super::run_dir::RunDir;
use crate::report::{Curve, Report, ReportError, Section};
use serde_json::Value as Json;
use std::fs;

/// The pictures that a run may leave, with what they show.
const PICTURES: [(&str, &str); 5] = [
    ("Samples", "samples.png"),
    ("Held-out examples, each row above its reconstructions", "reconstructions.png"),
    ("On the line between the latents of two held-out examples, a pair each row", "interpolation.png"),
    ("The latent of a held-out example with one variable each row going from -3 to 3", "traversal.png"),
    ("The latents of held-out examples, one each row, with every class", "classes.png"),
];

/// Writes `report.html` of a run: its curves from the metrics file, its texts, pictures and config, under a summary.
///
/// # Errors
/// [`ReportError`] if a picture cannot be read or the report not be written.
pub fn write_report(run: &RunDir, title: &str, summary: Vec<(String, String)>) -> Result<(), ReportError> {
    let metrics = fs::read_to_string(run.metrics()).unwrap_or_default();
    let images = PICTURES
        .into_iter()
        .map(|(caption, name)| (caption.to_owned(), run.samples().join(name)))
        .filter(|(_, path)| path.is_file())
        .collect();
    Report {
        title: title.to_owned(),
        sections: vec![
            Section::Summary(summary),
            Section::Curves(curves(&metrics)),
            Section::Images(images),
            Section::Text(
                "Samples".to_owned(),
                fs::read_to_string(run.samples().join("samples.txt")).unwrap_or_default(),
            ),
            Section::Text("Config".to_owned(), fs::read_to_string(run.config()).unwrap_or_default()),
        ],
    }
    .write_html(&run.report())
}

/// A curve for every number of the metrics file; training and held-out values of one term share a chart. So do the losses of
/// several players, `generator_loss` and `discriminator_loss` for instance, and the scores that one gives, `real_score` and
/// `fake_score`.
fn curves(metrics: &str) -> Vec<Curve> {
    let mut curves: Vec<Curve> = Vec::new();
    for line in metrics.lines() {
        let Ok(Json::Object(line)) = serde_json::from_str(line) else { continue };
        let (Some(step), Some(split)) =
            (line.get("step").and_then(Json::as_u64), line.get("split").and_then(Json::as_str))
        else {
            continue;
        };
        for (term, value) in &line {
            // `null` is how JSON writes a number that is not finite.
            let value = match value {
                Json::Number(number) if term != "step" => number.as_f64().unwrap_or(f64::NAN),
                Json::Null => f64::NAN,
                _ => continue,
            };
            let plain = || term.replace('_', " ");
            let (group, name) = match (term.as_str(), term.split_once('_')) {
                ("total", _) => ("loss".to_owned(), split.replace('_', "-")),
                ("learning_rate" | "gradient_norm" | "steps_per_second", _) => (plain(), plain()),
                (_, Some((who, "loss"))) => ("losses of the players".to_owned(), who.to_owned()),
                (_, Some((what, "score"))) => ("scores".to_owned(), what.to_owned()),
                _ => (plain(), split.replace('_', "-")),
            };
            match curves.iter_mut().find(|curve| curve.group == group && curve.name == name) {
                Some(curve) => curve.points.push((step, value)),
                None => curves.push(Curve { name, points: vec![(step, value)], group }),
            }
        }
    }
    curves
}

#[cfg(test)]
mod tests {
    use super::curves;

    #[test]
    fn terms_of_both_splits_share_a_chart() {
        let text = "{\"step\":1,\"split\":\"train\",\"total\":3.0,\"learning_rate\":0.1}\n\
                    {\"step\":2,\"split\":\"held_out\",\"total\":2.5}\nnot json\n{\"step\":2,\"split\":\"train\",\"total\":2.0";
        let found: Vec<_> = curves(text).into_iter().map(|curve| (curve.group, curve.name, curve.points)).collect();
        let curve = |group: &str, name: &str, points: &[(u64, f64)]| (group.into(), name.into(), points.to_vec());
        assert_eq!(
            found,
            [
                curve("loss", "train", &[(1, 3.0)]),
                curve("learning rate", "learning rate", &[(1, 0.1)]),
                curve("loss", "held-out", &[(2, 2.5)]),
            ]
        );
    }

    #[test]
    fn players_share_a_chart() {
        let text = "{\"step\":1,\"split\":\"train\",\"discriminator_loss\":1.5,\"real_score\":0.5,\"fake_score\":-0.5}\n\
                    {\"step\":2,\"split\":\"train\",\"discriminator_loss\":1.25,\"generator_loss\":0.75}\n";
        let found: Vec<_> = curves(text).into_iter().map(|curve| (curve.group, curve.name, curve.points)).collect();
        let curve = |group: &str, name: &str, points: &[(u64, f64)]| (group.into(), name.into(), points.to_vec());
        assert_eq!(
            found,
            [
                curve("losses of the players", "discriminator", &[(1, 1.5), (2, 1.25)]),
                curve("scores", "real", &[(1, 0.5)]),
                curve("scores", "fake", &[(1, -0.5)]),
                curve("losses of the players", "generator", &[(2, 0.75)]),
            ]
        );
    }
}
