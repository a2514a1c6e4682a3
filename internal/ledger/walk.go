package ledger

import "slices"

// base returns the head after which the export's links begin: that of the first
// receipt, if it was given before the first day asked for, else the beginning
// of the chain.
func (v *verifier) base() Head {
	first := v.receipts[0]
	whole := len(v.links) > 0 && v.links[0].Seq == 1
	if whole || first.At.After(v.export.From.Start()) {
		return Genesis(v.export.Chain)
	}
	return first.Head
}

// walk checks links and payloads and returns the problem of the lowest record.
func (v *verifier) walk() *Problem {
	stated, problem := v.readLinks()
	if wrong := v.checkLinks(stated); wrong != nil {
		problem = wrong
	}
	entries, unread := v.readIndex()
	v.collectRemovals(entries)
	v.doubtful = problem != nil
	for i, l := range v.links {
		if problem != nil && l.Seq >= problem.Seq {
			return problem
		}
		if i >= len(entries) {
			break
		}
		if wrong := v.checkPayload(l, entries[i]); wrong != nil {
			return wrong.about(l)
		}
	}
	if problem != nil {
		return problem
	}
	if unread != nil && len(entries) < len(v.links) {
		return unread.about(v.links[len(entries)])
	}
	if unread != nil || len(entries) != len(v.links) {
		return FileChanged.in(fileIndex, "有 %d 行，证据链有 %d 环", len(entries), len(v.links))
	}
	return v.checkEnd()
}

// checkEnd compares the end of the links with the last receipt.
func (v *verifier) checkEnd() *Problem {
	first := v.base().Seq + 1
	end := v.receipts[len(v.receipts)-1].Head.Seq
	next := first + uint64(len(v.links))
	if end >= next {
		return HeadTruncated.seq(next, "签名回执载有 %d 条，链却到第 %d 条为止：末尾的记录被去掉", end, next-1)
	}
	v.report.First, v.report.Last, v.report.Unsigned = first, next-1, next-1-end
	return nil
}

// readLinks reads links and their stated hashes up to the first bad line.
func (v *verifier) readLinks() (stated []Hash, problem *Problem) {
	unread := v.pack.lines(fileLinks, func(text []byte) {
		if problem != nil {
			return
		}
		n, err := strict[linkLine](text)
		if err == nil {
			var l Link
			if l, err = n.link(); err == nil {
				v.links, stated = append(v.links, l), append(stated, n.Hash)
				return
			}
		}
		problem = LinkChanged.seq(v.base().Seq+uint64(len(v.links))+1, "这一环残缺或被改动，无法读取")
	})
	if problem == nil {
		problem = unread
	}
	return stated, problem
}

func (v *verifier) checkLinks(stated []Hash) *Problem {
	hashes := make([]Hash, len(v.links))
	for i, l := range v.links {
		hashes[i] = l.Hash()
	}
	denied := v.deny(hashes)
	prev := v.base()
	for i, l := range v.links {
		epoch := prev.Epoch
		if l.Kind == KindEpoch {
			epoch++
		}
		switch {
		case l.Version != Version || l.Algorithm != SHA256:
			return LinkChanged.at(l, "格式第 %d 版、算法 %s 无法识别：被改动，或需要新版程序", l.Version, l.Algorithm)
		case hashes[i] != stated[i]:
			return LinkChanged.at(l, "内容与其哈希不符：被改动")
		case l.Chain != v.export.Chain:
			return LinkChanged.at(l, "属于另一条证据链 %s", l.Chain)
		case l.Seq != prev.Seq+1:
			return v.gap(i, prev.Seq+1)
		case denied[i] != "":
			return LinkChanged.at(l, "%s", denied[i])
		case l.Prev != prev.Hash:
			return LinkChanged.at(l, "没有承接前一条：本条或前一条被改动")
		case l.Epoch != epoch:
			return LinkEpoch.at(l, "纪元应为 %d，却是 %d", epoch, l.Epoch)
		case l.At.Before(prev.At):
			return LinkBackdated.at(l, "时间 %s 早于前一条的 %s：时间被倒填", shown(l.At), shown(prev.At))
		}
		for _, s := range v.receipts {
			if s.Head.Seq < l.Seq && l.At.Before(s.At.Add(-Slack)) {
				return LinkBackdated.at(l, "时间 %s 早于检查点 %d（%s），当时却还没有这一条：时间被倒填",
					shown(l.At), s.Number, shown(s.At))
			}
		}
		prev = Head{l.Chain, l.Epoch, l.Seq, hashes[i], l.At}
	}
	return nil
}

// deny works backwards from the receipts: a link is authentic if a receipt or
// an authentic successor holds its hash, and is denied, with the reason, if
// that hash is another. So the blame falls on the link that was changed, not on
// the next one. Links before a denied one can no longer be judged this way.
func (v *verifier) deny(hashes []Hash) []string {
	heads := make(map[uint64]Hash, len(v.receipts))
	for _, s := range v.receipts {
		heads[s.Head.Seq] = s.Head.Hash
	}
	reasons := make([]string, len(v.links))
	authentic := false // the successor
	for i := len(v.links) - 1; i >= 0; i-- {
		l := v.links[i]
		if want, sealed := heads[l.Seq]; sealed {
			if authentic = hashes[i] == want; !authentic {
				reasons[i] = "与签名回执所载的哈希不符：本条，或上一份回执之后的某条，被改动"
			}
			continue
		}
		if authentic && v.links[i+1].Seq == l.Seq+1 {
			if authentic = hashes[i] == v.links[i+1].Prev; !authentic {
				reasons[i] = "与后一条所载的哈希不符：被改动"
			}
			continue
		}
		authentic = false
	}
	return reasons
}

// gap tells what happened where the link at i should have had the number want.
func (v *verifier) gap(i int, want uint64) *Problem {
	l := v.links[i]
	later := slices.ContainsFunc(v.links[i:], func(l Link) bool { return l.Seq == want })
	switch {
	case l.Seq < want:
		return LinkOrder.at(l, "序号重复或次序颠倒：此处应为第 %d 条", want)
	case later:
		return LinkOrder.seq(want, "被移到后面，此处却是第 %d 条：次序被调换", l.Seq)
	default:
		return LinkMissing.seq(want, "缺失：此处是第 %d 条", l.Seq)
	}
}

// readIndex reads the index of facts up to the first bad line.
func (v *verifier) readIndex() (entries []entry, problem *Problem) {
	unread := v.pack.lines(fileIndex, func(text []byte) {
		if problem != nil {
			return
		}
		n, err := strict[entry](text)
		if err != nil {
			problem = FileChanged.in(fileIndex, "第 %d 行残缺或被改动", len(entries)+1)
			return
		}
		entries = append(entries, n)
	})
	if problem == nil {
		problem = unread
	}
	return entries, problem
}

// collectRemovals reads the tombstones. Only those under a receipt count: who
// forges a removal cannot sign it.
func (v *verifier) collectRemovals(entries []entry) {
	v.removals = map[uint64][]Removal{}
	end := v.receipts[len(v.receipts)-1].Head.Seq
	for i, l := range v.links {
		if l.Kind != KindErased || l.Seq > end || i >= len(entries) || entries[i].Body == nil {
			continue
		}
		body, problem := v.pack.bytes(fileBody(l.Seq))
		if problem != nil || commitBytes(tagBody, *entries[i].Body, body) != l.BodyHash {
			continue // walk reports it
		}
		if t, err := ParseTombstone(body); err == nil && t.Seq < l.Seq {
			v.removals[t.Seq] = append(v.removals[t.Seq], Removal{t, l.Seq, l.At})
		}
	}
}

// erased reports whether a tombstone accounts for the absence of a part. Where
// later links are at fault its tombstone may be among them, and the absence is
// let pass: the link is the problem.
func (v *verifier) erased(seq uint64, part Part) bool {
	for _, m := range v.removals[seq] {
		if !slices.Contains(m.Parts, part) {
			continue
		}
		if !slices.ContainsFunc(v.report.Removed, func(r Removal) bool { return r.By == m.By }) {
			v.report.Removed = append(v.report.Removed, m)
		}
		return true
	}
	return v.doubtful
}
