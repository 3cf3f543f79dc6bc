-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ArticleStatus" AS ENUM ('draft', 'scheduled', 'published', 'archived');

-- CreateEnum
CREATE TYPE "ArticleType" AS ENUM ('article', 'page');

-- CreateEnum
CREATE TYPE "RedirectKind" AS ENUM ('moved', 'id', 'attached', 'shown', 'file', 'guid', 'slug');

-- CreateEnum
CREATE TYPE "TermType" AS ENUM ('tag', 'category', 'series');

-- CreateEnum
CREATE TYPE "PersonKind" AS ENUM ('person', 'organisation');

-- CreateEnum
CREATE TYPE "MentionStatus" AS ENUM ('proposed', 'accepted', 'refused');

-- CreateEnum
CREATE TYPE "MentionOrigin" AS ENUM ('title', 'caption', 'tag', 'speaker');

-- CreateEnum
CREATE TYPE "CommentStatus" AS ENUM ('approved', 'pending');

-- CreateTable
CREATE TABLE "Article" (
    "id" SERIAL NOT NULL,
    "type" "ArticleType" NOT NULL DEFAULT 'article',
    "path" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT,
    "title" TEXT NOT NULL,
    "legacyTitle" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "status" "ArticleStatus" NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3),
    "sourceModifiedAt" TIMESTAMP(3),
    "commentsOpen" BOOLEAN NOT NULL DEFAULT false,
    "sticky" BOOLEAN NOT NULL DEFAULT false,
    "featuredAt" TIMESTAMP(3),
    "heldOn" TEXT,
    "heldAt" TEXT,
    "seoTitle" TEXT,
    "seoDescription" TEXT,
    "canonical" TEXT,
    "noindex" BOOLEAN NOT NULL DEFAULT false,
    "parentId" INTEGER,
    "coverId" TEXT,
    "document" JSON NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "excerpt" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "readingMinutes" INTEGER NOT NULL,
    "revision" TEXT NOT NULL,
    "importedRevision" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "articleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "parent" INTEGER,
    "type" TEXT NOT NULL,
    "status" "CommentStatus" NOT NULL,
    "author" TEXT NOT NULL,
    "authorUrl" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "writtenAt" TIMESTAMP(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("articleId","number")
);

-- CreateTable
CREATE TABLE "Account" (
    "site" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "wpId" INTEGER,
    "name" TEXT NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("site","login")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "PersonKind" NOT NULL DEFAULT 'person',
    "bio" TEXT NOT NULL DEFAULT '',
    "portraitId" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "articleId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "origin" "MentionOrigin" NOT NULL,
    "mediaId" TEXT NOT NULL DEFAULT '',
    "confidence" DOUBLE PRECISION NOT NULL,
    "status" "MentionStatus" NOT NULL DEFAULT 'proposed',

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("articleId","personId","origin","mediaId")
);

-- CreateTable
CREATE TABLE "Credit" (
    "articleId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Credit_pkey" PRIMARY KEY ("articleId","position")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" SERIAL NOT NULL,
    "type" "TermType" NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "parentId" INTEGER,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleTerm" (
    "articleId" INTEGER NOT NULL,
    "termId" INTEGER NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "inherited" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER,

    CONSTRAINT "ArticleTerm_pkey" PRIMARY KEY ("articleId","termId")
);

-- CreateTable
CREATE TABLE "Media" (
    "id" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "alt" TEXT,
    "caption" TEXT NOT NULL DEFAULT '',
    "credit" TEXT,
    "placeholder" TEXT,
    "sizes" JSON NOT NULL,
    "focalX" DOUBLE PRECISION,
    "focalY" DOUBLE PRECISION,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaAddress" (
    "url" TEXT NOT NULL,
    "mediaId" TEXT NOT NULL,

    CONSTRAINT "MediaAddress_pkey" PRIMARY KEY ("url")
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

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("site","wpId")
);

-- CreateTable
CREATE TABLE "SourceRecord" (
    "id" SERIAL NOT NULL,
    "site" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "wpId" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "item" JSON NOT NULL,
    "flags" JSON NOT NULL,
    "importedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "articleId" INTEGER,

    CONSTRAINT "SourceRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PendingRefresh" (
    "tag" TEXT NOT NULL,

    CONSTRAINT "PendingRefresh_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "Redirect" (
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "kind" "RedirectKind" NOT NULL,
    "articleId" INTEGER,

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("from")
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
CREATE INDEX "Article_parentId_idx" ON "Article"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_slug_key" ON "Person"("slug");

-- CreateIndex
CREATE INDEX "Mention_personId_idx" ON "Mention"("personId");

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

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_coverId_fkey" FOREIGN KEY ("coverId") REFERENCES "Media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "Media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTerm" ADD CONSTRAINT "ArticleTerm_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTerm" ADD CONSTRAINT "ArticleTerm_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaAddress" ADD CONSTRAINT "MediaAddress_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceRecord" ADD CONSTRAINT "SourceRecord_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
