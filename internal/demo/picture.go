package demo

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math/rand/v2"

	"zhize/api"
)

// photo draws a picture, keeps it and returns its SHA-256.
func (b *builder) photo(ctx context.Context, s *shop, by *person, d *rand.Rand) (string, error) {
	return b.keep(ctx, s, by, picture(d))
}

// keep keeps an image as a photo and returns its SHA-256.
func (b *builder) keep(ctx context.Context, s *shop, by *person, img image.Image) (string, error) {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 62}); err != nil {
		return "", fmt.Errorf("draw a photo: %w", err)
	}
	sum := sha256.Sum256(out.Bytes())
	sha := hex.EncodeToString(sum[:])
	in := &api.PutPhotoInput{InEnterprise: s.in(), SHA256: sha, ContentType: "image/jpeg", RawBody: out.Bytes()}
	_, err := as(ctx, b, by, api.PutPhoto.Meta, b.Photos.Put, in)
	return sha, err
}

// picture draws a shelf with boxes, each time another, with a little noise.
func picture(d *rand.Rand) image.Image {
	const width, height = 400, 300
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	fill := func(r image.Rectangle, c color.Color) {
		draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
	}
	shade := func(least int) color.RGBA {
		tone := func() uint8 { return uint8(least + d.IntN(120)) }
		return color.RGBA{tone(), tone(), tone(), 255}
	}
	fill(img.Bounds(), shade(120))
	for y := 90; y < height; y += 95 {
		fill(image.Rect(0, y, width, y+10), color.RGBA{96, 78, 60, 255})
		for x := 10 + d.IntN(20); x < width-60; x += 8 {
			w, h := 30+d.IntN(50), 30+d.IntN(45)
			fill(image.Rect(x, y-h, x+w, y), shade(40))
			fill(image.Rect(x+6, y-h+8, x+w-6, y-h+14), color.White)
			x += w
		}
	}
	x, y := 60+d.IntN(260), 40+d.IntN(200)
	for i := range 3 { // what the photo is about
		fill(image.Rect(x-i, y-i, x+50+i, y-i+1), color.RGBA{220, 40, 40, 255})
		fill(image.Rect(x-i, y+40+i, x+50+i, y+41+i), color.RGBA{220, 40, 40, 255})
		fill(image.Rect(x-i, y-i, x-i+1, y+41+i), color.RGBA{220, 40, 40, 255})
		fill(image.Rect(x+50+i, y-i, x+51+i, y+41+i), color.RGBA{220, 40, 40, 255})
	}
	for range 2500 {
		p := img.PixOffset(d.IntN(width), d.IntN(height))
		img.Pix[p] += uint8(d.IntN(24))
	}
	return img
}

// contractPage draws a written page with a seal, each time another.
func contractPage(d *rand.Rand) image.Image {
	const width, height = 300, 400
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	fill := func(r image.Rectangle, c color.Color) {
		draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
	}
	ink := color.RGBA{70, 70, 78, 255}
	fill(img.Bounds(), color.RGBA{246, 244, 238, 255})
	fill(image.Rect(90, 30, 210, 44), ink)
	for y := 70; y < 350; y += 16 {
		fill(image.Rect(30, y, 150+d.IntN(120), y+5), ink)
	}
	cx, cy := 200+d.IntN(30), 320+d.IntN(20)
	for y := -40; y <= 40; y++ {
		for x := -40; x <= 40; x++ {
			if r := x*x + y*y; r <= 38*38 && (r >= 34*34 || r <= 8*8) {
				img.SetRGBA(cx+x, cy+y, color.RGBA{200, 40, 40, 255})
			}
		}
	}
	return img
}
