-- CreateTable
CREATE TABLE "MediaAddress" (
    "url" TEXT NOT NULL PRIMARY KEY,
    "mediaId" TEXT NOT NULL,
    CONSTRAINT "MediaAddress_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
