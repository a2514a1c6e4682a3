package main

import "context"

func (b *bench) area(context.Context) error  { return nil }
func (b *bench) start(context.Context) error { return nil }
func (b *bench) sweep(context.Context) error { return nil }
