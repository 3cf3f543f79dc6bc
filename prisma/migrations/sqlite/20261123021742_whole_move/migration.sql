-- CreateTable
CREATE TABLE "Comment" (
    "articleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "parent" INTEGER,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "authorUrl" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "writtenAt" DATETIME,

    PRIMARY KEY ("articleId", "number"),
    CONSTRAINT "Comment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "site" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "wpId" INTEGER,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("site", "login")
);

-- CreateTable
CREATE TABLE "PendingRefresh" (
    "tag" TEXT NOT NULL PRIMARY KEY
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Article" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "type" TEXT NOT NULL DEFAULT 'article',
    "path" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT,
    "title" TEXT NOT NULL,
    "legacyTitle" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "publishedAt" DATETIME,
    "updatedAt" DATETIME,
    "sourceModifiedAt" DATETIME,
    "commentsOpen" BOOLEAN NOT NULL DEFAULT false,
    "sticky" BOOLEAN NOT NULL DEFAULT false,
    "seoTitle" TEXT,
    "seoDescription" TEXT,
    "canonical" TEXT,
    "noindex" BOOLEAN NOT NULL DEFAULT false,
    "parentId" INTEGER,
    "coverId" TEXT,
    "document" JSONB NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "excerpt" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "readingMinutes" INTEGER NOT NULL,
    "revision" TEXT NOT NULL,
    "importedRevision" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" DATETIME NOT NULL,
    CONSTRAINT "Article_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Article_coverId_fkey" FOREIGN KEY ("coverId") REFERENCES "Media" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Article" ("commentsOpen", "coverId", "createdAt", "document", "excerpt", "id", "importedRevision", "kind", "legacyTitle", "path", "publishedAt", "readingMinutes", "revision", "savedAt", "schemaVersion", "slug", "sourceModifiedAt", "standfirst", "status", "title", "type", "updatedAt", "wordCount") SELECT "commentsOpen", "coverId", "createdAt", "document", "excerpt", "id", "importedRevision", "kind", "legacyTitle", "path", "publishedAt", "readingMinutes", "revision", "savedAt", "schemaVersion", "slug", "sourceModifiedAt", "standfirst", "status", "title", "type", "updatedAt", "wordCount" FROM "Article";
DROP TABLE "Article";
ALTER TABLE "new_Article" RENAME TO "Article";
CREATE UNIQUE INDEX "Article_path_key" ON "Article"("path");
CREATE INDEX "Article_status_type_publishedAt_idx" ON "Article"("status", "type", "publishedAt");
CREATE INDEX "Article_kind_status_publishedAt_idx" ON "Article"("kind", "status", "publishedAt");
CREATE INDEX "Article_slug_idx" ON "Article"("slug");
CREATE INDEX "Article_parentId_idx" ON "Article"("parentId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
