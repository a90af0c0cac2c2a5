use super::*;
use crate::data::{DataConfig, Dataset, Splits};
use crate::metrics::{frechet_distance, precision_recall};
use crate::models::batch::Batch;
use std::path::Path;

fn splits() -> Splits {
    DataConfig::example().load(Path::new("")).unwrap()
}

fn all(data: &dyn Dataset) -> (Tensor<4>, Vec<usize>) {
    let Batch::Images(batch) = data.batch(&(0..data.len()).collect::<Vec<_>>(), &Device::flex()) else {
        panic!("the digits are images")
    };
    let labels = labels(&batch).unwrap();
    (batch.images, labels)
}

#[test]
fn the_shipped_network_is_as_good_as_its_file_says() {
    let network = DigitClassifier::shipped(&Device::flex()).unwrap();
    let (images, digits) = all(&*splits().held_out);
    let (found, stated) = (network.accuracy(&images, &digits).unwrap(), DigitClassifier::shipped_accuracy().unwrap());
    // One image of 360 may fall on the other side on a machine that adds in another order.
    assert!((found - stated).abs() < 1.5 / 360.0, "{found} is not {stated}");
    assert!(stated > 0.95, "{stated}");
    assert_eq!(images.dims()[0], 360);
}

#[test]
fn a_short_training_tells_most_digits_and_its_file_reads_back() {
    let training = Training { steps: 400, ..Training::default() };
    let (network, accuracy) = training.fit(&splits(), &Device::flex()).unwrap();
    assert!(accuracy > 0.85, "{accuracy}");
    let tensors = params::export(&network).unwrap();
    let bytes = file::write(&tensors, accuracy).unwrap();
    let (read, stated) = file::read(&bytes).unwrap();
    assert_eq!(stated, accuracy);
    let again = params::import(DigitClassifier::new(&Device::flex(), &mut Rngs::new(9)), read).unwrap();
    assert_eq!(params::export(&again).unwrap(), tensors);
    assert!(matches!(file::read(&bytes[..100]), Err(ClassifierError::File(_))));
}

#[test]
fn distances_in_its_features_tell_digits_from_what_is_none() {
    let network = DigitClassifier::shipped(&Device::flex()).unwrap();
    let splits = splits();
    let (real, _) = all(&*splits.held_out);
    let (train, _) = all(&*splits.train);
    let features = |images: &Tensor<4>| network.features(images).unwrap();
    let noise = crate::rng::Stream::from_seed(1).uniform_tensor([360, 8, 8, 1], &Device::flex());
    let (real, other, noise) = (features(&real), features(&train.narrow(0, 0, 360)), features(&noise));
    let (near, far) = (frechet_distance(&real, &other).unwrap(), frechet_distance(&real, &noise).unwrap());
    assert!(far > 10.0 * near, "{near} and {far}");
    let (digits, noise) = (precision_recall(&real, &other, 3).unwrap(), precision_recall(&real, &noise, 3).unwrap());
    assert!(digits.precision > 0.5 && digits.recall > 0.5 && noise.recall < 0.2, "{digits:?} {noise:?}");
}

#[test]
fn other_images_are_refused() {
    let network = DigitClassifier::shipped(&Device::flex()).unwrap();
    let error = network.features(&Tensor::zeros([2, 28, 28, 1], &Device::flex())).unwrap_err().to_string();
    assert_eq!(error, "the images have shape [28, 28, 1], but the classifier of digits knows [8, 8, 1]");
    let nan = Tensor::<4>::zeros([2, 8, 8, 1], &Device::flex()) + f32::NAN;
    assert!(network.features(&nan).unwrap_err().to_string().contains("may have diverged"));
    let none = network.accuracy(&Tensor::zeros([0, 8, 8, 1], &Device::flex()), &[]).unwrap_err().to_string();
    assert_eq!(none, "an accuracy needs at least 1 examples, but there are 0; use more of them");
}
