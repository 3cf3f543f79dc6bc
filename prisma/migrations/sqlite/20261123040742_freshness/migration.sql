-- CreateTable
CREATE TABLE "Tick" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Withdrawn" (
    "path" TEXT NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "Receipt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked" INTEGER NOT NULL,
    "fresh" INTEGER NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "late" JSONB NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_PendingRefresh" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tag" TEXT NOT NULL
);
INSERT INTO "new_PendingRefresh" ("tag") SELECT "tag" FROM "PendingRefresh";
DROP TABLE "PendingRefresh";
ALTER TABLE "new_PendingRefresh" RENAME TO "PendingRefresh";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- A date to come is what schedules an article.
UPDATE "Article" SET "status" = 'published' WHERE "status" = 'scheduled';
UPDATE "ArticleTerm" SET "publishedAt" = (
    SELECT "publishedAt" FROM "Article" WHERE "Article"."id" = "ArticleTerm"."articleId" AND "type" = 'article'
) WHERE "articleId" IN (SELECT "id" FROM "Article" WHERE "status" = 'published');
