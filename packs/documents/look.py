"""The colors of a document, the same in HTML, DOCX and PDF."""

COLORS = {
    "ink": "#1d1b18",
    "quiet": "#665f55",
    "hairline": "#d8d0c4",
    "accent": "#8a3b12",
    "tint": "#f7f3ec",
    "marker": "#ffe9a8",
}
