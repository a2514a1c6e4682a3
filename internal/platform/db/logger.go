package db

import (
	"context"
	"time"

	"gorm.io/gorm/logger"
)

// silent keeps gorm from logging: an error is logged where it is answered,
// once, and statements hold values that do not belong in a log.
type silent struct{}

func (s silent) LogMode(logger.LogLevel) logger.Interface                      { return s }
func (silent) Info(context.Context, string, ...any)                            {}
func (silent) Warn(context.Context, string, ...any)                            {}
func (silent) Error(context.Context, string, ...any)                           {}
func (silent) Trace(context.Context, time.Time, func() (string, int64), error) {}
