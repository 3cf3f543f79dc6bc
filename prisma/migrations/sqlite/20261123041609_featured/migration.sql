-- CreateIndex
CREATE INDEX "Article_status_type_featuredAt_idx" ON "Article"("status", "type", "featuredAt");
