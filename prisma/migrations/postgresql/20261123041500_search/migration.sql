-- The search index (lib/search): outside Prisma's models, as in SQLite.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE "search_unit" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "head" tsvector NOT NULL,
    "whole" tsvector NOT NULL
);
CREATE INDEX "search_unit_head" ON "search_unit" USING GIN ("head");
CREATE INDEX "search_unit_whole" ON "search_unit" USING GIN ("whole");
CREATE TABLE "search_entry" (
    "articleId" INTEGER NOT NULL PRIMARY KEY,
    "fingerprint" TEXT NOT NULL
);
CREATE TABLE "search_word" (
    "id" SERIAL PRIMARY KEY,
    "word" TEXT COLLATE "C" NOT NULL UNIQUE,
    "folded" TEXT COLLATE "C" NOT NULL
);
CREATE INDEX "search_word_folded" ON "search_word"("folded");
CREATE INDEX "search_word_trigrams" ON "search_word" USING GIST ("folded" gist_trgm_ops);
