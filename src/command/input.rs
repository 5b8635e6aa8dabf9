//! Standard input, where a path is `-`.

use std::io::Read;
use std::path::Path;

use reservations::store::LARGEST;

use super::Failure;

/// Whether a path stands for standard input.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What standard input holds.
pub(crate) fn read() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let done = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
    done.map_err(|error| Failure::Cannot(format!("cannot read standard input: {error}")))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::Cannot(format!("standard input has more than {LARGEST} bytes")));
    }
    Ok(bytes)
}

/// Whether standard input is read from that file.
#[cfg(unix)]
pub(crate) fn is_from(path: &Path) -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;

    let input = std::io::stdin().as_fd().try_clone_to_owned().map(std::fs::File::from);
    match (input.and_then(|input| input.metadata()), std::fs::metadata(path)) {
        (Ok(input), Ok(file)) => input.is_file() && (input.dev(), input.ino()) == (file.dev(), file.ino()),
        _ => false,
    }
}

/// Whether standard input is read from that file: not known here.
#[cfg(not(unix))]
pub(crate) fn is_from(_: &Path) -> bool {
    false
}
