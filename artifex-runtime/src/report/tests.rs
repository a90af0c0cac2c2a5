use super::*;

/// A PNG of one pixel.
fn png(folder: &Path) -> PathBuf {
    let path = folder.join("pixel.png");
    image::save_buffer(&path, &[200], 1, 1, image::ExtendedColorType::L8).unwrap();
    path
}

/// What a report of a training shows.
fn report(
    title: &str,
    summary: Vec<(String, String)>,
    curves: Vec<Curve>,
    images: Vec<(String, PathBuf)>,
    config: &str,
) -> Report {
    let sections = vec![
        Section::Summary(summary),
        Section::Curves(curves),
        Section::Images(images),
        Section::Text("Config".to_owned(), config.to_owned()),
    ];
    Report { title: title.to_owned(), sections }
}

fn curve(name: &str, group: &str) -> Curve {
    Curve { name: name.to_owned(), points: vec![(1, 3.0), (2, 2.0)], group: group.to_owned() }
}

fn plot(text: &str) -> Plot {
    let line = |points| Line { name: text.to_owned(), points, marks: false };
    let lines = vec![line(vec![[0.0, 1.0], [1.0, 2.0]]), Line { marks: true, ..line(vec![[0.5, 1.5]]) }];
    Plot { title: text.to_owned(), axes: [text.to_owned(), text.to_owned()], lines }
}

#[test]
fn the_file_holds_everything_and_refers_to_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let image = png(folder.path());
    let report = report(
        "digits-1",
        vec![("device".to_owned(), "cpu".to_owned())],
        vec![curve("train", "Loss"), curve("rate", "Learning rate"), curve("held out", "Loss")],
        vec![("Samples".to_owned(), image.clone())],
        "seed = 42\n",
    );
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
    assert_eq!(BASE64.decode(encoded).unwrap(), fs::read(image).unwrap());
}

#[test]
fn texts_are_shown_and_never_taken_for_markup() {
    let folder = tempfile::tempdir().unwrap();
    let text = "</pre><script>alert('x')</script> & \"q\"".to_owned();
    let mut report = report(
        &text,
        vec![(text.clone(), text.clone())],
        vec![curve(&text, &text)],
        vec![(text.clone(), png(folder.path()))],
        &text,
    );
    let html = report.html().unwrap();
    assert!(!html.contains("<script") && !html.contains("alert('"));
    let escaped = "&lt;/pre&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;";
    // Title twice, summary twice, chart title and label, legend and tooltip, caption and alternative text, config.
    assert_eq!(html.matches(escaped).count(), 11);
    report.sections = vec![
        Section::Notes(text.clone(), vec![text.clone()]),
        Section::Table(text.clone(), vec![vec![text.clone()]; 2]),
        Section::Plots(text.clone(), vec![plot(&text)]),
    ];
    let html = report.html().unwrap();
    assert!(!html.contains("<script"));
    // The title of the page twice; heading and note; heading and cells; heading, caption and its label, axes, legend of two.
    assert_eq!(html.matches(escaped).count(), 2 + 2 + 3 + 7);
}

#[test]
fn elements_are_closed_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut report = report(
        "t",
        vec![("a".to_owned(), "b".to_owned())],
        vec![curve("train", "Loss")],
        vec![("Samples".to_owned(), png(folder.path()))],
        "x",
    );
    report.sections.extend([
        Section::Notes("Warnings".to_owned(), vec!["w".to_owned()]),
        Section::Table("Table".to_owned(), vec![vec!["a".to_owned()]; 2]),
        Section::Plots("Plots".to_owned(), vec![plot("p")]),
    ]);
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
        report("", vec![], vec![], images, "").write_html(&folder.path().join(to)).unwrap_err().to_string()
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
