-- A placeholder is a CSS value since; a picture is without one until it is imported again.
UPDATE "Media" SET "placeholder" = NULL WHERE "placeholder" LIKE 'data:%';
