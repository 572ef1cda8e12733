-- Reviews that go on are few, those concluded many: how far they have come is counted without reading the others.
create index review_going_on on reviews.review (matter) where concluded_on is null;
