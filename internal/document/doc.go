// Package document makes the inspection pack (迎检自证包): one file in which an
// enterprise shows what it did in a range of days, in the order in which 附件3
// asks for it.
//
// A cover says what the rows answer to each item, in the words of the dossier,
// and what is missing is said there too. Behind it lie all papers of the range
// as PDF and as Word, the same rows as a workbook, the sealed evidence, and a
// table of contents with the SHA-256 of every file. There is no score.
//
// A pack is an errand: it is written while it is made and never held in memory,
// and papers that were made once are kept, so that a pack which was broken off
// goes on where it was.
package document
