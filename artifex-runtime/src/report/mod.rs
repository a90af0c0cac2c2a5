//! Reports: one HTML file that needs nothing else, neither network nor scripts.

mod curves;
mod plot;
mod scale;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};

pub use plot::{Line, Plot};

/// The style of the page; it holds no reference to other files.
const STYLE: &str = include_str!("style.css");

/// A page: sections under a heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The heading, such as the run's name.
    pub title: String,
    /// What the page shows, from top to bottom. A section with nothing in it is left out.
    pub sections: Vec<Section>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Section {
    /// Names and values.
    Summary(Vec<(String, String)>),
    /// Paragraphs under a heading.
    Notes(String, Vec<String>),
    /// A table under a heading: its first row names the columns, the first column the rows.
    Table(String, Vec<Vec<String>>),
    /// Curves; those of one group share a chart. Charts come in the order of their first curve.
    Curves(Vec<Curve>),
    /// Plots under a heading.
    Plots(String, Vec<Plot>),
    /// Captions and paths of PNG or JPEG files, which are copied into the page.
    Images(Vec<(String, PathBuf)>),
    /// A text under a heading, shown as it is.
    Text(String, String),
}

/// A value over the steps of training.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What it is called in the legend.
    pub name: String,
    /// Steps in rising order and values; a value that is not finite makes a gap, which the legend mentions.
    pub points: Vec<(u64, f64)>,
    /// The title of the chart it belongs to.
    pub group: String,
}

/// Why a report cannot be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// An image cannot be read.
    #[error("{}: {source}; the report shows this image, check that it is still there", path.display())]
    ReadImage {
        /// The image.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// An image is in a format that browsers may not show.
    #[error("{}: the file is neither PNG nor JPEG; give the report an image of these formats", path.display())]
    ImageFormat {
        /// The image.
        path: PathBuf,
    },
    /// The report cannot be written.
    #[error("{}: {source}; check that the folder exists and that there is space on the disk", path.display())]
    Write {
        /// The report.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
}

impl Report {
    /// Writes the report. A report that is there already is replaced only by a complete new one.
    ///
    /// # Errors
    /// If an image cannot be read or is no PNG or JPEG, or the report cannot be written.
    pub fn write_html(&self, path: &Path) -> Result<(), ReportError> {
        let html = self.html()?;
        let unfinished = path.with_added_extension("part");
        fs::write(&unfinished, html)
            .and_then(|()| fs::rename(&unfinished, path))
            .map_err(|source| ReportError::Write { path: path.to_owned(), source })
    }

    fn html(&self) -> Result<String, ReportError> {
        let title = escape(&self.title);
        let mut html = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
             <body>\n<main>\n<h1>{title}</h1>\n"
        );
        for section in &self.sections {
            section.push(&mut html)?;
        }
        html.push_str("</main>\n</body>\n</html>\n");
        Ok(html)
    }
}

impl Section {
    fn push(&self, html: &mut String) -> Result<(), ReportError> {
        match self {
            Self::Summary(rows) => push_summary(html, rows),
            Self::Notes(title, notes) => push_notes(html, title, notes),
            Self::Table(title, cells) => push_table(html, title, cells),
            Self::Curves(curves) => push_curves(html, curves),
            Self::Plots(title, plots) => push_plots(html, title, plots),
            Self::Images(images) => return push_images(html, images),
            Self::Text(title, text) => push_text(html, title, text),
        }
        Ok(())
    }
}

/// Adds a section with that content, unless there is none.
fn push_section(html: &mut String, title: &str, empty: bool, content: impl FnOnce(&mut String)) {
    if empty {
        return;
    }
    push(html, format_args!("<section>\n<h2>{}</h2>\n", escape(title)));
    content(html);
    html.push_str("</section>\n");
}

fn push_summary(html: &mut String, rows: &[(String, String)]) {
    push_section(html, "Summary", rows.is_empty(), |html| {
        html.push_str("<dl>\n");
        for (name, value) in rows {
            push(html, format_args!("<div><dt>{}</dt><dd>{}</dd></div>\n", escape(name), escape(value)));
        }
        html.push_str("</dl>\n");
    });
}

fn push_notes(html: &mut String, title: &str, notes: &[String]) {
    push_section(html, title, notes.is_empty(), |html| {
        for note in notes {
            push(html, format_args!("<p class=\"note\">{}</p>\n", escape(note)));
        }
    });
}

fn push_table(html: &mut String, title: &str, cells: &[Vec<String>]) {
    push_section(html, title, cells.len() < 2, |html| {
        html.push_str("<div class=\"table\"><table>\n");
        for (row, texts) in cells.iter().enumerate() {
            html.push_str("<tr>");
            for (column, text) in texts.iter().enumerate() {
                let tag = if row == 0 || column == 0 { "th" } else { "td" };
                push(html, format_args!("<{tag}>{}</{tag}>", escape(text)));
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</table></div>\n");
    });
}

fn push_curves(html: &mut String, curves: &[Curve]) {
    let mut groups: Vec<(&str, Vec<&Curve>)> = Vec::new();
    for curve in curves {
        match groups.iter_mut().find(|(group, _)| *group == curve.group) {
            Some((_, curves)) => curves.push(curve),
            None => groups.push((&curve.group, vec![curve])),
        }
    }
    push_section(html, "Curves", groups.is_empty(), |html| {
        html.push_str("<div class=\"charts\">\n");
        for (group, curves) in groups {
            curves::push_figure(html, group, &curves);
        }
        html.push_str("</div>\n");
    });
}

fn push_plots(html: &mut String, title: &str, plots: &[Plot]) {
    push_section(html, title, plots.is_empty(), |html| {
        html.push_str("<div class=\"charts\">\n");
        for plot in plots {
            plot.push(html);
        }
        html.push_str("</div>\n");
    });
}

fn push_images(html: &mut String, images: &[(String, PathBuf)]) -> Result<(), ReportError> {
    let mut figures = String::new();
    for (caption, path) in images {
        let data = fs::read(path).map_err(|source| ReportError::ReadImage { path: path.clone(), source })?;
        let mime = mime_type(&data).ok_or_else(|| ReportError::ImageFormat { path: path.clone() })?;
        let caption = escape(caption);
        push(
            &mut figures,
            format_args!("<figure><img alt=\"{caption}\" src=\"data:{mime};base64,{}\">", BASE64.encode(data)),
        );
        push(&mut figures, format_args!("<figcaption>{caption}</figcaption></figure>\n"));
    }
    push_section(html, "Images", images.is_empty(), |html| {
        push(html, format_args!("<div class=\"images\">\n{figures}</div>\n"));
    });
    Ok(())
}

fn push_text(html: &mut String, title: &str, text: &str) {
    push_section(html, title, text.is_empty(), |html| {
        push(html, format_args!("<pre><code>{}</code></pre>\n", escape(text)));
    });
}

/// What the first bytes of an image file say it is.
fn mime_type(data: &[u8]) -> Option<&'static str> {
    if data.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if data.starts_with(&[0xff, 0xd8, 0xff]) {
        Some("image/jpeg")
    } else {
        None
    }
}

/// Text that HTML shows as it is, in elements and in quoted attributes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Adds formatted text. Writing to a string cannot fail.
fn push(html: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = html.write_fmt(text);
}

#[cfg(test)]
mod tests;
