-- AlterTable
ALTER TABLE "PendingRefresh" DROP CONSTRAINT "PendingRefresh_pkey",
ADD COLUMN     "id" SERIAL NOT NULL,
ADD CONSTRAINT "PendingRefresh_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "Tick" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Tick_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Withdrawn" (
    "path" TEXT NOT NULL,

    CONSTRAINT "Withdrawn_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked" INTEGER NOT NULL,
    "fresh" INTEGER NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "late" JSON NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("id")
);

-- A date to come is what schedules an article.
UPDATE "Article" SET "status" = 'published' WHERE "status" = 'scheduled';
UPDATE "ArticleTerm" SET "publishedAt" = (
    SELECT "publishedAt" FROM "Article" WHERE "Article"."id" = "ArticleTerm"."articleId" AND "type" = 'article'
) WHERE "articleId" IN (SELECT "id" FROM "Article" WHERE "status" = 'published');
