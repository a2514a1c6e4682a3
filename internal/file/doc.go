// Package file keeps an enterprise's files (附件): the text of a bylaw, the scan
// of a certificate, the material of a training. A file is known by the SHA-256
// of its bytes, as a photo is, and sealed by it with the fact that refers to it.
//
// What a file is, its bytes say: PDF, Word (.docx), JPEG, PNG or WebP. A Word
// file with macros, and an archive that would unpack to far more than it
// weighs, are refused. A file has no name here; who refers to it names it.
package file
