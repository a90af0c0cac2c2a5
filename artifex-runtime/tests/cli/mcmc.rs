//! `artifex mcmc`: densities.

use super::*;

/// A density that takes a moment to sample.
const MCMC: &str = r#"
name = "schools"
chains = 8
warm_up = 40
draws = 30
[posterior]
type = "hierarchical_normal"
y = [28, 8, -3]
sigma = [15, 10, 16]
"#;

#[test]
fn a_density_is_sampled_and_leaves_its_files() {
    let case = Case::new();
    case.write("mcmc.toml", MCMC);
    let finished = case.run(&["mcmc", "mcmc.toml", "thin=2"]);
    assert_eq!(finished.code, 0, "{}", finished.err);
    let lines: Vec<&str> = finished.out.lines().collect();
    assert!(lines[0].trim_start().starts_with("mean ") && lines[0].ends_with("r_hat"), "{}", finished.out);
    assert!(lines[1].starts_with("mu ") && lines[2].starts_with("tau "), "{}", finished.out);
    assert_eq!(*lines.last().unwrap(), "runs/schools-1");
    assert!(finished.err.contains("hierarchical_normal, 5 coordinates"), "{}", finished.err);
    assert!(finished.err.contains("warning: too few effective draws: "), "{}", finished.err);
    let csv = case.read("runs/schools-1/draws.csv");
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 1 + 8 * 30);
    assert_eq!(rows[0][..6], ["chain", "draw", "divergent", "log_density", "mu", "tau"]);
    assert_eq!((rows[0].last(), rows[31][0], rows[31][1]), (Some(&"theta[3]"), "2", "1"));
    // The table is that of the draws.
    let summary: serde_json::Value = serde_json::from_str(&case.read("runs/schools-1/summary.json")).unwrap();
    let mean = rows[1..].iter().map(|row| f64::from(row[5].parse::<f32>().unwrap())).sum::<f64>() / 240.0;
    assert!((summary["quantities"][1]["mean"].as_f64().unwrap() - mean).abs() < 1e-9);
    assert_eq!((&summary["quantities"][1]["name"], &summary["thin"]), (&"tau".into(), &2.into()));
    let report = case.read("runs/schools-1/report.html");
    for part in ["<h2>Warnings</h2>", "<h2>Quantities</h2>", "<h3>mu and tau</h3>", "<h2>Energy</h2>", "thin = 2"] {
        assert!(report.contains(part), "{part}");
    }
    // The config in the run gives the same run.
    let again = case.ok(&["mcmc", "runs/schools-1/config.toml"]);
    assert_eq!(again.lines().next_back(), Some("runs/schools-2"));
    assert_eq!(case.read("runs/schools-2/draws.csv"), csv);
}

#[test]
fn mistakes_in_densities_have_their_place() {
    let case = Case::new();
    case.write("mcmc.toml", MCMC.replace("draws = 30", "drasw = 30").replace("[28, 8, -3]", "[28, 8]"));
    let finished = case.run(&["mcmc", "mcmc.toml"]);
    assert_eq!(finished.code, 1);
    assert!(finished.err.contains("unknown field `drasw` in `McmcConfig`; did you mean `draws`?"), "{}", finished.err);
    assert!(finished.err.contains("--> mcmc.toml:5:1"), "{}", finished.err);
    assert!(finished.err.contains("one standard error for each estimate"), "{}", finished.err);
    case.write("mcmc.toml", MCMC);
    assert_eq!(case.ok(&["check", "mcmc.toml"]), "mcmc.toml: ok (posterior hierarchical_normal)\n");
    assert!(case.ok(&["explain", "mcmc.toml"]).contains("posterior.mu_scale"));
    let finished = case.run(&["mcmc", "mcmc.toml", "chains=1"]);
    assert_eq!(finished.code, 1);
    assert!(finished.err.contains("run dozens, or use the sampler `hmc`"), "{}", finished.err);
    assert!(!case.path("runs").exists(), "nothing was sampled");
    // The loader has no place for a file that is not there; the message names it.
    case.write(
        "mcmc.toml",
        "[posterior]\ntype = \"logistic_regression\"\ndata = { type = \"csv\", path = \"no.csv\" }\n",
    );
    let finished = case.run(&["mcmc", "mcmc.toml"]);
    assert!(finished.err.contains("no.csv: ") && finished.err.contains("check the path"), "{}", finished.err);
    assert_eq!(finished.code, 1, "{}", finished.err);
}

#[test]
fn a_new_config_of_a_density_is_fine() {
    let case = Case::new();
    let text = case.ok(&["new", "mcmc"]);
    assert!(text.starts_with("#:schema ../schemas/taplo/mcmc.json\n# Sample with: artifex mcmc FILE."), "{text}");
    case.write("new.toml", &text);
    assert_eq!(case.ok(&["check", "new.toml"]), "new.toml: ok (posterior hierarchical_normal)\n");
}
