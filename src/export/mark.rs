//! The marks of a matrix, on a page and in a picture: a shape for each kind, filled by how far it reaches.

use crate::model::{Kind, Reach};

/// A kind and a reach, drawn in one way throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// What decides the shape and the colour.
    pub kind: Kind,
    /// What decides how the shape is filled.
    pub reach: Reach,
}

impl Mark {
    /// The outline, in a square of 16 by 16 units, as SVG writes a path.
    pub fn path(self) -> &'static str {
        match self.kind {
            Kind::Reservation => "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z",
            Kind::Opposition => "M4 1.6 8 5.6l4-4L14.4 4l-4 4 4 4L12 14.4l-4-4-4 4L1.6 12l4-4-4-4Z",
            Kind::Dissociation => "M8 1l7 7-7 7-7-7Z",
            Kind::Interpretation => "M8 2l7 12H1Z",
            Kind::Explanation => "M2.5 2.5h11v11h-11Z",
            Kind::Objection => "M8 14L1 2h14Z",
            Kind::Unclassified => "M8 1.2l6 3.4v6.8l-6 3.4-6-3.4V4.6Z",
            Kind::InFavour => "M1.6 8.6l2.3-2.3 2.7 2.7L12.1 3l2.3 2.3-7.8 8Z",
            Kind::Against => "M1.5 6h13v4h-13Z",
            Kind::Abstention => "M2.5 3.2h11v3.4h-11ZM2.5 9.4h11v3.4h-11Z",
        }
    }

    /// Whether the whole shape is filled.
    pub fn is_filled(self) -> bool {
        self.reach == Reach::Named
    }

    /// Whether the outline is broken.
    pub fn is_dashed(self) -> bool {
        self.reach == Reach::Unknown
    }

    /// Whether only half of the shape is filled.
    pub fn is_half(self) -> bool {
        self.reach == Reach::Phrase
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart_by_shape() {
        let path = |kind: &Kind| Mark { kind: *kind, reach: Reach::Named }.path();
        let shapes: std::collections::BTreeSet<_> = Kind::ALL.iter().map(path).collect();
        assert_eq!(shapes.len(), Kind::ALL.len());
    }
}
