use std::io::Write;
use std::path::PathBuf;

use flate2::{Compression, write::GzEncoder};

use super::*;

fn gzip(data: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// Pixels and labels of a whole set.
fn all(set: &dyn Dataset) -> (Vec<f32>, Option<Vec<i64>>) {
    let Batch::Images(batch) = set.batch(&(0..set.len()).collect::<Vec<_>>(), &Device::flex()) else {
        panic!("no images")
    };
    let [height, width, channels] = set.item_shape();
    assert_eq!(batch.images.dims(), [set.len(), height, width, channels]);
    let labels = batch.labels.map(|labels| labels.into_data().try_to_vec_as::<i64>().unwrap());
    (batch.images.into_data().try_to_vec::<f32>().unwrap(), labels)
}

fn csv(path: &str) -> DataConfig {
    DataConfig::Csv(CsvImagesConfig {
        path: PathBuf::from(path),
        shape: [1, 2, 1],
        max_value: 255.0,
        label_column: LabelColumn::Last,
        header: false,
        held_out: 0.25,
        split_seed: 0,
    })
}

fn idx() -> IdxConfig {
    IdxConfig {
        images: PathBuf::from("images"),
        labels: None,
        held_out_images: None,
        held_out_labels: None,
        held_out: None,
        split_seed: None,
    }
}

fn idx_file(dimensions: &[u32], data: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, dimensions.len() as u8];
    dimensions.iter().for_each(|size| file.extend(size.to_be_bytes()));
    file.extend(data);
    file
}

fn error(config: &DataConfig, base: &Path) -> String {
    config.load(base).unwrap_err().to_string()
}

#[test]
fn digits_are_those_of_scikit_learn() {
    let splits = DataConfig::Digits(DigitsConfig { held_out: 0.2 }).load(Path::new("nowhere")).unwrap();
    assert_eq!(splits.train.describe(), "digits 8x8x1: 1,437 images");
    assert_eq!(splits.held_out.describe(), "digits 8x8x1: 360 images");
    let ((train, train_labels), (held_out, held_out_labels)) = (all(&*splits.train), all(&*splits.held_out));
    let levels = |values: &[f32]| values.iter().map(|v| f64::from(*v) * 16.0).sum::<f64>();
    assert_eq!(levels(&train) + levels(&held_out), 561_718.0); // the sum over all pixels in scikit-learn
    assert_eq!(train[..8], [0.0, 0.0, 5.0, 13.0, 9.0, 1.0, 0.0, 0.0].map(|v| v / 16.0));
    let (train_labels, held_out_labels) = (train_labels.unwrap(), held_out_labels.unwrap());
    assert_eq!(train_labels[..12], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    // scikit-learn's `load_digits().target[-5:]`.
    assert_eq!(held_out_labels[355..], [9, 0, 8, 9, 8]);
}

#[test]
fn csv_files_are_read_compressed_or_not_whatever_their_name() {
    let folder = tempfile::tempdir().unwrap();
    let text = b"0,255,1\n51,102,2\n0,0,3\n255,255,4\n";
    std::fs::write(folder.path().join("plain.csv"), text).unwrap();
    std::fs::write(folder.path().join("packed.csv"), gzip(text)).unwrap();
    let (first, second) = text.split_at(10);
    std::fs::write(folder.path().join("members.csv.gz"), [gzip(first), gzip(second)].concat()).unwrap();
    for name in ["plain.csv", "packed.csv", "members.csv.gz"] {
        let splits = csv(name).load(folder.path()).unwrap();
        assert_eq!(splits.train.describe(), format!("{name} 1x2x1: 3 images"));
        assert_eq!(splits.held_out.describe(), format!("{name} 1x2x1: 1 image"));
        let (train, held_out) = (all(&*splits.train), all(&*splits.held_out));
        let mut rows: Vec<(i64, [f32; 2])> = Vec::new();
        for (values, labels) in [train, held_out] {
            rows.extend(labels.unwrap().into_iter().zip(values.as_chunks::<2>().0.iter().copied()));
        }
        rows.sort_by_key(|row| row.0);
        assert_eq!(rows, [(1, [0.0, 1.0]), (2, [0.2, 0.4]), (3, [0.0, 0.0]), (4, [1.0, 1.0])]);
    }
}

#[test]
fn files_that_cannot_be_read_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    std::fs::write(folder.path().join("empty.csv"), "").unwrap();
    let packed = gzip(&b"1,2,3\n".repeat(1000));
    std::fs::write(folder.path().join("cut.csv.gz"), &packed[..packed.len() - 20]).unwrap();
    let missing = error(&csv("missing.csv"), folder.path());
    assert!(missing.starts_with(&path("missing.csv")), "{missing}");
    assert!(missing.ends_with("check the path; a relative one starts at the folder of the config file"), "{missing}");
    let directory = error(&csv("folder"), folder.path());
    assert!(directory.ends_with("give the path of a file, not of the folder it is in"), "{directory}");
    assert!(error(&csv("empty.csv"), folder.path()).contains("there is no image in the file"));
    let cut = error(&csv("cut.csv.gz"), folder.path());
    assert!(cut.contains("the gzip data is damaged after ") && cut.contains("copy or download"), "{cut}");
    let line = error(&csv("line.csv"), &{
        std::fs::write(folder.path().join("line.csv"), "1,2,3\n1,2\n").unwrap();
        folder.path().to_owned()
    });
    assert!(line.starts_with(&format!("{}:2: 2 columns, but ", path("line.csv"))), "{line}");
}

#[test]
fn idx_files_give_images_labels_and_their_own_held_out_set() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, data: &[u8]| std::fs::write(folder.path().join(name), data).unwrap();
    write("images", &gzip(&idx_file(&[3, 1, 2], &[0, 255, 51, 102, 0, 0])));
    write("labels", &idx_file(&[3], &[4, 5, 6]));
    write("test-images", &idx_file(&[1, 1, 2], &[255, 0]));
    write("test-labels", &idx_file(&[1], &[7]));
    let config = IdxConfig {
        labels: Some("labels".into()),
        held_out_images: Some("test-images".into()),
        held_out_labels: Some("test-labels".into()),
        ..idx()
    };
    let splits = DataConfig::Idx(config.clone()).load(folder.path()).unwrap();
    assert_eq!(all(&*splits.train), (vec![0.0, 1.0, 0.2, 0.4, 0.0, 0.0], Some(vec![4, 5, 6])));
    assert_eq!(all(&*splits.held_out), (vec![1.0, 0.0], Some(vec![7])));
    // Without files of its own, the held-out set is a part, which the seed and the fraction choose.
    let rest = |held_out, split_seed| {
        let config = IdxConfig { labels: Some("labels".into()), held_out, split_seed, ..idx() };
        all(&*DataConfig::Idx(config).load(folder.path()).unwrap().train).1.unwrap()
    };
    assert_eq!((rest(None, None).len(), rest(Some(0.5), None).len()), (2, 1));
    assert_eq!(rest(None, None), rest(Some(0.1), Some(0)));
    assert!((1..20).any(|seed| rest(None, Some(seed)) != rest(None, None)));
    assert_eq!(all(&*DataConfig::Idx(idx()).load(folder.path()).unwrap().train).1, None);

    write("labels", &idx_file(&[2], &[4, 5]));
    let text = error(&DataConfig::Idx(config.clone()), folder.path());
    assert!(text.contains("labels holds 2 labels, but ") && text.contains("images holds 3 images; "), "{text}");
    write("labels", &idx_file(&[3], &[4, 5, 6]));
    write("test-images", &idx_file(&[1, 2, 1], &[255, 0]));
    let text = error(&DataConfig::Idx(config.clone()), folder.path());
    assert!(text.contains("images of shape [2, 1, 1]") && text.contains("of shape [1, 2, 1]; "), "{text}");
    write("images", &idx_file(&[0, 1, 2], &[]));
    assert!(error(&DataConfig::Idx(config), folder.path()).contains("there is no image in the file"));
}
