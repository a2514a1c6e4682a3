// Package photo keeps the photos that prove checks and hazards. A photo is
// known by the SHA-256 of its bytes, so that one sent twice is one photo, and
// nothing is taken for a photo but a whole JPEG, PNG or WebP: what is another
// file in disguise, or carries another file behind its last byte, is refused.
//
// Bytes are never changed, because their hash is the photo's name and is
// sealed. Phones draw a photo anew before they send it, which leaves the place
// and the device (EXIF) behind; a photo sent by another way keeps what it
// carries.
package photo
