package httpapi

import (
	"context"
	"errors"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/platform/fault"
	"zhize/internal/reference"
)

// Reference serves what is the same for everybody; the offices, which are
// reference too, are served by Regulator.
func Reference(r *Router) {
	handle(r, api.ListCategories, func(context.Context, access.Grant, *api.Nothing) (*api.CategoriesOutput, error) {
		return categories(), nil
	})
	handle(r, api.ListEntryReasons, func(context.Context, access.Grant, *api.Nothing) (*api.EntryReasonsOutput, error) {
		return entryReasons(), nil
	})
	handle(r, api.CheckIdentifier, func(_ context.Context, _ access.Grant, in *api.CheckIdentifierInput) (*api.CheckIdentifierOutput, error) {
		return checkIdentifier(in), nil
	})
	handle(r, api.ListTemplateItems, func(_ context.Context, _ access.Grant, in *api.ListTemplateItemsInput) (*api.TemplateItemsOutput, error) {
		return templateItems(in), nil
	})
}

// categories lists 其他 last: whatever the templates do not know.
func categories() *api.CategoriesOutput {
	var out api.CategoriesOutput
	out.Body.Production = append(reference.Categories(reference.Production), enterprise.CategoryOther)
	out.Body.Sales = append(reference.Categories(reference.Sales), enterprise.CategoryOther)
	return &out
}

func entryReasons() *api.EntryReasonsOutput {
	var out api.EntryReasonsOutput
	out.Body.Items = []api.CodeText{}
	for _, r := range reference.EntryReasons() {
		out.Body.Items = append(out.Body.Items, api.CodeText{Code: r.Code, Text: r.Text})
	}
	return &out
}

func checkIdentifier(in *api.CheckIdentifierInput) *api.CheckIdentifierOutput {
	b := in.Body
	_, err := enterprise.NewIdentifier(enterprise.Identifier{
		Kind: enterprise.IdentifierKind(b.Kind), Value: b.Value, Reason: b.Reason, Market: b.Market, Stall: b.Stall, Confirmed: b.Confirmed,
	})
	var out api.CheckIdentifierOutput
	out.Body.Value, out.Body.Verdict = enterprise.Normalize(b.Value), "fine"
	wrong, ok := fault.Of(err)
	if !ok {
		return &out
	}
	out.Body.Verdict = "malformed"
	if errors.Is(wrong, enterprise.ErrIdentifierCheckDigit) {
		out.Body.Verdict = "check_digit"
	}
	said := api.Sentence(wrong.Said())
	if len(wrong.Fields) > 0 {
		said = api.Sentence(wrong.Fields[0].Sentence)
	}
	out.Body.Text, out.Body.Said = said.Text, &said
	return &out
}

// templateItems lists the items of a side, or those of one category of it.
func templateItems(in *api.ListTemplateItemsInput) *api.TemplateItemsOutput {
	var out api.TemplateItemsOutput
	out.Body.Items = []api.TemplateItem{}
	for _, i := range reference.Items(reference.Side(in.Side)) {
		if in.Category != "" && i.Category != in.Category {
			continue
		}
		item := api.TemplateItem{
			Code: i.Code, Category: i.Category, Step: i.Step, Risk: i.Risk, Measure: i.Measure,
			Frequency: i.Frequency, Rhythm: string(i.Rhythm), Batch: i.Batch, Post: string(i.Owner), Verified: len(i.Basis) > 0,
		}
		for n, b := range i.Basis {
			if n > 0 {
				item.Basis += "；"
			}
			item.Basis += b.Citation()
			item.Verified = item.Verified && b.Verified
		}
		out.Body.Items = append(out.Body.Items, item)
	}
	return &out
}
