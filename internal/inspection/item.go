package inspection

import (
	"slices"

	"zhize/api"
	"zhize/internal/dossier"
	"zhize/internal/reference"
)

// items lists 附件3 for the enterprise's side with what the rows say; an
// enterprise on both sides is asked by the producer's form, which is the longer
// one. An item that the system keeps no rows for says so and is not ready.
func items(e api.Enterprise, answers []api.DossierItem) []api.InspectionItem {
	side := reference.Sales
	for _, b := range e.Businesses {
		if b.Kind == "production" {
			side = reference.Production
		}
	}
	all := []api.InspectionItem{}
	for _, group := range reference.Annex3(side) {
		for _, t := range group.Items {
			i := api.InspectionItem{Code: t.Code, Text: t.Text}
			n := slices.IndexFunc(answers, func(a api.DossierItem) bool { return a.Code == t.Code && slices.Contains(a.Sides, string(side)) })
			if n >= 0 {
				i.Facts, i.Said, i.Ready = answers[n].Reason, answers[n].Said.Reason, answers[n].State != dossier.Unknown
			}
			all = append(all, i)
		}
	}
	return all
}
