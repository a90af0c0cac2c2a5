//! The logarithm of the determinant is that of the Jacobian, which autodiff gives row by row.

use super::*;
use nalgebra::DMatrix;

/// `ln |det|` of the Jacobian at each of the rows of `x`.
fn log_dets(model: &NormalizingFlow, x: &Tensor<2>, classes: Option<&Tensor<1, Int>>) -> Vec<f64> {
    let [count, width] = x.dims();
    let mut jacobians = vec![vec![0.0; width * width]; count];
    for output in 0..width {
        // Examples do not mix, so the gradient of a sum over them has the gradient of each.
        let x = x.clone().autodiff().require_grad();
        let (z, _) = model.encode(x.clone(), classes.cloned(), &mut Rngs::new(0));
        let gradients = z.narrow(1, output, 1).sum().backward();
        let gradient = host(x.grad(&gradients).unwrap());
        for (jacobian, row) in jacobians.iter_mut().zip(gradient.chunks(width)) {
            jacobian[output * width..(output + 1) * width].copy_from_slice(row);
        }
    }
    let log_det = |jacobian: Vec<f64>| DMatrix::from_row_slice(width, width, &jacobian).determinant().abs().ln();
    jacobians.into_iter().map(log_det).collect()
}

fn check(name: &str, model: &NormalizingFlow, x: &Tensor<2>) {
    let classes = model.classes().map(|_| labels_of([0, 2, 1]));
    let expected = log_dets(model, x, classes.as_ref());
    let (_, found) = model.encode(x.clone(), classes, &mut Rngs::new(0));
    let found = host(found);
    assert!(found.iter().all(|log_det| log_det.abs() > 1e-3) || name == "permutation", "{name}: {found:?}");
    for (found, expected) in found.iter().zip(&expected) {
        assert!((found - expected).abs() < 2e-4 * (1.0 + expected.abs()), "{name}: {found}, not {expected}");
    }
}

#[test]
fn determinants_of_flows_of_points_are_those_of_the_jacobian() {
    for variables in [2, 5] {
        for (name, model) in zoo(variables) {
            check(name, &model, &normal(7, [3, variables]));
        }
    }
}

#[test]
fn determinants_of_flows_of_images_are_those_of_the_jacobian() {
    for (name, model) in image_zoo() {
        check(name, &model, &normal(8, [3, 32]));
    }
}
