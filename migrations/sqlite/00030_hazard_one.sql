-- Of an item at a site at most one hazard is open: what is found meanwhile is
-- attached to it. Where two stood open before this was a rule, the younger one
-- keeps its course and is no longer counted by its item; its sealed finding
-- names the item as before.

-- +goose Up

UPDATE hazards SET item_id = NULL WHERE closed_at IS NULL AND EXISTS (
    SELECT 1 FROM hazards o WHERE o.enterprise_id = hazards.enterprise_id AND o.site_id = hazards.site_id AND o.item_id = hazards.item_id
        AND o.closed_at IS NULL AND o.id < hazards.id
);
CREATE UNIQUE INDEX hazards_one ON hazards (enterprise_id, site_id, item_id) WHERE closed_at IS NULL AND item_id IS NOT NULL;
