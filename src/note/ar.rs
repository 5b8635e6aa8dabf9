//! stub
use super::mark::Grammar;
pub(super) fn grammar() -> &'static Grammar {
    super::en::grammar()
}
