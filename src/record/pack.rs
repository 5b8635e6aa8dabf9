//! A raw record in few bytes, without its places: how the embedded one travels from the build to the program.

use super::raw::RawRecord;

/// Packs a record.
///
/// # Errors
/// What the writer says; none is expected of a record that was read.
pub fn pack(record: &RawRecord) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    Ok(postcard::to_allocvec(record)?)
}

/// Unpacks what [`pack`] packed; none where the bytes are something else.
pub fn unpack(bytes: &[u8]) -> Option<RawRecord> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::SourceText;
    use crate::record::read;

    #[test]
    fn packing_loses_nothing_but_places() {
        let record = read(&SourceText::new("x", include_str!("../../reservations.toml"))).record;
        let packed = pack(&record).unwrap();
        let unpacked = unpack(&packed).unwrap();
        assert_eq!(pack(&unpacked).unwrap(), packed);
        assert_eq!(unpacked.positions.len(), record.positions.len());
        assert!(unpack(b"something else").is_none());
    }
}
