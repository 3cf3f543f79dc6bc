-- CreateTable
CREATE TABLE "Article" (
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
    CONSTRAINT "Article_coverId_fkey" FOREIGN KEY ("coverId") REFERENCES "Media" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Credit" (
    "articleId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("articleId", "position"),
    CONSTRAINT "Credit_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Credit_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Term" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "type" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "parentId" INTEGER,
    CONSTRAINT "Term_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Term" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ArticleTerm" (
    "articleId" INTEGER NOT NULL,
    "termId" INTEGER NOT NULL,
    "publishedAt" DATETIME,
    "inherited" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("articleId", "termId"),
    CONSTRAINT "ArticleTerm_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ArticleTerm_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Media" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "file" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "alt" TEXT,
    "caption" TEXT NOT NULL DEFAULT '',
    "credit" TEXT,
    "placeholder" TEXT,
    "sizes" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Attachment" (
    "site" TEXT NOT NULL,
    "wpId" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "alt" TEXT,
    "caption" TEXT NOT NULL DEFAULT '',
    "parent" INTEGER NOT NULL,
    "menuOrder" INTEGER NOT NULL,
    "mediaId" TEXT,

    PRIMARY KEY ("site", "wpId"),
    CONSTRAINT "Attachment_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SourceRecord" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "site" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "wpId" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "item" JSONB NOT NULL,
    "flags" JSONB NOT NULL,
    "importedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "articleId" INTEGER,
    CONSTRAINT "SourceRecord_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Redirect" (
    "from" TEXT NOT NULL PRIMARY KEY,
    "to" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "articleId" INTEGER,
    CONSTRAINT "Redirect_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Article_path_key" ON "Article"("path");

-- CreateIndex
CREATE INDEX "Article_status_type_publishedAt_idx" ON "Article"("status", "type", "publishedAt");

-- CreateIndex
CREATE INDEX "Article_kind_status_publishedAt_idx" ON "Article"("kind", "status", "publishedAt");

-- CreateIndex
CREATE INDEX "Article_slug_idx" ON "Article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Person_slug_key" ON "Person"("slug");

-- CreateIndex
CREATE INDEX "Credit_personId_idx" ON "Credit"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Term_type_slug_key" ON "Term"("type", "slug");

-- CreateIndex
CREATE INDEX "ArticleTerm_termId_publishedAt_idx" ON "ArticleTerm"("termId", "publishedAt");

-- CreateIndex
CREATE INDEX "Attachment_url_idx" ON "Attachment"("url");

-- CreateIndex
CREATE UNIQUE INDEX "SourceRecord_articleId_key" ON "SourceRecord"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "SourceRecord_site_type_wpId_key" ON "SourceRecord"("site", "type", "wpId");

-- CreateIndex
CREATE INDEX "Redirect_articleId_idx" ON "Redirect"("articleId");

-- CreateIndex
CREATE INDEX "Redirect_to_idx" ON "Redirect"("to");
