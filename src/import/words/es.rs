//! Spanish.

use super::Words;
use crate::vocabulary::Way;

pub(super) static WORDS: Words = Words {
    tag: "es",
    small: &[
        "el", "la", "los", "las", "del", "y", "de", "que", "en", "para", "por", "con", "sus", "su", "al", "una", "un",
        "tambien", "ademas", "se",
    ],
    formula: &["la ", "el ", "los ", "las "],
    bodies: &["asamblea", "consejo", "conferencia", "comite", "comision", "congreso", "parlamento", "union", "partes"],
    adverbs: &["tambien", "ademas", "profundamente", "firmemente", "plenamente", "gravemente", "sumamente"],
    preambular: &[
        "consciente", "convencida", "convencido", "preocupada", "preocupado", "guiada", "guiado", "alarmada", "alarmado",
        "resuelta", "resuelto", "habiendo", "teniendo", "decidida", "alentada", "inspirada", "recordando",
    ],
    preambular_endings: &["ando", "iendo", "andose", "iendose"],
    operative: &[
        "decide", "solicita", "exhorta", "invita", "insta", "pide", "alienta", "reafirma", "recuerda", "subraya",
        "condena", "observa", "toma", "acoge", "recomienda", "expresa", "declara", "agradece", "aprueba", "afirma",
        "considera", "deplora", "lamenta", "destaca", "reitera", "reconoce", "encomia", "hace", "pone", "encarga",
    ],
    months: [
        &["enero"], &["febrero"], &["marzo"], &["abril"], &["mayo"], &["junio"], &["julio"], &["agosto"],
        &["septiembre", "setiembre"], &["octubre"], &["noviembre"], &["diciembre"],
    ],
    adopted: &["aprobad", "adoptad", "aprobo", "aprobacion"],
    resolution: &["resolucion", "decision", "proyecto de resolucion", "la resolucion", "el proyecto de resolucion"],
    ways: &[
        ("sin votacion", Way::WithoutVote),
        ("sin someterlo a votacion", Way::WithoutVote),
        ("por consenso", Way::Consensus),
        ("por aclamacion", Way::Acclamation),
        ("votacion registrada", Way::Vote),
        ("votos contra", Way::Vote),
        ("en votacion", Way::Vote),
    ],
    rejected: &["no fue aprobad", "no aprobad", "rechazad"],
    annex: &["anexo", "anexos", "apendice"],
    meeting: &["sesion"],
    session: &["periodo de sesiones", "asamblea"],
    formal: &[
        "distr", "original", "tema ", "naciones unidas", "asamblea general", "consejo de derechos humanos",
        "consejo de seguridad", "espanol", "consejo economico y social",
    ],
    positions: &["reserva", "delegacion", "disoci", "oposicion", "opus", "objecion", "explicacion", "posicion"],
};
