//! The report of a run: one HTML file that needs nothing else, neither network nor scripts.

mod chart;
mod scale;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};

/// The style of the page; it holds no reference to other files.
const STYLE: &str = include_str!("report/style.css");

/// What a report shows, in this order: title, summary, curves, images, config.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The heading, such as the run's name.
    pub title: String,
    /// Names and values of a table.
    pub summary: Vec<(String, String)>,
    /// Curves; those of one group share a chart. Charts come in the order of their first curve.
    pub curves: Vec<Curve>,
    /// Captions and paths of PNG or JPEG files, which are copied into the report.
    pub images: Vec<(String, PathBuf)>,
    /// The config, shown as it is.
    pub config_text: String,
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
        self.push_summary(&mut html);
        self.push_charts(&mut html);
        self.push_images(&mut html)?;
        if !self.config_text.is_empty() {
            let text = escape(&self.config_text);
            push(&mut html, format_args!("<section>\n<h2>Config</h2>\n<pre><code>{text}</code></pre>\n</section>\n"));
        }
        html.push_str("</main>\n</body>\n</html>\n");
        Ok(html)
    }

    fn push_summary(&self, html: &mut String) {
        if self.summary.is_empty() {
            return;
        }
        html.push_str("<section>\n<h2>Summary</h2>\n<dl>\n");
        for (name, value) in &self.summary {
            push(html, format_args!("<div><dt>{}</dt><dd>{}</dd></div>\n", escape(name), escape(value)));
        }
        html.push_str("</dl>\n</section>\n");
    }

    fn push_charts(&self, html: &mut String) {
        let mut groups: Vec<(&str, Vec<&Curve>)> = Vec::new();
        for curve in &self.curves {
            match groups.iter_mut().find(|(group, _)| *group == curve.group) {
                Some((_, curves)) => curves.push(curve),
                None => groups.push((&curve.group, vec![curve])),
            }
        }
        if groups.is_empty() {
            return;
        }
        html.push_str("<section>\n<h2>Curves</h2>\n<div class=\"charts\">\n");
        for (group, curves) in groups {
            chart::push_figure(html, group, &curves);
        }
        html.push_str("</div>\n</section>\n");
    }

    fn push_images(&self, html: &mut String) -> Result<(), ReportError> {
        if self.images.is_empty() {
            return Ok(());
        }
        html.push_str("<section>\n<h2>Images</h2>\n<div class=\"images\">\n");
        for (caption, path) in &self.images {
            let data = fs::read(path).map_err(|source| ReportError::ReadImage { path: path.clone(), source })?;
            let mime = mime_type(&data).ok_or_else(|| ReportError::ImageFormat { path: path.clone() })?;
            let caption = escape(caption);
            push(
                html,
                format_args!("<figure><img alt=\"{caption}\" src=\"data:{mime};base64,{}\">", BASE64.encode(data)),
            );
            push(html, format_args!("<figcaption>{caption}</figcaption></figure>\n"));
        }
        html.push_str("</div>\n</section>\n");
        Ok(())
    }
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
