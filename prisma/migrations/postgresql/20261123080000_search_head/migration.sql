-- One vector a unit: what stands out is an index of the same vector, not a column of its own.
ALTER TABLE "search_unit" DROP COLUMN "head";
CREATE INDEX "search_unit_head" ON "search_unit" USING GIN (ts_filter("whole", '{a,b,c}'));
