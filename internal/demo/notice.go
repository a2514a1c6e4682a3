package demo

import (
	"context"

	"zhize/api"
)

// remindedDays is for how many days back the demo's people find their digests.
const remindedDays = 3

// reminders rings the digests of the last days, so that inboxes are not empty.
func (b *builder) reminders() {
	for ago := remindedDays; ago >= 0; ago-- {
		for _, minute := range []int{8*60 + 1, 16*60 + 1} {
			b.at(b.day(ago).At(minute), b.Reminders.Remind)
		}
	}
}

// group is a robot of an enterprise that is switched off: a demo sends nothing out.
func (b *builder) group(ctx context.Context, s *shop) error {
	in := &api.PutChannelInput{InEnterprise: s.in(), Channel: b.newID()}
	in.Body.Kind, in.Body.Name, in.Body.Address = "wecom", "质量工作群（虚构）", "https://robot.example.invalid/send?key=demo"
	_, err := as(ctx, b, s.staff[0], api.PutChannel.Meta, b.Notices.PutChannel, in)
	return err
}
