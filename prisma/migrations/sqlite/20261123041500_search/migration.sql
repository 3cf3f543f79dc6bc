-- The search index (lib/search): outside Prisma's models, since it knows no FTS5.
CREATE VIRTUAL TABLE "search_index" USING fts5(
    title, summary, heading, body, context,
    content='', contentless_delete=1, tokenize='ascii'
);
CREATE TABLE "search_entry" (
    "articleId" INTEGER NOT NULL PRIMARY KEY,
    "fingerprint" TEXT NOT NULL
);
CREATE TABLE "search_word" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "word" TEXT NOT NULL UNIQUE,
    "folded" TEXT NOT NULL
);
CREATE INDEX "search_word_folded" ON "search_word"("folded");
CREATE VIRTUAL TABLE "search_trigram" USING fts5(word, content='', tokenize='trigram');
