use super::*;
use crate::data::DataPosition;
use crate::rng::Rngs;

fn state(step: u64) -> CheckpointState {
    let mut rngs = Rngs::new(u64::MAX);
    rngs.stream("dropout").normal(5);
    CheckpointState {
        format_version: 0,
        model: String::new(),
        fingerprint: String::new(),
        step,
        position: DataPosition { epoch: 3, batch: 17 },
        rngs: rngs.state(),
        best: Some(Best { step: 2, total: 0.1 + 0.2 }),
        files: BTreeMap::new(),
    }
}

fn tensors() -> Vec<NamedTensor> {
    let data = vec![1.0, -0.0, f32::MIN_POSITIVE / 3.0, f32::MAX, 0.1, -7.25];
    vec![
        NamedTensor { name: "b.weight".into(), shape: vec![2, 3], data },
        NamedTensor { name: "a.bias".into(), shape: vec![1], data: vec![0.3] },
    ]
}

fn shapes() -> Vec<(String, Vec<usize>)> {
    tensors().into_iter().map(|tensor| (tensor.name, tensor.shape)).collect()
}

fn store(run: &Path) -> CheckpointStore {
    CheckpointStore::new(run, "vae", "abc", 2)
}

/// A store with one checkpoint.
fn saved() -> (tempfile::TempDir, CheckpointStore, PathBuf) {
    let run = tempfile::tempdir().unwrap();
    let store = store(run.path());
    let path = store.save(state(123), &tensors(), &tensors()[..1]).unwrap();
    (run, store, path)
}

fn bits(tensors: &[NamedTensor]) -> BTreeMap<String, (Vec<usize>, Vec<u32>)> {
    let bits = |tensor: &NamedTensor| tensor.data.iter().map(|value| value.to_bits()).collect();
    tensors.iter().map(|tensor| (tensor.name.clone(), (tensor.shape.clone(), bits(tensor)))).collect()
}

#[test]
fn what_is_read_is_what_was_written() {
    let (_run, store, path) = saved();
    assert!(path.ends_with("checkpoints/step-00000123"));
    let read = store.load(&path, &shapes()).unwrap();
    assert_eq!(bits(&read.model), bits(&tensors()));
    assert_eq!(bits(&read.optimizer), bits(&tensors()[..1]));
    let expected = state(123);
    assert_eq!((read.state.step, read.state.position, read.state.best), (123, expected.position, expected.best));
    assert_eq!(read.state.rngs, expected.rngs);
    assert_eq!((read.state.model.as_str(), read.state.fingerprint.as_str()), ("vae", "abc"));
}

#[test]
fn files_cut_anywhere_are_refused() {
    let (_run, store, path) = saved();
    for name in [MODEL_FILE, OPTIMIZER_FILE, STATE_FILE] {
        let file = path.join(name);
        let whole = std::fs::read(&file).unwrap();
        for len in (0..whole.len()).step_by(7).chain([whole.len() - 1]) {
            std::fs::write(&file, &whole[..len]).unwrap();
            let error = store.load(&path, &shapes()).unwrap_err();
            let fits = match &error {
                CheckpointError::Size { found, expected, .. } => {
                    *found == len as u64 && *expected == whole.len() as u64
                }
                CheckpointError::Damaged { .. } => name == STATE_FILE,
                _ => false,
            };
            assert!(fits && error.to_string().contains(name), "{len} bytes of {name}: {error}");
        }
        let mut longer = whole.clone();
        longer.push(b' ');
        std::fs::write(&file, longer).unwrap();
        assert!(store.load(&path, &shapes()).is_err());
        std::fs::remove_file(&file).unwrap();
        assert!(matches!(store.load(&path, &shapes()), Err(CheckpointError::MissingFile(_))));
        std::fs::write(&file, whole).unwrap();
        store.load(&path, &shapes()).unwrap();
    }
}

#[test]
fn every_flipped_bit_is_noticed() {
    let (_run, store, path) = saved();
    for name in [MODEL_FILE, OPTIMIZER_FILE, STATE_FILE] {
        let file = path.join(name);
        let whole = std::fs::read(&file).unwrap();
        for i in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[i] ^= 1 << (i % 8);
            std::fs::write(&file, bytes).unwrap();
            let error = store.load(&path, &shapes()).unwrap_err();
            assert!(matches!(error, CheckpointError::Damaged { .. }), "byte {i} of {name}: {error}");
        }
        std::fs::write(&file, whole).unwrap();
    }
}

#[test]
fn checkpoints_of_other_runs_are_refused_with_the_reason() {
    let (run, store, path) = saved();
    let reason =
        |store: &CheckpointStore, shapes: &[(String, Vec<usize>)]| store.load(&path, shapes).unwrap_err().to_string();

    let mut other = shapes();
    other[0].1 = vec![2, 4];
    let error = reason(&store, &other);
    assert!(error.contains("`b.weight`") && error.contains("[2, 3]") && error.contains("[2, 4]"), "{error}");
    let error = reason(&store, &other[..1]);
    assert!(error.contains("b.weight"), "{error}");
    let error = reason(&store, &shapes()[..1]);
    assert!(error.contains("`a.bias` does not exist"), "{error}");

    let error = reason(&CheckpointStore::new(run.path(), "gan", "abc", 2), &shapes());
    assert!(error.contains("`vae`") && error.contains("`gan`"), "{error}");
    let error = reason(&CheckpointStore::new(run.path(), "vae", "def", 2), &shapes());
    assert!(error.contains("another config") && error.contains("abc") && error.contains("def"), "{error}");

    let mut newer = CheckpointState::read(&path.join(STATE_FILE)).unwrap();
    newer.format_version = 99;
    std::fs::write(path.join(STATE_FILE), newer.to_bytes()).unwrap();
    let error = reason(&store, &shapes());
    assert!(error.contains("format 99") && error.contains("format 1"), "{error}");
}

#[test]
fn a_killed_write_leaves_the_last_good_checkpoint() {
    let (_run, store, path) = saved();
    // What a kill leaves: a half-written folder under the temporary name.
    let half = store.folder.join(".writing-step-00000200");
    std::fs::create_dir(&half).unwrap();
    std::fs::write(half.join(MODEL_FILE), b"half").unwrap();
    // And a checkpoint whose last file is missing, which the rename makes impossible, but a copying user does not.
    std::fs::create_dir(store.folder.join("step-00000300")).unwrap();
    assert_eq!(store.latest().unwrap(), Some(path));
    let next = store.save(state(200), &tensors(), &[]).unwrap();
    assert_eq!(store.latest().unwrap(), Some(next));
    assert!(!half.exists());
}

#[test]
fn only_the_latest_are_kept_and_a_step_can_be_written_again() {
    let run = tempfile::tempdir().unwrap();
    let store = store(run.path());
    assert_eq!(store.latest().unwrap(), None);
    for step in [9, 10, 100, 100] {
        store.save(state(step), &tensors(), &[]).unwrap();
    }
    let steps: Vec<u64> = store.list().unwrap().into_iter().map(|(step, _)| step).collect();
    assert_eq!(steps, [10, 100]);
    assert_eq!(std::fs::read_dir(run.path().join("checkpoints")).unwrap().count(), 2);
}

#[test]
fn a_diverged_model_is_not_saved() {
    let (_run, store, path) = saved();
    let mut broken = tensors();
    broken[0].data[3] = f32::NAN;
    let error = store.save(state(200), &broken, &[]).unwrap_err();
    assert!(matches!(&error, CheckpointError::NotFinite(name) if name == "b.weight"), "{error}");
    assert_eq!(store.latest().unwrap(), Some(path));
}
