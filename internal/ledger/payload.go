package ledger

// checkPayload compares what the export carries of a fact with its link.
func (v *verifier) checkPayload(l Link, n entry) *Problem {
	if n.Seq != l.Seq {
		return FileChanged.in(fileIndex, "此处应为第 %d 条", l.Seq)
	}
	if n.Outside {
		if v.export.Covers(l) {
			return BodyMissing.in("", "在导出日期之内，却没有附上内容")
		}
		if v.export.withholds(l) {
			v.report.Withheld++
		} else {
			v.report.Outside++
		}
		return nil
	}
	v.report.Facts++
	if problem := v.checkBody(l, n); problem != nil {
		return problem
	}
	if problem := v.checkPersonal(l, n); problem != nil {
		return problem
	}
	return v.checkPhotos(l, n)
}

func (v *verifier) checkBody(l Link, n entry) *Problem {
	name := fileBody(l.Seq)
	if n.Body == nil || !v.pack.has(name) {
		if n.Body == nil && v.erased(l.Seq, PartBody) {
			return nil
		}
		return BodyMissing.in("", "正文缺失，又没有依法清除的记载")
	}
	body, problem := v.pack.bytes(name)
	if problem != nil {
		return problem
	}
	if commitBytes(tagBody, *n.Body, body) != l.BodyHash {
		return BodyChanged.in("", "正文被改动")
	}
	return nil
}

func (v *verifier) checkPersonal(l Link, n entry) *Problem {
	if n.Personal == nil {
		if v.erased(l.Seq, PartPersonal) {
			return nil
		}
		return PersonalMissing.in("", "个人信息缺失，又没有依法清除的记载")
	}
	var personal []byte
	if name := filePersonal(l.Seq); v.pack.has(name) {
		var problem *Problem
		if personal, problem = v.pack.bytes(name); problem != nil {
			return problem
		}
	}
	if commitBytes(tagPersonal, *n.Personal, personal) != l.PersonalHash {
		return PersonalChanged.in("", "个人信息被改动")
	}
	return nil
}

func (v *verifier) checkPhotos(l Link, n entry) *Problem {
	if n.Photos == nil {
		if v.erased(l.Seq, PartPhotos) {
			return nil
		}
		return PhotoMissing.in("", "照片清单缺失，又没有依法清除的记载")
	}
	if commitPhotos(*n.Photos, n.Files) != l.PhotosHash {
		return PhotoChanged.in("", "照片清单被改动：有照片被换、被加或被去掉")
	}
	for _, photo := range n.Files {
		name := filePhoto(photo)
		if !v.pack.has(name) {
			if v.erased(l.Seq, PartPhotos) {
				continue
			}
			return PhotoMissing.in(name, "照片缺失，又没有依法清除的记载")
		}
		_, before := v.pack.sums[name]
		sum, problem := v.pack.digest(name, maxPhoto)
		if problem != nil {
			return problem
		}
		if sum != photo.Hash {
			return PhotoChanged.in(name, "照片被替换或改动")
		}
		if !before {
			v.report.Photos++
		}
	}
	return nil
}
