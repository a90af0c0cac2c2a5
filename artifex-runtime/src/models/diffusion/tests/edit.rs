//! Image-to-image and inpainting with a model.

use super::*;
use crate::models::{Edit, EditError, Fill};

fn of_images() -> Diffusion {
    build(&crate::config!(DDPMConfig {
        input_shape = [4, 6, 2],
        backbone = { type = "mlp", hidden_dims = [8], time_embedding_dim = 4 },
        noise_schedule = { num_timesteps = 20 },
        sampler = { type = "ddim", steps = 10 },
        conditional = { num_classes = 3 },
    }))
}

fn picture() -> Tensor<4> {
    Stream::from_seed(3).uniform_tensor([1, 4, 6, 2], &Device::flex())
}

/// White on the right.
fn mask() -> Tensor<4> {
    let values: Vec<f32> = (0..24).map(|i| if i % 6 < 2 { 0.0 } else { 1.0 }).collect();
    Tensor::<1>::from_floats(values.as_slice(), &Device::flex()).reshape([1, 4, 6, 1])
}

fn drawn(model: &Diffusion, n: usize, edit: &Edit) -> Vec<f32> {
    let options = SampleOptions::default();
    match model.edit(n, edit, &options, &mut Rngs::new(1)).unwrap() {
        Samples::Images(images) => {
            assert_eq!(images.dims(), [n, 4, 6, 2]);
            host(images)
        }
        _ => panic!("no images"),
    }
}

#[test]
fn images_change_as_much_as_said() {
    let model = of_images();
    let edit = |strength| Edit { init: picture(), strength, fill: None };
    let original = host(picture());
    let distance = |strength| {
        let found = drawn(&model, 3, &edit(strength));
        found.iter().zip(original.iter().cycle()).map(|(a, b)| f64::from((a - b).abs())).sum::<f64>() / 144.0
    };
    assert_eq!(drawn(&model, 3, &edit(0.0)), original.repeat(3));
    let found = [0.1, 0.4, 1.0].map(distance);
    assert!(0.0 < found[0] && found[0] < found[1] && found[1] < found[2], "{found:?}");
    // At full strength it is as if there were no image.
    let plain = model.generate(3, &SampleOptions::default(), &mut Rngs::new(1)).unwrap();
    let Samples::Images(plain) = plain else { panic!("no images") };
    assert_eq!(drawn(&model, 3, &edit(1.0)), host(plain));
}

#[test]
fn kept_pixels_come_back_exactly() {
    let model = of_images();
    let edit =
        |resample, jump, mask| Edit { init: picture(), strength: 1.0, fill: Some(Fill { mask, resample, jump }) };
    let original = host(picture());
    let found = drawn(&model, 2, &edit(1, 1, mask()));
    for (i, (found, original)) in found.iter().zip(original.iter().cycle()).enumerate() {
        assert!((found == original) == (i / 2 % 6 < 2), "{i}: {found}, {original}");
    }
    assert_ne!(drawn(&model, 2, &edit(3, 1, mask())), found);
    assert_ne!(drawn(&model, 2, &edit(3, 4, mask())), drawn(&model, 2, &edit(3, 1, mask())));
    assert_eq!(drawn(&model, 2, &edit(1, 1, mask() * 0.0)), original.repeat(2));
}

#[test]
fn what_cannot_be_changed_is_refused() {
    let model = of_images();
    let edit = Edit { init: picture(), strength: 0.5, fill: Some(Fill { mask: mask(), resample: 1, jump: 1 }) };
    let error =
        |edit: &Edit| model.edit(2, edit, &SampleOptions::default(), &mut Rngs::new(0)).unwrap_err().to_string();
    let with_mask = |mask| Edit { fill: edit.fill.clone().map(|fill| Fill { mask, ..fill }), ..edit.clone() };
    assert_eq!(
        error(&Edit { init: picture().swap_dims(1, 2), ..edit.clone() }),
        "the image has a height, width and number of channels of [6, 4, 2], but the model makes images of [4, 6, 2]; give one of that \
         size"
    );
    assert!(
        error(&with_mask(picture())).starts_with("the mask has a height, width and number of channels of [4, 6, 2]")
    );
    let three = picture().repeat_dim(0, 3);
    assert_eq!(
        error(&Edit { init: three, ..edit.clone() }),
        "there are 3 of the image for 2 samples; give one, or one for each"
    );
    assert_eq!(
        error(&Edit { strength: 1.5, ..edit.clone() }),
        "the strength is 1.5; give a number from 0 (the image itself) to 1 (noise)"
    );
    let none = Edit { fill: Some(Fill { mask: mask(), resample: 0, jump: 1 }), ..edit.clone() };
    assert_eq!(error(&none), "the number of times that steps are taken is 0; give at least 1");
    let of_points = build(&of_points());
    let error = of_points.edit(2, &edit, &SampleOptions::default(), &mut Rngs::new(0)).unwrap_err();
    assert_eq!(error, SampleError::Edit(EditError::Model));
    let class = SampleOptions::default().with_class(3);
    let error = model.edit(2, &edit, &class, &mut Rngs::new(0)).unwrap_err();
    assert_eq!(error, SampleError::Class { class: 3, classes: 3 });
}
