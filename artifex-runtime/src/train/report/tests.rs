use super::*;

/// A PNG of one pixel.
fn png(folder: &Path) -> PathBuf {
    let path = folder.join("pixel.png");
    image::save_buffer(&path, &[200], 1, 1, image::ExtendedColorType::L8).unwrap();
    path
}

fn curve(name: &str, group: &str) -> Curve {
    Curve { name: name.to_owned(), points: vec![(1, 3.0), (2, 2.0)], group: group.to_owned() }
}

#[test]
fn the_file_holds_everything_and_refers_to_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let report = Report {
        title: "digits-1".to_owned(),
        summary: vec![("device".to_owned(), "cpu".to_owned())],
        curves: vec![curve("train", "Loss"), curve("rate", "Learning rate"), curve("held out", "Loss")],
        images: vec![("Samples".to_owned(), png(folder.path()))],
        config_text: "seed = 42\n".to_owned(),
    };
    let path = folder.path().join("report.html");
    fs::write(&path, "an older report").unwrap();
    report.write_html(&path).unwrap();
    let html = fs::read_to_string(&path).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "a temporary file was left behind");
    for part in
        ["<title>digits-1</title>", "<dt>device</dt><dd>cpu</dd>", "seed = 42", "<figcaption>Samples</figcaption>"]
    {
        assert!(html.contains(part), "{part} is missing");
    }
    assert_eq!(html.matches("<svg class=\"chart\"").count(), 2);
    let (loss, rate) = (html.find("<h3>Loss</h3>").unwrap(), html.find("<h3>Learning rate</h3>").unwrap());
    assert!(loss < html.find("held out").unwrap() && html.find("held out").unwrap() < rate);
    for reference in ["http:", "https:", "src=\"/", "href", "url(", "@import", "<script", "<link"] {
        assert!(!html.contains(reference), "the report refers to something: {reference}");
    }
    let encoded = html.split_once("data:image/png;base64,").unwrap().1.split('"').next().unwrap();
    assert_eq!(BASE64.decode(encoded).unwrap(), fs::read(&report.images[0].1).unwrap());
}

#[test]
fn texts_are_shown_and_never_taken_for_markup() {
    let folder = tempfile::tempdir().unwrap();
    let text = "</pre><script>alert('x')</script> & \"q\"".to_owned();
    let report = Report {
        title: text.clone(),
        summary: vec![(text.clone(), text.clone())],
        curves: vec![curve(&text, &text)],
        images: vec![(text.clone(), png(folder.path()))],
        config_text: text,
    };
    let html = report.html().unwrap();
    assert!(!html.contains("<script") && !html.contains("alert('"));
    let escaped = "&lt;/pre&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;";
    // Title twice, summary twice, chart title and label, legend and tooltip, caption and alternative text, config.
    assert_eq!(html.matches(escaped).count(), 11);
}

#[test]
fn elements_are_closed_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let report = Report {
        title: "t".to_owned(),
        summary: vec![("a".to_owned(), "b".to_owned())],
        curves: vec![curve("train", "Loss")],
        images: vec![("Samples".to_owned(), png(folder.path()))],
        config_text: "x".to_owned(),
    };
    for report in [report, Report::default()] {
        let html = report.html().unwrap();
        let mut open: Vec<&str> = Vec::new();
        for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
            let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap();
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(name));
            } else if !tag.ends_with('/') && !["!DOCTYPE", "meta", "img"].contains(&name) {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }
}

#[test]
fn unusable_images_and_folders_are_reported_with_their_path() {
    let folder = tempfile::tempdir().unwrap();
    let message = |image: Option<PathBuf>, to: &str| {
        let images = image.map(|path| ("Samples".to_owned(), path)).into_iter().collect();
        Report { images, ..Report::default() }.write_html(&folder.path().join(to)).unwrap_err().to_string()
    };
    let missing = folder.path().join("missing.png");
    assert!(message(Some(missing.clone()), "r.html").starts_with(&format!("{}: ", missing.display())));
    let text = folder.path().join("text.png");
    fs::write(&text, "no image").unwrap();
    assert!(message(Some(text), "r.html").contains("text.png: the file is neither PNG nor JPEG"));
    assert!(message(None, "missing/r.html").contains("check that the folder exists"));
    assert!(!folder.path().join("r.html").exists());
}

#[test]
fn formats_are_known_by_their_first_bytes() {
    assert_eq!(mime_type(&[0xff, 0xd8, 0xff, 0xe0]), Some("image/jpeg"));
    assert_eq!(mime_type(b"\x89PNG\r\n\x1a\n..."), Some("image/png"));
    assert_eq!(mime_type(b"\x89PNG\n"), None);
    assert_eq!(mime_type(&[]), None);
}
