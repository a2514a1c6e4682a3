//go:build js

// Command verifier is the evidence verifier inside a page: it lends the page the
// function zhizeVerify, and waits. scripts/verifier.sh builds it.
package main

import (
	"bytes"
	"syscall/js"

	"zhize/internal/ledger"
)

func main() {
	js.Global().Set("zhizeVerify", js.FuncOf(verify))
	select {}
}

// verify(file, key, since) takes the export's bytes, the pinned key or "", and the
// bytes of an older receipt, none if empty. It returns {code, text}: the exit code
// and the report that the command line would give.
func verify(_ js.Value, args []js.Value) any {
	file := taken(args[0])
	o := ledger.Options{Key: args[1].String()}
	if since := taken(args[2]); len(since) > 0 {
		o.Since = since
	}
	report := ledger.Verify(bytes.NewReader(file), int64(len(file)), o)
	return map[string]any{"code": report.ExitCode(), "text": report.String()}
}

// taken copies an Uint8Array.
func taken(v js.Value) []byte {
	b := make([]byte, v.Length())
	js.CopyBytesToGo(b, v)
	return b
}
