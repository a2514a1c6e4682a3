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
	body, err := picture(d)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(body)
	sha := hex.EncodeToString(sum[:])
	_, err = as(ctx, b, by, api.PutPhoto.Meta, b.Photos.Put, &api.PutPhotoInput{InEnterprise: s.in(), SHA256: sha, ContentType: "image/jpeg", RawBody: body})
	return sha, err
}

// picture draws a shelf with boxes, each time another, with a little noise.
func picture(d *rand.Rand) ([]byte, error) {
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
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 62}); err != nil {
		return nil, fmt.Errorf("draw a photo: %w", err)
	}
	return out.Bytes(), nil
}
