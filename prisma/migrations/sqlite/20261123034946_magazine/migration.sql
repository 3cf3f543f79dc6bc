-- AlterTable
ALTER TABLE "Article" ADD COLUMN "featuredAt" DATETIME;
ALTER TABLE "Article" ADD COLUMN "heldAt" TEXT;
ALTER TABLE "Article" ADD COLUMN "heldOn" TEXT;

-- AlterTable
ALTER TABLE "ArticleTerm" ADD COLUMN "position" INTEGER;

-- AlterTable
ALTER TABLE "Media" ADD COLUMN "focalX" REAL;
ALTER TABLE "Media" ADD COLUMN "focalY" REAL;

-- CreateTable
CREATE TABLE "Mention" (
    "articleId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "mediaId" TEXT NOT NULL DEFAULT '',
    "confidence" REAL NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',

    PRIMARY KEY ("articleId", "personId", "origin", "mediaId"),
    CONSTRAINT "Mention_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Mention_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'person',
    "bio" TEXT NOT NULL DEFAULT '',
    "portraitId" TEXT,
    CONSTRAINT "Person_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "Media" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Person" ("id", "name", "slug") SELECT "id", "name", "slug" FROM "Person";
DROP TABLE "Person";
ALTER TABLE "new_Person" RENAME TO "Person";
CREATE UNIQUE INDEX "Person_slug_key" ON "Person"("slug");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Mention_personId_idx" ON "Mention"("personId");
