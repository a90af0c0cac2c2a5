//! Search for hyperparameters.

use crate::case::{Case, Tally};
use crate::foundations::BaseConfig;
use artifex::ModelConfig;
use serde_json::Value as Json;
use std::collections::BTreeMap;

classes! {
    parameter_distribution categorical_distribution log_uniform_distribution uniform_distribution choice_distribution
    hyperparam_search_config
}

/// What a search may change.
#[derive(Debug, PartialEq, ModelConfig)]
struct ParameterDistribution {
    #[config(default = "")]
    name: String,
    #[config(default = "")]
    param_path: String,
}

/// One of some values.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "categorical")]
struct CategoricalDistribution {
    #[config(flatten)]
    base: ParameterDistribution,
    #[config(len(min = 1))]
    categories: Vec<Json>,
}

/// A number, its logarithm uniform.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "log_uniform", rule(high > low))]
struct LogUniformDistribution {
    #[config(flatten)]
    base: ParameterDistribution,
    #[config(default = 1e-6, exclusive_min = 0)]
    low: f64,
    #[config(default = 1.0)]
    high: f64,
}

/// A number.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "uniform", rule(high > low))]
struct UniformDistribution {
    #[config(flatten)]
    base: ParameterDistribution,
    #[config(default = 0.0)]
    low: f64,
    #[config(default = 1.0)]
    high: f64,
    #[config(exclusive_min = 0)]
    q: Option<f64>,
    #[config(default = false)]
    log_scale: bool,
}

/// One of some values, which may weigh differently.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "choice", rule(len(weights) == len(choices)), rule(sum(weights) != 0))]
struct ChoiceDistribution {
    #[config(flatten)]
    base: ParameterDistribution,
    #[config(len(min = 1))]
    choices: Vec<Json>,
    #[config(each(min = 0))]
    weights: Option<Vec<f64>>,
}

/// The distributions.
#[derive(Debug, PartialEq, ModelConfig)]
enum Distribution {
    Categorical(CategoricalDistribution),
    LogUniform(LogUniformDistribution),
    Uniform(UniformDistribution),
    Choice(ChoiceDistribution),
}

/// How a search goes on.
#[derive(Debug, PartialEq, ModelConfig)]
enum SearchType {
    Grid,
    Random,
    Bayesian,
    Population,
}

/// What is better.
#[derive(Debug, PartialEq, ModelConfig)]
enum Direction {
    Minimize,
    Maximize,
}

/// A search for hyperparameters.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rule(max_parallel_trials <= num_trials))]
struct HyperparamSearchConfig {
    #[config(flatten, default = { name = "hyperparam_search" })]
    base: BaseConfig,
    #[config(default = "random")]
    search_type: SearchType,
    #[config(default = 10, min = 1)]
    num_trials: usize,
    #[config(default = 1, min = 1)]
    max_parallel_trials: usize,
    #[config(default)]
    search_space: BTreeMap<String, Distribution>,
    #[config(default = false)]
    early_stopping: bool,
    #[config(default = 10, min = 1)]
    patience: usize,
    #[config(default = false)]
    pruning: bool,
    #[config(default = 1, min = 1)]
    pruning_interval: usize,
    #[config(default = "minimize")]
    direction: Direction,
    #[config(default = "validation_loss")]
    metric: String,
    #[config(default = 42)]
    seed: i64,
    tracking_uri: Option<String>,
}

fn parameter_distribution() -> Tally {
    Case::<ParameterDistribution>::new("")
        .defaults("name=''; param_path=''")
        .accepts("name=rate; param_path=optimizer.learning_rate")
        .rejects(
            "parameter=rate",
            "unknown field `parameter` in `ParameterDistribution`; its fields are `name`, `param_path`",
        )
        .tally()
}

fn categorical_distribution() -> Tally {
    Case::<CategoricalDistribution>::new("categories = ['relu', 'gelu']")
        .requires("categories")
        .defaults("type=categorical")
        .accepts("categories=['relu']")
        .accepts("categories=[1, 2.5, 'relu', [8, 8], { depth = 2 }]")
        .rejects("categories=[]", "`categories` has 0 elements, expected at least 1")
        .accepts("type=categorical")
        .rejects("type=choice", "`type` is \"choice\", but the type of `CategoricalDistribution` is \"categorical\"")
        .tally()
}

fn log_uniform_distribution() -> Tally {
    Case::<LogUniformDistribution>::new("")
        .defaults("type=log_uniform; low=1e-06; high=1.0")
        .above_zero("low")
        .accepts("low=1e-5; high=1.1e-5")
        .rejects("low=1", "rule `high > low` of `LogUniformDistribution` does not hold: high is 1.0, low is 1")
        .rejects(
            "low=0.5; high=0.25",
            "rule `high > low` of `LogUniformDistribution` does not hold: high is 0.25, low is 0.5",
        )
        .accepts("type=log_uniform")
        .rejects("type=uniform", "`type` is \"uniform\", but the type of `LogUniformDistribution` is \"log_uniform\"")
        .tally()
}

fn uniform_distribution() -> Tally {
    Case::<UniformDistribution>::new("")
        .defaults("type=uniform; low=0.0; high=1.0; log_scale=false")
        .above_zero("q")
        .accepts("low=-1; high=-0.5")
        .accepts("low=3; high=4")
        .rejects("low=1", "rule `high > low` of `UniformDistribution` does not hold: high is 1.0, low is 1")
        .accepts("type=uniform")
        .rejects("type=log_uniform", "`type` is \"log_uniform\", but the type of `UniformDistribution` is \"uniform\"")
        .rejects("high=-1", "rule `high > low` of `UniformDistribution` does not hold: high is -1, low is 0.0")
        .tally()
}

fn choice_distribution() -> Tally {
    Case::<ChoiceDistribution>::new("choices = ['adam', 'sgd']")
        .requires("choices")
        .defaults("type=choice")
        .accepts("choices=['adam']")
        .accepts("choices=[true, { name = 'adam' }]; weights=[1, 2]")
        .rejects("choices=[]", "`choices` has 0 elements, expected at least 1")
        .accepts("weights=[0, 1]")
        .accepts("weights=[0.5, 0.5]")
        .rejects(
            "weights=[1]",
            "rule `len(weights) == len(choices)` of `ChoiceDistribution` does not hold: weights is [1], choices is \
             [\"adam\", \"sgd\"]",
        )
        .rejects(
            "weights=[1, 1, 1]",
            "rule `len(weights) == len(choices)` of `ChoiceDistribution` does not hold: weights is [1, 1, 1], choices \
             is [\"adam\", \"sgd\"]",
        )
        .rejects("weights=[2, -1]", "`weights[1]` is -1, below the minimum 0")
        .rejects("weights=[0, 0]", "rule `sum(weights) != 0` of `ChoiceDistribution` does not hold: weights is [0, 0]")
        .accepts("type=choice")
        .rejects("type=categorical", "`type` is \"categorical\", but the type of `ChoiceDistribution` is \"choice\"")
        .tally()
}

const HYPERPARAM_SEARCH_CONFIG: &str = r#"
[search_space]
activation = { type = "categorical", categories = ["relu", "gelu"] }
learning_rate = { type = "log_uniform", low = 1e-5, high = 5e-4 }
dropout = { type = "uniform", high = 0.5 }
optimizer = { type = "choice", choices = ["adam", "sgd"], weights = [3, 1] }
"#;

fn hyperparam_search_config() -> Tally {
    Case::<HyperparamSearchConfig>::new("")
        .defaults(
            "name=hyperparam_search; search_type=random; num_trials=10; max_parallel_trials=1; search_space={}; \
             early_stopping=false; patience=10; pruning=false; pruning_interval=1; direction=minimize; \
             metric=validation_loss; seed=42",
        )
        .and(HYPERPARAM_SEARCH_CONFIG)
        .positive("num_trials patience pruning_interval")
        .accepts("search_type=grid")
        .accepts("search_type=random")
        .accepts("search_type=bayesian")
        .accepts("search_type=population")
        .rejects(
            "search_type=annealing",
            "`search_type` is \"annealing\", expected one of \"grid\", \"random\", \"bayesian\", \"population\"",
        )
        .accepts("direction=minimize")
        .accepts("direction=maximize")
        .rejects("direction=up", "`direction` is \"up\", expected one of \"minimize\", \"maximize\"")
        .accepts("max_parallel_trials=10")
        .rejects("max_parallel_trials=0", "`max_parallel_trials` is 0, below the minimum 1")
        .rejects(
            "max_parallel_trials=11",
            "rule `max_parallel_trials <= num_trials` of `HyperparamSearchConfig` does not hold: max_parallel_trials \
             is 11, num_trials is 10",
        )
        .rejects(
            "search_space.dropout.type=normal",
            "unknown type \"normal\", expected one of \"categorical\", \"log_uniform\", \"uniform\", \"choice\"",
        )
        .rejects(
            "search_space.dropout.high=-1",
            "rule `high > low` of `UniformDistribution` does not hold: high is -1, low is 0.0",
        )
        .rejects(
            "search_space.width.low=1",
            "missing `type`, expected one of \"categorical\", \"log_uniform\", \"uniform\", \"choice\"",
        )
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}
