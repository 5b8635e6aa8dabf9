//! stub
/// Whether.
pub fn is_code(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}
/// Standard.
pub fn standard(_: &str, _: &str) -> Option<&'static str> {
    None
}
/// Found.
pub enum Found {
    /// n
    None,
    /// o
    One(&'static str),
    /// s
    Several(Vec<&'static str>),
}
/// Find.
pub fn find(_: &str) -> Found {
    Found::None
}
/// Suggest.
pub fn suggest(_: &str, _: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    Vec::new()
}
