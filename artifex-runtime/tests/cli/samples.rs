//! `artifex sample`: samplers, images to start from, classes, latents.

use super::*;

const DIFFUSION: &str = r#"
name = "tiny"

[model]
type = "ddpm"
input_shape = [2]
backbone = { type = "mlp", hidden_dims = [8], time_embedding_dim = 4 }
noise_schedule = { num_timesteps = 20 }

[data]
type = "toy"
distribution = "moons"
train = 200
held_out = 50

[train]
steps = 5
samples = 10
optimizer = { type = "adam" }
"#;

/// A trained model is sampled and judged with other values than it was trained with, as long as its parameters fit.
#[test]
fn samples_by_another_sampler() {
    let case = Case::new();
    case.write("run.toml", DIFFUSION);
    case.ok(&["train", "run.toml"]);
    let draw = |folder: &str, set: &[&str]| {
        case.ok(&[&["sample", "runs/tiny-1", "-n", "50", "-o", folder], set].concat());
        fs::read(case.path(folder).join("samples.png")).unwrap()
    };
    let plain = draw("plain", &[]);
    let heun = draw("heun", &["model.sampler.type=heun", "model.sampler.steps=4"]);
    assert!(plain != heun && heun != draw("more", &["model.sampler.type=heun", "model.sampler.steps=5"]));
    assert_eq!(plain, draw("same", &["model.sampler.type=ddpm"]));
    let total = |set: &[&str]| {
        let json = case.ok(&[&["eval", "runs/tiny-1", "--format", "json"], set].concat());
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["metrics"]["total"].to_string()
    };
    assert_ne!(total(&[]), total(&["model.loss_type=l1"]));
    let table = case.ok(&["eval", "runs/tiny-1"]);
    assert!(table.contains("energy distance of samples") && table.contains("50 points each"), "{table}");
    let json: serde_json::Value = serde_json::from_str(&case.ok(&["eval", "runs/tiny-1", "--format", "json"])).unwrap();
    let points = |name: &str| json["points"][name].as_f64().unwrap();
    assert!(points("energy_distance_training_data") < points("energy_distance"), "{json}");
    let bad = case.run(&["sample", "runs/tiny-1", "train.steps=3"]);
    let words = "a trained model is as its run made it; only `model.*` and `device` can change";
    assert_eq!((bad.code, bad.err), (1, format!("error: `train.steps=3`: {words}\n")));
    let bad = case.run(&["sample", "runs/tiny-1", "model.backbone.hidden_dims=[9]"]);
    assert_eq!(bad.code, 1, "{}", bad.err);
    assert!(bad.err.contains("does not fit the model") && bad.err.contains("has shape"), "{}", bad.err);
}

/// A trained model is sampled as a scheduler of diffusers does, if it is for what the model was trained on.
#[test]
fn samples_by_a_scheduler_of_diffusers() {
    let case = Case::new();
    case.write("run.toml", DIFFUSION);
    case.ok(&["train", "run.toml"]);
    let draw = |folder: &str, more: &[&str]| {
        case.ok(&[&["sample", "runs/tiny-1", "-n", "50", "-o", folder], more].concat());
        fs::read(case.path(folder).join("samples.png")).unwrap()
    };
    let scheduler = |class: &str, steps: u32| {
        format!(
            "{{\"_class_name\": \"{class}\", \"num_train_timesteps\": {steps}, \"clip_sample\": false, \"timestep_spacing\": \
             \"trailing\", \"lambda_min_clipped\": -Infinity}}"
        )
    };
    case.write("ddim.json", scheduler("DDIMScheduler", 20));
    let as_said = draw("said", &["model.sampler={ type = 'ddim', steps = 5 }"]);
    assert_eq!(draw("file", &["--scheduler", "ddim.json", "--steps", "5"]), as_said);
    assert_ne!(draw("more", &["--scheduler", "ddim.json", "--steps", "10"]), as_said);
    // Fifty steps are too many; what is set by hand stands above the file.
    assert_eq!(draw("set", &["--scheduler", "ddim.json", "--steps", "10", "model.sampler.steps=5"]), as_said);
    case.write("unipc.json", scheduler("UniPCMultistepScheduler", 20));
    assert_ne!(draw("unipc", &["--scheduler", "unipc.json", "--steps", "5"]), as_said);

    case.write("long.json", scheduler("DDIMScheduler", 1000));
    let bad = case.run(&["sample", "runs/tiny-1", "--scheduler", "long.json"]);
    assert_eq!(bad.code, 1);
    let words =
        "error: long.json: the run was trained with a number of steps of 20, and the scheduler is for 1000; a network";
    assert!(bad.err.starts_with(words), "{}", bad.err);
    case.write("lcm.json", scheduler("LCMScheduler", 20));
    let bad = case.run(&["sample", "runs/tiny-1", "--scheduler", "lcm.json"]);
    assert!(bad.code == 1 && bad.err.starts_with("error: lcm.json: `_class_name` is \"LCMScheduler\""), "{}", bad.err);
    assert_eq!(case.run(&["sample", "runs/tiny-1", "--steps", "5"]).code, 2);
}

/// Samples that start from an image, or keep a part of it.
#[test]
fn samples_from_an_image() {
    let case = Case::new();
    let text = DIFFUSION.replace("input_shape = [2]", "input_shape = [8, 8, 1]");
    let (model, rest) = text.split_once("[data]").unwrap();
    let (_, train) = rest.split_once("[train]").unwrap();
    case.write("run.toml", format!("{model}[data]\ntype = \"digits\"\n[train]{train}"));
    case.ok(&["train", "run.toml"]);
    let picture = |name: &str, side: u32, pixel: fn(u32) -> u8| {
        let pixels: Vec<u8> = (0..side * side).map(pixel).collect();
        image::save_buffer(case.path(name), &pixels, side, side, image::ExtendedColorType::L8).unwrap();
    };
    picture("init.png", 8, |i| u8::try_from(4 * i).unwrap());
    picture("mask.png", 8, |i| if i % 8 < 4 { 0 } else { 255 });
    picture("large.png", 9, |_| 0);
    // The picture of one sample has each pixel as a square.
    let draw = |more: &[&str]| {
        case.ok(&[&["sample", "runs/tiny-1", "-n", "1", "-o", "drawn", "--init", "init.png"], more].concat());
        let drawn = image::open(case.path("drawn/samples.png")).unwrap().into_luma8();
        let scale = drawn.width() / 8;
        (0..64).map(|i| drawn.get_pixel(i % 8 * scale, i / 8 * scale).0[0]).collect::<Vec<u8>>()
    };
    let init: Vec<u8> = (0..64).map(|i| 4 * i).collect();
    assert_eq!(draw(&["--strength", "0"]), init);
    let (some, all) = (draw(&["--strength", "0.5"]), draw(&[]));
    assert!(some != init && all != init && some != all);
    let filled = draw(&["--mask", "mask.png"]);
    for (i, (found, original)) in filled.iter().zip(&init).enumerate() {
        assert!(i % 8 >= 4 || found == original, "{i}: {found}, {original}");
    }
    assert_ne!(draw(&["--mask", "mask.png", "--resample", "2"]), filled);
    assert_ne!(
        draw(&["--mask", "mask.png", "--resample", "2", "--jump", "3"]),
        draw(&["--mask", "mask.png", "--resample", "2"])
    );

    let bad = |more: &[&str]| {
        let finished = case.run(&[&["sample", "runs/tiny-1", "-n", "1"], more].concat());
        (finished.code, finished.err)
    };
    let size = "has a height, width and number of channels of [9, 9, 1], but the model makes images of [8, 8, 1]; give one of that size";
    assert_eq!(bad(&["--init", "large.png"]), (1, format!("error: runs/tiny-1: the image {size}\n")));
    assert_eq!(bad(&["--init", "init.png", "--mask", "large.png"]).0, 1);
    assert_eq!(
        bad(&["--init", "init.png", "--strength", "2"]),
        (1, "error: runs/tiny-1: the strength is 2; give a number from 0 (the image itself) to 1 (noise)\n".to_owned())
    );
    assert!(bad(&["--init", "run.toml"]).1.ends_with("give a PNG file\n"));
    assert_eq!(bad(&["--mask", "mask.png"]).0, 2);
    // Other models make images from noise alone.
    case.write("run.toml", RUN);
    case.ok(&["train", "run.toml"]);
    let other = case.run(&["sample", "runs/tiny-2", "--init", "init.png"]);
    let words = "error: runs/tiny-2: the model cannot start from an image; use a diffusion model of images\n";
    assert_eq!((other.code, other.err.as_str()), (1, words));
}

#[test]
fn samples_of_a_class() {
    let case = Case::new();
    let conditional = RUN.replace("type = \"vae\"", "type = \"conditional_vae\"\nnum_classes = 10");
    case.write("conditional.toml", &conditional);
    case.ok(&["train", "conditional.toml", "train.samples=20"]);
    let pictures = ["classes.png", "reconstructions.png", "samples.png"];
    assert_eq!(files(&case.path("runs/tiny-1/samples")), pictures);
    let draw = |folder: &str, class: &[&str]| {
        case.ok(&[&["sample", "runs/tiny-1", "-n", "4", "-o", folder], class].concat());
        fs::read(case.path(folder).join("samples.png")).unwrap()
    };
    let (turn, threes, fours) =
        (draw("turn", &[]), draw("threes", &["--class", "3"]), draw("fours", &["--class", "4"]));
    assert!(turn != threes && threes != fours);
    let bad = case.run(&["sample", "runs/tiny-1", "--class", "10"]);
    assert_eq!(bad.code, 1, "{}", bad.err);
    let words = "samples of class 10 were asked for, but the model has 10 classes, counted from 0";
    assert_eq!(bad.err, format!("error: runs/tiny-1: {words}\n"));
    let table = case.ok(&["eval", "runs/tiny-1"]);
    assert!(table.contains("class accuracy") && table.contains("% (real digits"), "{table}");

    // Data without classes, and with one that the model does not know.
    let row = vec!["0"; 64].join(",");
    case.write("plain.csv", format!("{row}\n{row}\n"));
    let source = "type = \"csv\"\npath = \"plain.csv\"\nshape = [8, 8, 1]\nlabel_column = \"none\"\nheld_out = 0.5";
    case.write("unlabelled.toml", conditional.replace("type = \"digits\"", source));
    let bad = case.run(&["train", "unlabelled.toml"]);
    assert!(
        bad.code == 1 && bad.err.contains("the data set has no classes, but the model learns from them"),
        "{bad:?}"
    );
    case.write("few.toml", conditional.replace("num_classes = 10", "num_classes = 9"));
    let bad = case.run(&["train", "few.toml"]);
    assert!(bad.code == 1 && bad.err.contains("classes from 0 to 9, but the model knows 9"), "{bad:?}");
    assert_eq!(files(&case.path("runs")), ["tiny-1"]);
}

/// The first stage of [`LATENT`].
const FIRST_STAGE: &str = r#"
type = "vqvae"
encoder_type = "cnn"
num_embeddings = 8
embedding_dim = 2
encoder = { input_shape = [8, 8, 1], latent_dim = 16, hidden_dims = [4] }
decoder = { output_shape = [8, 8, 1], latent_dim = 16, hidden_dims = [4] }
"#;

const LATENT: &str = r#"
name = "latent"
data = { type = "digits" }
train = { steps = 3, batch_size = 32, samples = 4, optimizer = { type = "adam" } }

[model]
type = "latent_diffusion"
input_shape = [4, 4, 2]
first_stage_checkpoint = "../first/stage-1/checkpoints/step-00000002"
backbone = { type = "unet", hidden_dims = [4], num_res_blocks = 1, use_attention = false, norm_groups = 2, time_embedding_dim = 4 }
noise_schedule = { num_timesteps = 10 }

[model.first_stage]
"#;

/// A latent model needs the run of its first stage when it begins, and never again; from wherever its config is read.
#[test]
fn a_latent_model_needs_its_first_stage_only_to_begin() {
    let case = Case::new();
    let train = "train = { steps = 2, samples = 0, optimizer = { type = 'adam' } }";
    case.write("stage.toml", format!("name = 'stage'\ndata = {{ type = 'digits' }}\n{train}\n[model]{FIRST_STAGE}"));
    fs::create_dir(case.path("configs")).unwrap();
    case.write("configs/latent.toml", format!("{LATENT}{}", FIRST_STAGE.trim_start()));
    let missing = case.run(&["train", "configs/latent.toml"]);
    assert_eq!(missing.code, 1, "{}", missing.err);
    assert!(missing.err.contains("there is no such file; train the first stage first"), "{}", missing.err);
    assert!(!case.path("runs").exists(), "a run that could not start left a directory");

    case.ok(&["train", "stage.toml", "--runs", "first"]);
    case.ok(&["train", "configs/latent.toml"]);
    fs::remove_dir_all(case.path("first")).unwrap();
    case.ok(&["sample", "runs/latent-1", "-n", "2", "model.sampler.type=ddim", "model.sampler.steps=2"]);
    case.ok(&["eval", "runs/latent-1", "model.sampler.type=ddim", "model.sampler.steps=2"]);
    case.ok(&["resume", "runs/latent-1", "train.steps=5"]);
    fs::rename(case.path("runs/latent-1"), case.path("moved")).unwrap();
    case.ok(&["sample", "moved", "-n", "2"]);
    // What is said of the model in `explain` is what checkpoints say.
    let shown = case.ok(&["explain", "configs/latent.toml"]);
    let state = case.read("moved/checkpoints/step-00000005/state.json");
    let state: serde_json::Value = serde_json::from_str(&state).unwrap();
    assert!(shown.contains(state["state"]["fingerprint"].as_str().unwrap()), "{shown}\n{state}");
}
